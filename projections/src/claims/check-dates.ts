import { isDay, parsePeriod, weekday } from "@karnameh/schema/calendar";
import { type Discrepancy, discrepancy } from "./claim.ts";
import type { ClaimRow } from "./claim-types.ts";

const MS_A_DAY = 86_400_000;

/** The units of figures that are dates and not amounts. */
const DATE_UNITS = new Set(["DATE", "JALALI_YEAR", "GREGORIAN_YEAR", "RELATIVE_YEAR"]);

type Days = { readonly from: string; readonly to: string };

export const isDate = ({ unit }: ClaimRow): boolean => DATE_UNITS.has(unit);

const yearOf = (value: number, calendar: "JALALI" | "GREGORIAN"): Days | undefined => {
  try {
    return parsePeriod(String(value), calendar);
  } catch {
    return undefined;
  }
};

/** The days that a date or a year of either calendar means; undefined where its text contains none. */
const daysOf = ({ unit, value, valueText, periodFrom, periodTo }: ClaimRow): Days | undefined => {
  if (unit === "DATE" && valueText !== null && isDay(valueText)) return { from: valueText, to: valueText };
  if (value !== null && unit === "JALALI_YEAR") return yearOf(value, "JALALI");
  if (value !== null && unit === "GREGORIAN_YEAR") return yearOf(value, "GREGORIAN");
  return periodFrom !== null && periodTo !== null ? { from: periodFrom, to: periodTo } : undefined;
};

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / MS_A_DAY;

/**
 * Two dates for one act: undefined if they may be the same day, also between years of two calendars. The gap is
 * in days between the nearest ones, above zero where the left is later.
 */
export const checkDates = (left: ClaimRow, other: ClaimRow): Discrepancy | undefined => {
  const [one, two] = [daysOf(left), daysOf(other)];
  if (!one || !two) {
    const same = left.value === other.value && left.valueText === other.valueText;
    return same || left.unit !== other.unit ? undefined : discrepancy("DATES_DIFFER", left);
  }
  const gap =
    one.from > two.to
      ? daysBetween(two.to, one.from)
      : two.from > one.to
        ? -daysBetween(one.to, two.from)
        : 0;
  return gap === 0 ? undefined : discrepancy("DATES_DIFFER", left, { gap, gapUnit: "DAYS" });
};

/** A date whose stated day of the week is another one; what is expected is the calendar's. */
export const checkWeekday = (figure: ClaimRow): Discrepancy | undefined => {
  const { valueText, weekday: stated } = figure;
  if (figure.unit !== "DATE" || !stated || valueText === null || !isDay(valueText)) return undefined;
  const real = weekday(valueText);
  return real === stated ? undefined : discrepancy("WEEKDAY_DIFFERS", figure, { expectedText: real });
};
