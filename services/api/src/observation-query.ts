import type { ObservationQuery, ResolvedQuery } from "@karnameh/projections/planner/observation-query";
import { builder } from "./builder.ts";
import { CalendarEnum, FrequencyEnum } from "./calendar.ts";

export const DimensionFilterInput = builder.inputType("DimensionFilter", {
  description: "Filter on one dimension.",
  fields: (t) => ({
    dimension: t.id({ required: true, description: "Id of a dimension of the indicator." }),
    values: t.idList({
      required: true,
      description: "Codes to include, combined with OR; `indicator { dimensions { values } }` lists them.",
    }),
  }),
});

export const FilterType = builder.objectRef<ResolvedQuery["where"][number]>("Filter").implement({
  description: "Filter that was applied.",
  fields: (t) => ({
    dimension: t.exposeID("dimension", { description: "Id of the dimension." }),
    values: t.exposeStringList("values", { description: "Codes that were included." }),
  }),
});

export const ObservationQueryType = builder.objectRef<ResolvedQuery>("ObservationQuery").implement({
  description:
    "The query that was executed, with all defaults filled in. With the same as-of date it always returns the same response.",
  fields: (t) => ({
    indicator: t.exposeID("indicator", { description: "Code of the indicator." }),
    by: t.exposeStringList("by", { description: "Dimensions that the response is broken down by." }),
    where: t.expose("where", { type: [FilterType], description: "Filters, combined with AND." }),
    from: t.exposeID("from", { description: "First period." }),
    to: t.exposeID("to", { description: "Last period." }),
    frequency: t.expose("frequency", { type: FrequencyEnum, description: "Length of the periods." }),
    calendar: t.expose("calendar", { type: CalendarEnum, description: "Calendar of the periods." }),
    asOf: t.expose("asOf", {
      type: "Day",
      nullable: true,
      description: "Requested as-of date; null for the latest data.",
    }),
  }),
});

type Nullable<T> = T | null | undefined;

type QueryArguments = {
  readonly indicator: string;
  readonly by?: Nullable<readonly string[]>;
  readonly where?: Nullable<ObservationQuery["where"]>;
  readonly period?: Nullable<{ readonly from?: Nullable<string>; readonly to?: Nullable<string> }>;
  readonly frequency?: Nullable<ObservationQuery["frequency"]>;
  readonly calendar?: Nullable<ObservationQuery["calendar"]>;
  readonly asOf?: Nullable<string>;
};

const periodOf = ({
  from,
  to,
}: NonNullable<QueryArguments["period"]>): NonNullable<ObservationQuery["period"]> => ({
  ...(typeof from === "string" && { from }),
  ...(typeof to === "string" && { to }),
});

/** Converts GraphQL arguments to a query of the planner: null means the same as an absent argument. */
export const queryOf = (given: QueryArguments): ObservationQuery => {
  const { indicator, by, where, period, frequency, calendar, asOf } = given;
  return {
    indicator,
    ...(by && { by }),
    ...(where && { where }),
    ...(period && { period: periodOf(period) }),
    ...(frequency && { frequency }),
    ...(calendar && { calendar }),
    ...(asOf && { asOf }),
  };
};
