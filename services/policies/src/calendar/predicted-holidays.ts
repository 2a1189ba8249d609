import { addDays, fromJalali, toJalali } from "@karnameh/schema/calendar";
import Holidays from "date-holidays";

/** Names what the prediction rests on: the package, its version, and our shift of the lunar days. */
export const PREDICTION = "predicted-date-holidays-3.37.0-shift1";

const SOLAR = /Farvardin|Ordibehesht|Khordad|Tir|Mordad|Shahrivar|Mehr|Aban|Azar|Dey|Bahman|Esfand/;

/**
 * The package reckons lunar months by the calendar of Mecca, which runs ahead of Iran's. Held against the holidays
 * that were kept in 1400–1403, 34 of its 108 days are no holiday as they stand, and 15 with the lunar ones a day later.
 */
const LUNAR_SHIFT_DAYS = 1;

const iran = new Holidays("IR", { timezone: "Asia/Tehran" });
const gregorianYears = new Map<number, readonly string[]>();
const jalaliYears = new Map<number, ReadonlySet<string>>();

const holidaysOfGregorian = (year: number): readonly string[] => {
  const found =
    gregorianYears.get(year) ??
    iran.getHolidays(year).map(({ date, rule }) => {
      const day = date.slice(0, 10);
      return SOLAR.test(rule) ? day : addDays(day, LUNAR_SHIFT_DAYS);
    });
  gregorianYears.set(year, found);
  return found;
};

/**
 * The holidays of a Jalali year as they can be reckoned beforehand. Feasts of the moon follow its sighting, so a
 * day of these may be wrong until the calendar of the year is published; closures by decree are not in it at all.
 */
export const predictedHolidays = (jalaliYear: number): ReadonlySet<string> => {
  const found =
    jalaliYears.get(jalaliYear) ??
    new Set(
      [0, 1]
        .flatMap((later) => holidaysOfGregorian(jalaliYear + 621 + later))
        // The shift moves the last lunar day of a Gregorian year into the next, where its own list has it not.
        .concat(holidaysOfGregorian(jalaliYear + 620))
        .filter((day) => day >= fromJalali(jalaliYear, 1, 1) && toJalali(day).year === jalaliYear),
    );
  jalaliYears.set(jalaliYear, found);
  return found;
};
