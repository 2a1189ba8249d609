import type { IndicatorMetadata } from "@karnameh/projections/planner/catalogue";
import type { Text } from "@karnameh/schema/text";
import { builder } from "./builder.ts";
import { CalendarEnum, FrequencyEnum } from "./calendar.ts";
import { CodeType, codeOf } from "./code.ts";
import { connectionOf, connectionType, sliceOf } from "./connection.ts";
import { normaliseText } from "./normalise-text.ts";
import { TextType } from "./text.ts";

type DimensionShape = {
  readonly indicator: string;
  readonly id: string;
  readonly title: Text;
  readonly codelist: string | null;
};

const DimensionType = builder.objectRef<DimensionShape>("Dimension").implement({
  description: "A property by which an indicator can be broken down and filtered.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "What `by` and `where` call it." }),
    title: t.expose("title", { type: TextType, description: "Its name." }),
    codelist: t.exposeID("codelist", {
      nullable: true,
      description: "The code list of its values; null where they are names that the events carry.",
    }),
    values: t.field({
      type: [CodeType],
      description: "The values that exist in the data there is.",
      resolve: ({ indicator, id }, _, { planner }) => planner.values(indicator, id),
    }),
  }),
});

const IndicatorKindEnum = builder.enumType("IndicatorKind", {
  description: "Where an indicator's numbers come from.",
  values: {
    EVENTS: { description: "Derived from the events of the ledger." },
    SERIES: { description: "An official series that was imported, with its vintages." },
  } as const,
});

const StandardCodesType = builder.objectRef<IndicatorMetadata["codes"]>("StandardCodes").implement({
  description: "Codes of the same or the nearest indicator in international standards.",
  fields: (t) => ({
    ilo: t.exposeID("ilo", { nullable: true, description: "Of ILOSTAT." }),
    sdg: t.exposeID("sdg", { nullable: true, description: "Of the Sustainable Development Goals." }),
    eqavet: t.exposeID("eqavet", {
      nullable: true,
      description: "Of EQAVET, on quality in vocational training.",
    }),
  }),
});

export const IndicatorType = builder.objectRef<IndicatorMetadata>("Indicator").implement({
  description: "A published measure: what it means, what it leaves out, and how it can be asked for.",
  fields: (t) => ({
    code: t.exposeID("code", { description: "What `observations` calls it." }),
    kind: t.expose("kind", { type: IndicatorKindEnum, description: "Where its numbers come from." }),
    theme: t.exposeID("theme", { description: "The theme it belongs to, such as `training`." }),
    title: t.expose("title", { type: TextType, description: "Its name." }),
    meaning: t.expose("meaning", { type: TextType, description: "What is counted." }),
    notCounted: t.expose("notCounted", {
      type: TextType,
      description: "What is not counted, and what that does.",
    }),
    unit: t.field({
      type: CodeType,
      description: "The unit of its values.",
      resolve: ({ unit }) => codeOf("CL_UNIT", unit),
    }),
    decimals: t.exposeInt("decimals", {
      description: "Decimals that a reader is shown; values are not rounded.",
    }),
    definedBy: t.expose("definedBy", { type: TextType, description: "Where the definition comes from." }),
    codes: t.expose("codes", { type: StandardCodesType, description: "Codes in international standards." }),
    window: t.exposeString("window", {
      nullable: true,
      description:
        "The time after a period's end that must pass before it has a value (ISO 8601, such as `P6M`).",
    }),
    dimensions: t.field({
      type: [DimensionType],
      description: "What it can be broken down by.",
      resolve: ({ code, dimensions }) => dimensions.map((dimension) => ({ indicator: code, ...dimension })),
    }),
    calendars: t.expose("calendars", {
      type: [CalendarEnum],
      description: "The calendars it can be cut by.",
    }),
    frequencies: t.expose("frequencies", {
      type: [FrequencyEnum],
      description: "The lengths of period it has.",
    }),
    events: t.exposeStringList("events", { description: "The types of event it rests on." }),
    methodology: t.exposeStringList("methodology", { description: "The rules themselves, as SQL." }),
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
    description: "Every indicator, those derived from events first.",
    args: {
      theme: t.arg.id({ description: "Only those of this theme." }),
      search: t.arg.string({
        description:
          "Only those whose code, name or meaning has words that begin like these, in either language.",
      }),
      first: t.arg.int({ description: "Items of one page; 50 where it is left out." }),
      after: t.arg.string({ description: "The endCursor of the page before." }),
    },
    resolve: async (_, { theme, search, ...page }, { planner }) => {
      const slice = sliceOf("indicators", page);
      const found = (await planner.indicators())
        .filter((card) => typeof theme !== "string" || card.theme === theme)
        .filter(typeof search === "string" ? matches(search) : () => true);
      const items = found.slice(slice.after, slice.after + slice.first);
      return connectionOf("indicators", slice, { items, total: found.length });
    },
  }),
  indicator: t.field({
    type: IndicatorType,
    nullable: true,
    description: "One indicator; null where there is none of that code.",
    args: { code: t.arg.id({ required: true, description: "Its code, such as `placement_rate_6m`." }) },
    resolve: async (_, { code }, { planner }) => (await planner.indicator(code)) ?? null,
  }),
}));
