import type { Planner } from "@karnameh/projections/planner/port";
import { isDay, parseJalaliDay } from "@karnameh/schema/calendar";
import SchemaBuilder from "@pothos/core";
import type { ApiLimits } from "./limits.ts";
import { refusal } from "./refusal.ts";

/** How far the read model is behind the log, as the process that feeds it knows. */
export type Live = {
  /** The last position of the log. */
  readonly head: string;
  /** The last position that the read model has taken in. */
  readonly position: string;
  readonly lagEvents: number;
  /** Seconds since the oldest event not yet taken in was appended; null where there is none. */
  readonly ageSeconds: number | null;
  readonly state: string;
};

/** What the resolvers may ask; nothing else reaches them. */
export type ApiContext = {
  readonly planner: Planner;
  readonly live: () => Promise<Live>;
  readonly limits: ApiLimits;
};

export const builder = new SchemaBuilder<{
  Context: ApiContext;
  DefaultFieldNullability: false;
  Scalars: { Day: { Input: string; Output: string }; ID: { Input: string; Output: string } };
}>({ defaultFieldNullability: false });

/** Before this year a Gregorian day is a Jalali one that was taken for it. */
const FIRST_YEAR = 1900;

const jalaliHint = (value: string): string => {
  try {
    return `Write the same day in the Gregorian calendar: ${parseJalaliDay(value)}.`;
  } catch {
    return "Write a Gregorian day as YYYY-MM-DD.";
  }
};

const parseDay = (value: unknown): string => {
  if (typeof value !== "string" || !isDay(value)) {
    throw refusal("BAD_DAY", "This is not a day of the calendar.", "Write a Gregorian day as YYYY-MM-DD.");
  }
  if (Number(value.slice(0, 4)) >= FIRST_YEAR) return value;
  const hint = jalaliHint(value);
  throw refusal("BAD_DAY", `${value} looks like a day of the Jalali calendar.`, hint);
};

builder.scalarType("Day", {
  description: "A day of the Gregorian calendar, `YYYY-MM-DD` (ISO 8601).",
  serialize: (value) => value,
  parseValue: parseDay,
});

builder.queryType({
  description:
    "Everything that can be asked. Every number rests on events, and on what was known on one day.",
});
