import { addDays, fromJalali, toJalali } from "@karnameh/schema/calendar";
import type { HolidayList } from "@karnameh/schema/working-calendar/working-calendar";
import Holidays from "date-holidays";

/** The version of the prediction: the package, its version, and our shift of the lunar days. */
export const PREDICTION = "predicted-date-holidays-3.37.0-shift1";

const SOLAR = /Farvardin|Ordibehesht|Khordad|Tir|Mordad|Shahrivar|Mehr|Aban|Azar|Dey|Bahman|Esfand/;

/**
 * The package computes lunar months by the calendar of Mecca, which is ahead of Iran's. Compared with the holidays
 * observed in 1400–1403, 34 of its 108 days are wrong as they are, and 15 if lunar holidays fall a day later.
 */
const LUNAR_SHIFT_DAYS = 1;

const iran = new Holidays("IR", { timezone: "Asia/Tehran" });
const gregorianYears = new Map<number, readonly string[]>();
const jalaliYears = new Map<number, HolidayList>();

const holidaysOfGregorian = (year: number): readonly string[] => {
  const days =
    gregorianYears.get(year) ??
    iran.getHolidays(year).map(({ date, rule }) => {
      const day = date.slice(0, 10);
      return SOLAR.test(rule) ? day : addDays(day, LUNAR_SHIFT_DAYS);
    });
  gregorianYears.set(year, days);
  return days;
};

/**
 * The holidays of a Jalali year as predicted. Lunar holidays depend on the sighting of the moon, so a day may be
 * wrong until the calendar of the year is published. Closures by decree are not predicted.
 */
export const predictedHolidays = (jalaliYear: number): HolidayList => {
  const known = jalaliYears.get(jalaliYear);
  if (known !== undefined) return known;
  const days = [0, 1]
    .flatMap((later) => holidaysOfGregorian(jalaliYear + 621 + later))
    // The shift moves the last lunar holiday of a Gregorian year into the next, whose own list lacks it.
    .concat(holidaysOfGregorian(jalaliYear + 620))
    .filter((day) => day >= fromJalali(jalaliYear, 1, 1) && toJalali(day).year === jalaliYear);
  const list: HolidayList = { version: PREDICTION, holidays: new Set(days) };
  jalaliYears.set(jalaliYear, list);
  return list;
};
