import type { ObservationQuery, ResolvedQuery } from "@karnameh/projections/planner/question";
import { builder } from "./builder.ts";
import { CalendarEnum, FrequencyEnum } from "./calendar.ts";

export const DimensionFilterInput = builder.inputType("DimensionFilter", {
  description: "A cut: only these values of the dimension.",
  fields: (t) => ({
    dimension: t.id({ required: true, description: "The id of a dimension that the indicator has." }),
    values: t.idList({ required: true, description: "Codes that exist; see `indicator.dimensions.values`." }),
  }),
});

export const FilterType = builder.objectRef<ResolvedQuery["where"][number]>("Filter").implement({
  description: "A cut that was made.",
  fields: (t) => ({
    dimension: t.exposeID("dimension", { description: "The dimension." }),
    values: t.exposeStringList("values", { description: "The codes that were kept." }),
  }),
});

export const ObservationQueryType = builder.objectRef<ResolvedQuery>("ObservationQuery").implement({
  description:
    "The question as it was answered, with every default filled in. Asked again it gives the same answer.",
  fields: (t) => ({
    indicator: t.exposeID("indicator", { description: "The code of the indicator." }),
    by: t.exposeStringList("by", { description: "The dimensions that the answer is broken down by." }),
    where: t.expose("where", { type: [FilterType], description: "The cuts." }),
    from: t.exposeID("from", { description: "The first period." }),
    to: t.exposeID("to", { description: "The last period." }),
    frequency: t.expose("frequency", { type: FrequencyEnum, description: "The length of the periods." }),
    calendar: t.expose("calendar", { type: CalendarEnum, description: "The calendar of the periods." }),
    asOf: t.expose("asOf", {
      type: "Day",
      nullable: true,
      description: "The day of knowledge that was asked for; null for the newest.",
    }),
  }),
});

type Asked = {
  readonly indicator: string;
  readonly by?: readonly string[] | null | undefined;
  readonly where?: ObservationQuery["where"] | null | undefined;
  readonly period?:
    | { readonly from?: string | null | undefined; readonly to?: string | null | undefined }
    | null
    | undefined;
  readonly frequency?: ObservationQuery["frequency"] | null | undefined;
  readonly calendar?: ObservationQuery["calendar"] | null | undefined;
  readonly asOf?: string | null | undefined;
};

const periodOf = ({ from, to }: NonNullable<Asked["period"]>): NonNullable<ObservationQuery["period"]> => ({
  ...(typeof from === "string" && { from }),
  ...(typeof to === "string" && { to }),
});

/** The planner's question: GraphQL's null says the same as leaving an argument out. */
export const questionOf = ({
  indicator,
  by,
  where,
  period,
  frequency,
  calendar,
  asOf,
}: Asked): ObservationQuery => ({
  indicator,
  ...(by && { by }),
  ...(where && { where }),
  ...(period && { period: periodOf(period) }),
  ...(frequency && { frequency }),
  ...(calendar && { calendar }),
  ...(asOf && { asOf }),
});
