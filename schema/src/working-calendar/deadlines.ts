import { periodFromOrdinal } from "../calendar.ts";
import { type WorkingCalendar, workingDayFrom } from "./working-calendar.ts";

/**
 * Article 39 of the Social Security Act: the contribution list of a month is due at the end of the following month.
 * A workshop of up to five workers that is exempt from the employer's share has one month more.
 */
export const ARTICLE_39 = {
  ruleVersion: "article-39",
  monthsAllowed: 1,
  monthsAllowedSmallWorkshop: 2,
  maxSmallWorkshopWorkers: 5,
} as const;

/** The promise to applicants of private schools, as the ministry stated it in 1402; it applies until a rule is recorded. */
export const LICENCE_RULE = { ruleVersion: "three-working-days", maxWorkingDays: 3 } as const;

/** A deadline, and the calendar by which it was found. */
export type Deadline = { readonly dueOn: string; readonly calendarVersion: string };

/**
 * The deadline of a contribution list by Article 39. `monthOrdinal` is the Jalali month as `Period.ordinal`. If the
 * last day is not a working day, the list is due on the next working day.
 */
export const contributionDeadline = (
  calendar: WorkingCalendar,
  monthOrdinal: number,
  isSmallWorkshop: boolean,
): Deadline => {
  const { monthsAllowed, monthsAllowedSmallWorkshop } = ARTICLE_39;
  const months = isSmallWorkshop ? monthsAllowedSmallWorkshop : monthsAllowed;
  const { to } = periodFromOrdinal("JALALI", "MONTH", monthOrdinal + months);
  const dueOn = workingDayFrom(calendar, to);
  return { dueOn, calendarVersion: calendar.status(dueOn).calendarVersion };
};
