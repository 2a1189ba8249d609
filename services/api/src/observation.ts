import type {
  Coordinate,
  MissingReason,
  Observation,
  Status,
} from "@karnameh/projections/planner/observation-query";
import { missingReasons, statusMeanings } from "@karnameh/projections/planner/observation-texts";
import type { Text } from "@karnameh/schema/text";
import { builder } from "./builder.ts";
import { formatNumber } from "./format.ts";
import { PeriodType } from "./period.ts";
import { TextType } from "./text.ts";

/** What the observations of one response share. */
export type ResponseContext = {
  readonly unit: string;
  readonly decimals: number;
  /** A value of a code list has its label at once; the planner looks up any other value once per response. */
  readonly labelOf: (dimension: string, code: string) => Text | Promise<Text>;
};

export type ObservationNode = { readonly row: Observation; readonly context: ResponseContext };
type CoordinateNode = { readonly at: Coordinate; readonly context: ResponseContext };

const describedValues = <Code extends string>(texts: Readonly<Record<Code, string>>) =>
  Object.fromEntries(Object.entries<string>(texts).map(([code, description]) => [code, { description }])) as {
    readonly [code in Code]: { readonly description: string };
  };

const reasonDescriptions = Object.fromEntries(
  Object.entries(missingReasons).map(([name, { en }]) => [name, en]),
) as Record<MissingReason, string>;

export const StatusEnum = builder.enumType("ObservationStatus", {
  description:
    "Status of an observation (SDMX CL_OBS_STATUS). Zero, missing, suppressed and provisional are different things.",
  values: describedValues<Status>(statusMeanings),
});

const MissingReasonEnum = builder.enumType("MissingReason", {
  description: "Reason why an observation has no value.",
  values: describedValues<MissingReason>(reasonDescriptions),
});

const CoordinateType = builder.objectRef<CoordinateNode>("Coordinate").implement({
  description: "Value of one dimension of `by`.",
  fields: (t) => ({
    dimension: t.id({ description: "Id of the dimension.", resolve: ({ at }) => at.dimension }),
    code: t.id({
      description: "Code of the value; `_U` if it is unknown.",
      resolve: ({ at }) => at.code,
    }),
    label: t.field({
      type: TextType,
      description: "Label of the value.",
      resolve: ({ at, context }) => context.labelOf(at.dimension, at.code),
    }),
  }),
});

const amount = (description: string, pick: (row: Observation) => number | null) => ({
  nullable: true as const,
  description,
  resolve: ({ row }: ObservationNode) => pick(row),
});

const value = amount(
  "Value in the unit of the response, not rounded; null if it is missing or suppressed.",
  (row) => row.value,
);
const numerator = amount("Numerator; null if the value is not a ratio.", (row) => row.numerator);
const denominator = amount("Denominator; null if the value is not a ratio.", (row) => row.denominator);
const sampleSize = amount(
  "Survey sample size of the denominator; null if the indicator does not come from a survey.",
  (row) => row.sampleSize,
);

export const ObservationType = builder.objectRef<ObservationNode>("Observation").implement({
  description: "One value for one period and one combination of dimension values, with its status.",
  fields: (t) => ({
    period: t.field({ type: PeriodType, description: "Period.", resolve: ({ row }) => row.period }),
    coordinates: t.field({
      type: [CoordinateType],
      description: "One coordinate for each dimension of `by`, in the same order.",
      resolve: ({ row, context }) => row.coordinates.map((at) => ({ at, context })),
    }),
    value: t.float(value),
    numerator: t.float(numerator),
    denominator: t.float(denominator),
    sampleSize: t.float(sampleSize),
    status: t.field({
      type: StatusEnum,
      description: "Status of the observation.",
      resolve: ({ row }) => row.status,
    }),
    reason: t.field({
      type: MissingReasonEnum,
      nullable: true,
      description: "Reason why the value is missing; null if there is a value.",
      resolve: ({ row }) => row.reason,
    }),
    reasonText: t.field({
      type: TextType,
      nullable: true,
      description: "Explanation of `reason`.",
      resolve: ({ row }) => (row.reason ? missingReasons[row.reason] : null),
    }),
    isSynthetic: t.boolean({
      description: "True if any underlying event is simulated.",
      resolve: ({ row }) => row.isSynthetic,
    }),
    display: t.field({
      type: TextType,
      nullable: true,
      description:
        "Value rounded and formatted for display, with Persian digits in `fa`; null if there is no value.",
      resolve: ({ row, context }) =>
        row.value === null ? null : formatNumber(row.value, context.decimals, context.unit),
    }),
  }),
});
