import type { ObservationQuery } from "@karnameh/projections/planner/observation-query";
import { codelist } from "@karnameh/schema/codelists";

/** A generator of numbers in [0, 1) that gives the same ones for the same seed (mulberry32). */
export const randomOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const codesOf = (id: string): readonly string[] => codelist(id)?.codes.map(({ code }) => code) ?? [];

const PROVINCES = codesOf("CL_AREA").filter((code) => code.startsWith("IR-"));
const AGES = codesOf("CL_AGE5");
const OCCUPATIONS = codesOf("CL_ISCO08_SUB_MAJOR");
const SEXES = ["F", "M"];
const YEARS = ["1400", "1401", "1402"];

type Draw = {
  readonly one: (of: readonly string[]) => string;
  readonly some: (of: readonly string[], count: number) => readonly string[];
  readonly organisations: readonly string[];
};

const drawing = (random: () => number, organisations: readonly string[]): Draw => {
  const one = (of: readonly string[]): string => of[Math.floor(random() * of.length)] ?? "";
  const some = (of: readonly string[], count: number): readonly string[] => [
    ...new Set(Array.from({ length: count }, () => one(of))),
  ];
  return { one, some, organisations };
};

const within = (year: string) => ({ period: { from: year, to: year } });
const cut = (dimension: string, values: readonly string[]) => ({ dimension, values });

/** The mix: what a reader of the pages and a statistician ask, each with cuts that change from time to time. */
const KINDS: readonly ((draw: Draw) => ObservationQuery)[] = [
  ({ some }) => ({
    ...{ indicator: "trainees_person_courses", by: ["provider"], frequency: "YEAR" },
    where: [cut("province", some(PROVINCES, 6))],
  }),
  ({ one, some }) => ({
    ...{ indicator: "placement_rate_6m", by: ["province"], frequency: "YEAR", ...within(one(YEARS)) },
    where: [cut("age", some(AGES, 6)), cut("sex", [one(SEXES)])],
  }),
  ({ some }) => ({
    ...{ indicator: "employed", by: ["sex"], frequency: "MONTH" },
    where: [cut("province", some(PROVINCES, 5))],
  }),
  ({ one, organisations }) => ({
    ...{ indicator: "hires", by: ["channel"], frequency: "QUARTER" },
    where: [cut("organisation", [one(organisations)])],
  }),
  ({ some }) => ({
    ...{ indicator: "insurance_coverage_rate", frequency: "MONTH" },
    where: [cut("province", some(PROVINCES, 5))],
  }),
  ({ one, some }) => ({
    ...{ indicator: "certificates_issued", by: ["province"], frequency: "QUARTER", ...within(one(YEARS)) },
    where: [cut("occupation", some(OCCUPATIONS, 8))],
  }),
  ({ some }) => ({
    ...{ indicator: "completion_rate", by: ["programme"], frequency: "YEAR" },
    where: [cut("province", some(PROVINCES, 6))],
  }),
  ({ some }) => ({
    ...{ indicator: "days_to_certificate_median", by: ["sex"], frequency: "MONTH" },
    where: [cut("province", some(PROVINCES, 4))],
  }),
  ({ one, some }) => ({
    ...{ indicator: "training_person_hours", by: ["province"], frequency: "QUARTER", calendar: "GREGORIAN" },
    where: [cut("sex", [one(SEXES)]), cut("age", some(AGES, 5))],
  }),
  ({ some }) => ({
    ...{ indicator: "covered_persons", by: ["sex"], frequency: "QUARTER" },
    where: [cut("province", some(PROVINCES, 5)), cut("education", some(codesOf("CL_ISCED"), 4))],
  }),
];

/** Questions in turn, each kind as often; the same seed gives the same ones. */
export const questionsOf = (
  count: number,
  seed: number,
  organisations: readonly string[],
): readonly ObservationQuery[] => {
  const draw = drawing(randomOf(seed), organisations);
  return Array.from({ length: count }, (_, index) => {
    const kind = KINDS[index % KINDS.length];
    if (kind === undefined) throw new RangeError("no kind of question");
    return kind(draw);
  });
};

const DOCUMENT = `query ($indicator: ID!, $by: [ID!], $where: [DimensionFilter!], $period: PeriodRange,
  $frequency: Frequency, $calendar: CalendarSystem, $asOf: Day) {
  observations(indicator: $indicator, by: $by, where: $where, period: $period, frequency: $frequency,
    calendar: $calendar, asOf: $asOf) {
    vintage { asOf position } isSynthetic
    observations { period { code } coordinates { dimension code label { fa en } } value status reason }
  }
}`;

/** The body of the request that asks it. */
export const requestOf = (question: ObservationQuery): string =>
  JSON.stringify({ query: DOCUMENT, variables: question });
