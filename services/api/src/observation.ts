import type { Coordinate, MissingReason, Observation, Status } from "@karnameh/projections/planner/question";
import type { Text } from "@karnameh/schema/text";
import { builder } from "./builder.ts";
import { formatNumber } from "./format.ts";
import { PeriodType } from "./period.ts";
import { TextType } from "./text.ts";

/** What the rows of one answer share. */
export type AnswerContext = {
  readonly unit: string;
  readonly decimals: number;
  /** At once where a code list has it; asked of the planner, once an answer, where the value is an open one. */
  readonly labelOf: (dimension: string, code: string) => Text | Promise<Text>;
};

export type ObservationShape = { readonly row: Observation; readonly answer: AnswerContext };
type CoordinateShape = { readonly at: Coordinate; readonly answer: AnswerContext };

const statuses: Readonly<Record<Status, { description: string }>> = {
  A: { description: "Normal. Zero is a value like any other." },
  P: {
    description:
      "Provisional: on the day of knowledge the period was not over, or what belongs to it was still coming in.",
  },
  M: { description: "Missing: there is no data. The value is null, never zero, and `reason` says why." },
  Q: { description: "Suppressed: there is a value, and it is withheld to protect those it counts." },
  E: { description: "Estimated: by a model or a projection, not counted." },
  U: {
    description: "Low reliability: it rests on few observations of a survey; `sampleSize` says how many.",
  },
};

/** Why a value is missing, in words. */
export const missingReasons: Readonly<Record<MissingReason, Text>> = {
  NO_EVENTS: {
    fa: "هیچ رویدادی برای این بازه ثبت نشده است.",
    en: "Nothing was recorded that bears on this period.",
  },
  NO_DENOMINATOR: {
    fa: "مخرج صفر است؛ نسبت به هیچ معنا ندارد.",
    en: "The denominator is empty: a rate of nothing.",
  },
  WINDOW_OPEN: {
    fa: "بازهٔ پیگیری این گروه در روز دانستن هنوز نگذشته بود.",
    en: "The window after this cohort had not passed on the day of knowledge.",
  },
  NOT_REACHED: {
    fa: "هنوز چنین سهمی از پرونده‌ها پایان نیافته است.",
    en: "The share asked for of the cases has not ended yet.",
  },
  NO_OBSERVATION: {
    fa: "سری رسمی برای این بازه مقداری ندارد.",
    en: "The official series has no value here.",
  },
  NOT_IMPORTED: {
    fa: "هیچ مجموعه‌داده‌ای از این سری وارد نشده است.",
    en: "No dataset of the official series was imported.",
  },
};

export const StatusEnum = builder.enumType("ObservationStatus", {
  description:
    "How a value stands (SDMX CL_OBS_STATUS). Zero, missing, withheld and provisional are different things.",
  values: statuses,
});

const MissingReasonEnum = builder.enumType("MissingReason", {
  description: "Why a value is missing.",
  values: Object.fromEntries(
    Object.entries(missingReasons).map(([name, { en }]) => [name, { description: en }]),
  ) as Record<MissingReason, { description: string }>,
});

const CoordinateType = builder.objectRef<CoordinateShape>("Coordinate").implement({
  description: "The value of one of the dimensions that an answer is broken down by.",
  fields: (t) => ({
    dimension: t.id({ description: "The dimension.", resolve: ({ at }) => at.dimension }),
    code: t.id({
      description: "The code of the value; `_U` where it is not known.",
      resolve: ({ at }) => at.code,
    }),
    label: t.field({
      type: TextType,
      description: "The name of the value.",
      resolve: ({ at, answer }) => answer.labelOf(at.dimension, at.code),
    }),
  }),
});

const reading = (description: string, pick: (row: Observation) => number | null) => ({
  nullable: true as const,
  description,
  resolve: ({ row }: ObservationShape) => pick(row),
});

const valueReading = reading(
  "In the answer's unit, not rounded; null with a reason where there is none.",
  (row) => row.value,
);
const sampleReading = reading(
  "How many observations of a survey the denominator rests on; null for what is no survey's rate.",
  (row) => row.sampleSize,
);

export const ObservationType = builder.objectRef<ObservationShape>("Observation").implement({
  description: "One number: of one period and one combination of values, with its status.",
  fields: (t) => ({
    period: t.field({ type: PeriodType, description: "The period.", resolve: ({ row }) => row.period }),
    coordinates: t.field({
      type: [CoordinateType],
      description: "One for each dimension of `by`, in the order in which they were asked for.",
      resolve: ({ row, answer }) => row.coordinates.map((at) => ({ at, answer })),
    }),
    value: t.float(valueReading),
    numerator: t.float(reading("What a rate divides; null for what is not a rate.", (row) => row.numerator)),
    denominator: t.float(
      reading("What a rate divides by; null for what is not a rate.", (row) => row.denominator),
    ),
    sampleSize: t.float(sampleReading),
    status: t.field({
      type: StatusEnum,
      description: "How the value stands.",
      resolve: ({ row }) => row.status,
    }),
    reason: t.field({
      type: MissingReasonEnum,
      nullable: true,
      description: "Why the value is missing; null where it is not.",
      resolve: ({ row }) => row.reason,
    }),
    reasonText: t.field({
      type: TextType,
      nullable: true,
      description: "The reason in words.",
      resolve: ({ row }) => (row.reason ? missingReasons[row.reason] : null),
    }),
    isSynthetic: t.boolean({
      description: "True where any event it rests on is simulated.",
      resolve: ({ row }) => row.isSynthetic,
    }),
    display: t.field({
      type: TextType,
      nullable: true,
      description: "The value rounded for reading, with Persian digits in Persian; null where there is none.",
      resolve: ({ row: { value }, answer }) =>
        value === null ? null : formatNumber(value, answer.decimals, answer.unit),
    }),
  }),
});
