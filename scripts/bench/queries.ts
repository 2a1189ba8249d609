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
const filter = (dimension: string, values: readonly string[]) => ({ dimension, values });

/** A mix of typical queries of page readers and statisticians, each with changing filters. */
const KINDS: readonly ((draw: Draw) => ObservationQuery)[] = [
  ({ some }) => ({
    ...{ indicator: "trainees_person_courses", by: ["provider"], frequency: "YEAR" },
    where: [filter("province", some(PROVINCES, 6))],
  }),
  ({ one, some }) => ({
    ...{ indicator: "placement_rate_6m", by: ["province"], frequency: "YEAR", ...within(one(YEARS)) },
    where: [filter("age", some(AGES, 6)), filter("sex", [one(SEXES)])],
  }),
  ({ some }) => ({
    ...{ indicator: "employed", by: ["sex"], frequency: "MONTH" },
    where: [filter("province", some(PROVINCES, 5))],
  }),
  ({ one, organisations }) => ({
    ...{ indicator: "hires", by: ["channel"], frequency: "QUARTER" },
    where: [filter("organisation", [one(organisations)])],
  }),
  ({ some }) => ({
    ...{ indicator: "insurance_coverage_rate", frequency: "MONTH" },
    where: [filter("province", some(PROVINCES, 5))],
  }),
  ({ one, some }) => ({
    ...{ indicator: "certificates_issued", by: ["province"], frequency: "QUARTER", ...within(one(YEARS)) },
    where: [filter("occupation", some(OCCUPATIONS, 8))],
  }),
  ({ some }) => ({
    ...{ indicator: "completion_rate", by: ["programme"], frequency: "YEAR" },
    where: [filter("province", some(PROVINCES, 6))],
  }),
  ({ some }) => ({
    ...{ indicator: "days_to_certificate_median", by: ["sex"], frequency: "MONTH" },
    where: [filter("province", some(PROVINCES, 4))],
  }),
  ({ one, some }) => ({
    ...{ indicator: "training_person_hours", by: ["province"], frequency: "QUARTER", calendar: "GREGORIAN" },
    where: [filter("sex", [one(SEXES)]), filter("age", some(AGES, 5))],
  }),
  ({ some }) => ({
    ...{ indicator: "covered_persons", by: ["sex"], frequency: "QUARTER" },
    where: [filter("province", some(PROVINCES, 5)), filter("education", some(codesOf("CL_ISCED"), 4))],
  }),
];

/** Queries of each kind in turn. The same seed gives the same queries. */
export const queriesOf = (
  count: number,
  seed: number,
  organisations: readonly string[],
): readonly ObservationQuery[] => {
  const draw = drawing(randomOf(seed), organisations);
  return Array.from({ length: count }, (_, index) => {
    const kind = KINDS[index % KINDS.length];
    if (kind === undefined) throw new RangeError("no kind of query");
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

/** The body of the request for a query. */
export const requestOf = (query: ObservationQuery): string =>
  JSON.stringify({ query: DOCUMENT, variables: query });
