import type { IndicatorMetadata } from "@karnameh/projections/planner/indicator-metadata";
import type { Text } from "@karnameh/schema/text";
import { builder } from "./builder.ts";
import { CalendarEnum, FrequencyEnum } from "./calendar.ts";
import { CodeType, codeOf } from "./code.ts";
import { connectionOf, connectionType, pageArgs, pageRequestOf } from "./connection.ts";
import { normaliseText } from "./normalise-text.ts";
import { TextType } from "./text.ts";

type DimensionNode = {
  readonly indicator: string;
  readonly id: string;
  readonly title: Text;
  readonly codelist: string | null;
};

const DimensionType = builder.objectRef<DimensionNode>("Dimension").implement({
  description: "Dimension for breakdowns and filters of an indicator.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Id, used in `by` and `where`." }),
    title: t.expose("title", { type: TextType, description: "Title." }),
    codelist: t.exposeID("codelist", {
      nullable: true,
      description: "Code list of the values; null if the values are names from the events.",
    }),
    values: t.field({
      type: [CodeType],
      description: "Values that occur in the data.",
      resolve: ({ indicator, id }, _, { planner }) => planner.values(indicator, id),
    }),
  }),
});

const IndicatorKindEnum = builder.enumType("IndicatorKind", {
  description: "Source of an indicator's values.",
  values: {
    EVENTS: { description: "Computed from events." },
    SERIES: { description: "Imported official time series, with its vintages." },
  } as const,
});

const StandardCodesType = builder.objectRef<IndicatorMetadata["codes"]>("StandardCodes").implement({
  description: "Codes of the same or the closest indicator in international standards.",
  fields: (t) => ({
    ilo: t.exposeID("ilo", { nullable: true, description: "ILOSTAT code." }),
    sdg: t.exposeID("sdg", { nullable: true, description: "SDG indicator code." }),
    eqavet: t.exposeID("eqavet", {
      nullable: true,
      description: "EQAVET indicator code (quality of vocational training).",
    }),
  }),
});

export const IndicatorType = builder.objectRef<IndicatorMetadata>("Indicator").implement({
  description: "Published indicator: definition, coverage and available breakdowns.",
  fields: (t) => ({
    code: t.exposeID("code", { description: "Its code, used as `observations(indicator:)`." }),
    kind: t.expose("kind", { type: IndicatorKindEnum, description: "Source of its values." }),
    theme: t.exposeID("theme", { description: "Theme, for example `training`." }),
    title: t.expose("title", { type: TextType, description: "Title." }),
    meaning: t.expose("meaning", { type: TextType, description: "Definition." }),
    notCounted: t.expose("notCounted", {
      type: TextType,
      description: "Exclusions and their effect.",
    }),
    unit: t.field({
      type: CodeType,
      description: "Unit of the values.",
      resolve: ({ unit }) => codeOf("CL_UNIT", unit),
    }),
    decimals: t.exposeInt("decimals", {
      description: "Decimals for display; `value` is not rounded.",
    }),
    definedBy: t.expose("definedBy", { type: TextType, description: "Source of the definition." }),
    codes: t.expose("codes", { type: StandardCodesType, description: "Codes in international standards." }),
    window: t.exposeString("window", {
      nullable: true,
      description:
        "Follow-up window: time after the end of a period before it has a value (ISO 8601 duration, for example `P6M`).",
    }),
    dimensions: t.field({
      type: [DimensionType],
      description: "Dimensions available for `by` and `where`.",
      resolve: ({ code, dimensions }) => dimensions.map((dimension) => ({ indicator: code, ...dimension })),
    }),
    calendars: t.expose("calendars", {
      type: [CalendarEnum],
      description: "Supported calendars.",
    }),
    frequencies: t.expose("frequencies", {
      type: [FrequencyEnum],
      description: "Supported frequencies.",
    }),
    eventTypes: t.exposeStringList("events", { description: "Types of the underlying events." }),
    methodology: t.exposeStringList("methodology", { description: "Rules that compute it, in SQL." }),
  }),
});

const Indicators = connectionType("Indicator", IndicatorType);

const matches = (search: string) => {
  const words = normaliseText(search).split(" ");
  return ({ code, title, meaning }: IndicatorMetadata): boolean => {
    const text = ` ${normaliseText([code, title.fa, title.en, meaning.fa, meaning.en].join(" "))}`;
    return words.every((word) => text.includes(` ${word}`));
  };
};

builder.queryFields((t) => ({
  indicators: t.field({
    type: Indicators,
    description: "All indicators, those computed from events first.",
    args: {
      theme: t.arg.id({ description: "Only indicators of this theme." }),
      search: t.arg.string({
        description:
          "Only indicators whose code, title or definition has words that start with these words, in either language.",
      }),
      ...pageArgs,
    },
    resolve: async (_, { theme, search, ...page }, { planner }) => {
      const request = pageRequestOf("indicators", page);
      const found = (await planner.indicators())
        .filter((each) => typeof theme !== "string" || each.theme === theme)
        .filter(typeof search === "string" ? matches(search) : () => true);
      const items = found.slice(request.after, request.after + request.first);
      return connectionOf("indicators", request, { items, total: found.length });
    },
  }),
  indicator: t.field({
    type: IndicatorType,
    nullable: true,
    description: "An indicator; null if the code is unknown.",
    args: { code: t.arg.id({ required: true, description: "Code, for example `placement_rate_6m`." }) },
    resolve: async (_, { code }, { planner }) => (await planner.indicator(code)) ?? null,
  }),
}));
