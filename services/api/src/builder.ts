import type { Planner } from "@karnameh/projections/planner/port";
import type { ReaderStatus } from "@karnameh/runtime/reader-status";
import { isDay, parseJalaliDay } from "@karnameh/schema/calendar";
import SchemaBuilder from "@pothos/core";
import type { ApiLimits } from "./limits.ts";
import { refusal } from "./refusal.ts";

/** Everything that resolvers can access. */
export type ApiContext = {
  readonly planner: Planner;
  readonly live: () => Promise<ReaderStatus>;
  readonly limits: ApiLimits;
};

export const builder = new SchemaBuilder<{
  Context: ApiContext;
  DefaultFieldNullability: false;
  Scalars: { Day: { Input: string; Output: string }; ID: { Input: string; Output: string } };
}>({ defaultFieldNullability: false });

/** A year before this one is taken for a Jalali year. */
const FIRST_YEAR = 1900;

const jalaliHint = (value: string): string => {
  try {
    return `Use the Gregorian date of the same day: ${parseJalaliDay(value)}.`;
  } catch {
    return "Use a Gregorian date, YYYY-MM-DD.";
  }
};

const parseDay = (value: unknown): string => {
  if (typeof value !== "string" || !isDay(value)) {
    throw refusal("BAD_DAY", "This date does not exist.", "Use a Gregorian date, YYYY-MM-DD.");
  }
  if (Number(value.slice(0, 4)) >= FIRST_YEAR) return value;
  const hint = jalaliHint(value);
  throw refusal("BAD_DAY", `${value} looks like a Jalali date.`, hint);
};

builder.scalarType("Day", {
  description: "Gregorian date, `YYYY-MM-DD` (ISO 8601).",
  serialize: (value) => value,
  parseValue: parseDay,
});

builder.queryType({
  description: "All queries. Every number is computed from events, as of a date.",
});
