import { type Period, periodFromOrdinal } from "@karnameh/schema/calendar";

/** A calendar day of Tehran as days since 1970-01-01. */
export type Day = number;

const MS_A_DAY = 86_400_000;

export const dayOf = (iso: string): Day => Date.parse(iso) / MS_A_DAY;

const written = new Map<Day, string>();

/** `YYYY-MM-DD`. Results are cached: a run has a few thousand days and millions of events. */
export const isoDay = (day: Day): string => {
  const known = written.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * MS_A_DAY).toISOString().slice(0, 10);
  written.set(day, text);
  return text;
};

/** A Jalali month with its days as numbers. `month` is 1 to 12. */
export type JalaliMonth = {
  readonly label: string;
  readonly year: number;
  readonly month: number;
  readonly first: Day;
  readonly last: Day;
};

const jalaliMonth = ({ code, ordinal, from, to }: Period): JalaliMonth => ({
  label: code,
  year: Math.floor(ordinal / 12),
  month: (ordinal % 12) + 1,
  first: dayOf(from),
  last: dayOf(to),
});

/** The months of `years` Jalali years, in order. */
export const jalaliMonths = (startYear: number, years: number): readonly JalaliMonth[] =>
  Array.from({ length: years * 12 }, (_, n) =>
    jalaliMonth(periodFromOrdinal("JALALI", "MONTH", startYear * 12 + n)),
  );

/** The day itself, or the next one if it is a Friday. 1970-01-01 was a Thursday, so day 1 was a Friday. */
export const workday = (day: Day): Day => (day % 7 === 1 ? day + 1 : day);
