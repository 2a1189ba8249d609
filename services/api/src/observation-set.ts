import type { IndicatorMetadata } from "@karnameh/projections/planner/indicator-metadata";
import type { ObservationSet } from "@karnameh/projections/planner/observation-query";
import type { Planner } from "@karnameh/projections/planner/port";
import { toPersianDigits } from "@karnameh/schema/calendar";
import type { Text } from "@karnameh/schema/text";
import { builder } from "./builder.ts";
import { CalendarEnum, FrequencyEnum } from "./calendar.ts";
import { CodeType, codeOf } from "./code.ts";
import { type ObservationNode, ObservationType, type ResponseContext } from "./observation.ts";
import { DimensionFilterInput, ObservationQueryType, queryOf } from "./observation-query.ts";
import { PeriodRangeInput } from "./period.ts";
import { TextType } from "./text.ts";

type ObservationSetNode = {
  readonly set: ObservationSet;
  readonly title: Text;
  readonly rows: readonly ObservationNode[];
};

/** The notice on every response that is computed from simulated events. */
export const SYNTHETIC_NOTICE: Text = {
  fa: "ساختگی (SYNTHETIC): این پاسخ از رویدادهای شبیه‌سازی‌شده محاسبه شده و آمار واقعی نیست.",
  en: "SYNTHETIC: this response is computed from simulated events. It is not a real statistic.",
};

const citationOf = ({ set: { query, vintage, isSynthetic }, title }: ObservationSetNode): Text => {
  const markFa = isSynthetic ? " [ساختگی، SYNTHETIC]" : "";
  const markEn = isSynthetic ? " [SYNTHETIC]" : "";
  const [asOfFa, asOfEn] =
    vintage.asOf === null
      ? ["بدون دادهٔ ثبت‌شده", "no data recorded"]
      : [`داده‌های ثبت‌شده تا ${vintage.asOf}`, `data as of ${vintage.asOf}`];
  const at = `${query.indicator}, ${query.from}–${query.to}`;
  return {
    fa: `کارنامه، «${title.fa}» (${at})${markFa}، ${toPersianDigits(asOfFa)} (موقعیت ${toPersianDigits(vintage.position)} در دفتر رویدادها).`,
    en: `Karnameh, "${title.en}" (${at})${markEn}, ${asOfEn} (event log position ${vintage.position}).`,
  };
};

const labelsOf = (
  planner: Planner,
  dimensions: IndicatorMetadata["dimensions"],
): ResponseContext["labelOf"] => {
  const lists = new Map(dimensions.map(({ id, codelist }) => [id, codelist]));
  const labels = new Map<string, Text | Promise<Text>>();
  return (dimension, code) => {
    const key = `${dimension} ${code}`;
    const found = labels.get(key);
    if (found) return found;
    const list = lists.get(dimension);
    const label = list ? codeOf(list, code).label : planner.label(dimension, code);
    labels.set(key, label);
    return label;
  };
};

const nodeOf = (
  set: ObservationSet,
  metadata: IndicatorMetadata | undefined,
  planner: Planner,
): ObservationSetNode => {
  const context = {
    unit: set.unit,
    decimals: set.decimals,
    labelOf: labelsOf(planner, metadata?.dimensions ?? []),
  };
  const title = metadata?.title ?? { fa: set.query.indicator, en: set.query.indicator };
  return { set, title, rows: set.observations.map((row) => ({ row, context })) };
};

const VintageType = builder.objectRef<ObservationSet["vintage"]>("Vintage").implement({
  description: "Version of the data. The same query on the same vintage always returns the same response.",
  fields: (t) => ({
    asOf: t.expose("asOf", {
      type: "Day",
      nullable: true,
      description: "As-of date: the last day whose events are included; null if there are no events.",
    }),
    position: t.exposeID("position", {
      description: "Position in the event log of the last event included.",
    }),
  }),
});

const ObservationSetType = builder.objectRef<ObservationSetNode>("ObservationSet").implement({
  description: "Response to a query for observations.",
  fields: (t) => ({
    query: t.field({
      type: ObservationQueryType,
      description: "The query that was executed, with all defaults filled in.",
      resolve: ({ set }) => set.query,
    }),
    vintage: t.field({
      type: VintageType,
      description: "Version of the data.",
      resolve: ({ set }) => set.vintage,
    }),
    unit: t.field({
      type: CodeType,
      description: "Unit of all values.",
      resolve: ({ set }) => codeOf("CL_UNIT", set.unit),
    }),
    decimals: t.int({ description: "Decimals in `display`.", resolve: ({ set }) => set.decimals }),
    isSynthetic: t.boolean({
      description: "True if any underlying event is simulated.",
      resolve: ({ set }) => set.isSynthetic,
    }),
    notice: t.field({
      type: TextType,
      nullable: true,
      description: "Notice that must be shown with SYNTHETIC values; null if no value is synthetic.",
      resolve: ({ set }) => (set.isSynthetic ? SYNTHETIC_NOTICE : null),
    }),
    citation: t.field({ type: TextType, description: "Citation of this response.", resolve: citationOf }),
    observations: t.field({
      type: [ObservationType],
      description: "All observations, ordered by period and coordinates. The list is never truncated.",
      resolve: ({ rows }) => rows,
    }),
    total: t.int({ description: "Number of observations.", resolve: ({ rows }) => rows.length }),
  }),
});

builder.queryField("observations", (t) =>
  t.field({
    type: ObservationSetType,
    description:
      "Observations of one indicator by period, with breakdowns and filters, as of any date. An invalid query is rejected: `extensions` has a `code`, such as UNKNOWN_DIMENSION or TOO_LARGE, and a `hint`.",
    args: {
      indicator: t.arg.id({ required: true, description: "Code of the indicator." }),
      by: t.arg.idList({ description: "Dimensions to break down by. Default: none, the total." }),
      where: t.arg({ type: [DimensionFilterInput], description: "Filters, combined with AND." }),
      period: t.arg({ type: PeriodRangeInput, description: "Periods. Default: all periods with data." }),
      frequency: t.arg({
        type: FrequencyEnum,
        description: "Length of the periods. Default: the longest that the indicator supports.",
      }),
      calendar: t.arg({
        type: CalendarEnum,
        description: "Calendar of the periods. Default: the first that the indicator supports.",
      }),
      asOf: t.arg({
        type: "Day",
        description: "As-of date: events recorded later are ignored. Default: the latest data.",
      }),
    },
    resolve: async (_, given, { planner }) => {
      const [set, metadata] = await Promise.all([
        planner.observations(queryOf(given)),
        planner.indicator(given.indicator),
      ]);
      return nodeOf(set, metadata, planner);
    },
  }),
);
