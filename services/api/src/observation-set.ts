import type { IndicatorMetadata } from "@karnameh/projections/planner/catalogue";
import type { Planner } from "@karnameh/projections/planner/port";
import type { ObservationSet } from "@karnameh/projections/planner/question";
import { toPersianDigits } from "@karnameh/schema/calendar";
import type { Text } from "@karnameh/schema/text";
import { builder } from "./builder.ts";
import { CalendarEnum, FrequencyEnum } from "./calendar.ts";
import { CodeType, codeOf } from "./code.ts";
import { type AnswerContext, type ObservationShape, ObservationType } from "./observation.ts";
import { DimensionFilterInput, ObservationQueryType, questionOf } from "./observation-query.ts";
import { PeriodRangeInput } from "./period.ts";
import { TextType } from "./text.ts";

type SetShape = {
  readonly set: ObservationSet;
  readonly title: Text;
  readonly rows: readonly ObservationShape[];
};

/** What is said beside every number that rests on simulation. */
export const SYNTHETIC_NOTICE: Text = {
  fa: "ساختگی (SYNTHETIC): این پاسخ بر رویدادهای شبیه‌سازی‌شده استوار است و آمار واقعی نیست.",
  en: "SYNTHETIC: this answer rests on simulated events and is not a statistic of the real world.",
};

const citationOf = ({ set: { query, vintage, isSynthetic }, title }: SetShape): Text => {
  const markFa = isSynthetic ? " [ساختگی، SYNTHETIC]" : "";
  const markEn = isSynthetic ? " [SYNTHETIC]" : "";
  const [knownFa, knownEn] =
    vintage.asOf === null
      ? ["هنگامی که هنوز چیزی دربارهٔ آن دانسته نبود", "when nothing of it was known"]
      : [`چنان‌که تا ${vintage.asOf} دانسته بود`, `as known on ${vintage.asOf}`];
  const at = `${query.indicator}, ${query.from}–${query.to}`;
  return {
    fa: `کارنامه، «${title.fa}» (${at})${markFa}، ${toPersianDigits(knownFa)} (جایگاه ${toPersianDigits(vintage.position)} دفتر).`,
    en: `Karnameh, "${title.en}" (${at})${markEn}, ${knownEn} (position ${vintage.position} of the log).`,
  };
};

const labelsOf = (
  planner: Planner,
  dimensions: IndicatorMetadata["dimensions"],
): AnswerContext["labelOf"] => {
  const lists = new Map(dimensions.map(({ id, codelist }) => [id, codelist]));
  const known = new Map<string, Text | Promise<Text>>();
  return (dimension, code) => {
    const key = `${dimension} ${code}`;
    const found = known.get(key);
    if (found) return found;
    const list = lists.get(dimension);
    const label = list ? codeOf(list, code).label : planner.label(dimension, code);
    known.set(key, label);
    return label;
  };
};

const shapeOf = (set: ObservationSet, card: IndicatorMetadata | undefined, planner: Planner): SetShape => {
  const answer = {
    unit: set.unit,
    decimals: set.decimals,
    labelOf: labelsOf(planner, card?.dimensions ?? []),
  };
  const title = card?.title ?? { fa: set.query.indicator, en: set.query.indicator };
  return { set, title, rows: set.observations.map((row) => ({ row, answer })) };
};

const VintageType = builder.objectRef<ObservationSet["vintage"]>("Vintage").implement({
  description: "What was known: an answer of the same question and vintage never changes.",
  fields: (t) => ({
    asOf: t.expose("asOf", {
      type: "Day",
      nullable: true,
      description: "The last day whose events the answer rests on; null where there are none.",
    }),
    position: t.exposeID("position", {
      description: "The last position of the log that the answer rests on.",
    }),
  }),
});

const ObservationSetType = builder.objectRef<SetShape>("ObservationSet").implement({
  description: "The answer to one question.",
  fields: (t) => ({
    query: t.field({
      type: ObservationQueryType,
      description: "The question as it was answered.",
      resolve: ({ set }) => set.query,
    }),
    vintage: t.field({
      type: VintageType,
      description: "What was known.",
      resolve: ({ set }) => set.vintage,
    }),
    unit: t.field({
      type: CodeType,
      description: "The unit of every value.",
      resolve: ({ set }) => codeOf("CL_UNIT", set.unit),
    }),
    decimals: t.int({ description: "Decimals that a reader is shown.", resolve: ({ set }) => set.decimals }),
    isSynthetic: t.boolean({
      description: "True where any value rests on simulated events.",
      resolve: ({ set }) => set.isSynthetic,
    }),
    notice: t.field({
      type: TextType,
      nullable: true,
      description: "What a reader must be told beside the numbers: that they are SYNTHETIC, where they are.",
      resolve: ({ set }) => (set.isSynthetic ? SYNTHETIC_NOTICE : null),
    }),
    citation: t.field({ type: TextType, description: "How to cite the answer.", resolve: citationOf }),
    observations: t.field({
      type: [ObservationType],
      description: "The numbers, by period and coordinates. Never cut short: what is too large is refused.",
      resolve: ({ rows }) => rows,
    }),
    total: t.int({ description: "How many observations there are.", resolve: ({ rows }) => rows.length }),
  }),
});

builder.queryField("observations", (t) =>
  t.field({
    type: ObservationSetType,
    description:
      "The one question: an indicator, broken down and cut, by periods, as known on a day. What is asked wrongly is refused: `extensions` holds a `code`, such as UNKNOWN_DIMENSION or TOO_LARGE, and a `hint`.",
    args: {
      indicator: t.arg.id({ required: true, description: "The code of the indicator." }),
      by: t.arg.idList({ description: "Dimensions to break it down by; left out, the total." }),
      where: t.arg({ type: [DimensionFilterInput], description: "Cuts; all of them hold." }),
      period: t.arg({ type: PeriodRangeInput, description: "The periods; left out, all that have data." }),
      frequency: t.arg({
        type: FrequencyEnum,
        description: "The length of the periods; left out, the longest there is.",
      }),
      calendar: t.arg({
        type: CalendarEnum,
        description: "The calendar of the periods; left out, the first that the indicator has.",
      }),
      asOf: t.arg({
        type: "Day",
        description: "The day of knowledge: what was recorded later is not seen. Left out, the newest.",
      }),
    },
    resolve: async (_, asked, { planner }) => {
      const [set, card] = await Promise.all([
        planner.observations(questionOf(asked)),
        planner.indicator(asked.indicator),
      ]);
      return shapeOf(set, card, planner);
    },
  }),
);
