import { FIRST_EVENT_DAY, isDay, looksJalali, tehranDay } from "@karnameh/schema/calendar";
import { IngestError } from "./ingest-error.ts";

const faultOf = (day: string, today: string, example: string): string | undefined => {
  if (looksJalali(day)) return `looks like a Jalali day: write the Gregorian one, such as ${example}`;
  if (!isDay(day)) return `has to be a day, such as ${example}`;
  if (day < FIRST_EVENT_DAY) return `lies outside the calendar, which begins on ${FIRST_EVENT_DAY}`;
  return day > today ? `lies after today, ${today}` : undefined;
};

/** Rejects an option that is not a day up to today; `what` begins the sentence. Throws IngestError. */
export const checkOptionDay = (
  what: string,
  day: string,
  {
    example,
    today = tehranDay(Date.now()),
  }: { readonly example: string; readonly today?: string | undefined },
): void => {
  const fault = faultOf(day, today, example);
  if (fault !== undefined) throw new IngestError("OPTION_INVALID", `${what} ${fault}.`);
};
