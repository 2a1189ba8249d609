import { isValidJalaaliDate, toGregorian, toJalaali } from "jalaali-js";
import { MONTHS, QUARTERS, SEASONS } from "./calendar-names.ts";
import type { Lang } from "./text.ts";

export type Calendar = "JALALI" | "GREGORIAN";
export type Frequency = "MONTH" | "QUARTER" | "YEAR";

export type JalaliDate = { readonly year: number; readonly month: number; readonly day: number };

/** A month, quarter or year of one calendar. `from` and `to` are days, both inside; `ordinal` counts without gaps. */
export type Period = {
  readonly calendar: Calendar;
  readonly frequency: Frequency;
  /** `1402-05`, `1402-Q2` or `1402`. */
  readonly code: string;
  /** year * 12 + month - 1, year * 4 + quarter - 1, or the year. */
  readonly ordinal: number;
  readonly from: string;
  readonly to: string;
};

/** The largest span of days inside one Jalali and one Gregorian month, with the ordinals of its six periods. */
export type Segment = {
  readonly segment: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly jm: number;
  readonly jq: number;
  readonly jy: number;
  readonly gm: number;
  readonly gq: number;
  readonly gy: number;
};

/** A period that cannot be parsed; `hint` states how to write it. */
export class PeriodError extends RangeError {
  readonly code = "INVALID_PERIOD";
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(`${message}: ${hint}`);
    this.name = "PeriodError";
    this.hint = hint;
  }
}

const DAY_MS = 86_400_000;
const HALF_HOUR_MS = 1_800_000;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const PERIODS_A_YEAR: Readonly<Record<Frequency, number>> = { MONTH: 12, QUARTER: 4, YEAR: 1 };
const WEEKDAYS = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"] as const;

/** A code of CL_WEEKDAY. */
export type Weekday = (typeof WEEKDAYS)[number];

const two = (value: number): string => String(value).padStart(2, "0");
const four = (value: number): string => String(value).padStart(4, "0");

/** Latin or Arabic-Indic digits as Persian ones; the rest as it is. */
export const toPersianDigits = (value: string | number): string =>
  toLatinDigits(String(value)).replace(/\d/g, (digit) => "۰۱۲۳۴۵۶۷۸۹".charAt(Number(digit)));

/** Persian and Arabic-Indic digits as Latin ones; the rest as it is. */
export const toLatinDigits = (value: string): string =>
  value.replace(/[۰-۹٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));

/** Whether a text is a day of the Gregorian calendar, `YYYY-MM-DD`. */
export const isDay = (value: string): boolean => {
  const [, year, month, day] = DAY.exec(value) ?? [];
  if (year === undefined || month === "00" || day === "00") return false;
  return Number(month) <= 12 && Number(day) <= daysInMonth(Number(year), Number(month));
};

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? isLeap(year)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;

const partsOf = (day: string): { year: number; month: number; date: number } => {
  if (!isDay(day)) throw new RangeError("not a day YYYY-MM-DD of the Gregorian calendar");
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8)) };
};

const dayNumber = (day: string): number => {
  partsOf(day);
  return Date.parse(day) / DAY_MS;
};

const dayOfNumber = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

export const addDays = (day: string, count: number): string => dayOfNumber(dayNumber(day) + count);

/** Adds Gregorian months as ISO 8601's `P6M` does: the last day of a shorter month where the day is not in it. */
export const addMonths = (day: string, count: number): string => {
  const { year, month, date } = partsOf(day);
  const ordinal = year * 12 + month - 1 + count;
  const [toYear, toMonth] = [Math.floor(ordinal / 12), (ordinal % 12) + 1];
  return `${four(toYear)}-${two(toMonth)}-${two(Math.min(date, daysInMonth(toYear, toMonth)))}`;
};

export const weekday = (day: string): Weekday => WEEKDAYS[(((dayNumber(day) + 4) % 7) + 7) % 7] ?? "SUNDAY";

/** The Jalali date of a Gregorian day. */
export const toJalali = (day: string): JalaliDate => {
  const { year, month, date } = partsOf(day);
  const { jy, jm, jd } = toJalaali(year, month, date);
  return { year: jy, month: jm, day: jd };
};

/** The Gregorian day of a Jalali date. Throws RangeError for a date that its calendar does not have. */
export const fromJalali = (year: number, month: number, day: number): string => {
  if (!isValidJalaaliDate(year, month, day)) throw new RangeError("not a date of the Jalali calendar");
  const { gy, gm, gd } = toGregorian(year, month, day);
  return `${four(gy)}-${two(gm)}-${two(gd)}`;
};

/** The Gregorian day of a written Jalali date, `1402-05-12` or `۱۴۰۲/۵/۱۲`. Throws RangeError. */
export const parseJalaliDay = (text: string): string => {
  const [, year, month, day] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(toLatinDigits(text)) ?? [];
  if (year === undefined) throw new RangeError("not a Jalali date such as 1402-05-12");
  return fromJalali(Number(year), Number(month), Number(day));
};

const tehran = new Intl.DateTimeFormat("en", {
  timeZone: "Asia/Tehran",
  calendar: "gregory",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});
const tehranDays = new Map<number, string>();
/** From 1936 on Tehran's offset has been a multiple of half an hour, so no day begins inside half an hour of UTC. */
const HALF_HOURS_SINCE = Date.UTC(1936, 0, 1);

const computeTehranDay = (instant: number): string => {
  const parts = Object.fromEntries(tehran.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${parts["year"]?.padStart(4, "0")}-${parts["month"]}-${parts["day"]}`;
};

/** The calendar day in Tehran at an instant, given as milliseconds since 1970 or as ISO 8601. Throws RangeError. */
export const tehranDay = (instant: number | string): string => {
  const time = typeof instant === "number" ? instant : Date.parse(instant);
  if (Number.isNaN(time)) throw new RangeError("not an instant of ISO 8601");
  if (time < HALF_HOURS_SINCE) return computeTehranDay(time);
  const halfHour = Math.floor(time / HALF_HOUR_MS);
  const known = tehranDays.get(halfHour);
  if (known !== undefined) return known;
  if (tehranDays.size > 100_000) tehranDays.clear();
  const day = computeTehranDay(time);
  tehranDays.set(halfHour, day);
  return day;
};

const monthOrdinal = (day: string, calendar: Calendar): number => {
  const { year, month } = calendar === "JALALI" ? toJalali(day) : partsOf(day);
  return year * 12 + month - 1;
};

const monthStart = (calendar: Calendar, ordinal: number): string => {
  const [year, month] = [Math.floor(ordinal / 12), (ordinal % 12) + 1];
  return calendar === "JALALI" ? fromJalali(year, month, 1) : `${four(year)}-${two(month)}-01`;
};

export const periodFromOrdinal = (calendar: Calendar, frequency: Frequency, ordinal: number): Period => {
  const size = PERIODS_A_YEAR[frequency];
  const year = four(Math.floor(ordinal / size));
  const part = (ordinal % size) + 1;
  const months = 12 / size;
  return {
    calendar,
    frequency,
    code: frequency === "YEAR" ? year : frequency === "QUARTER" ? `${year}-Q${part}` : `${year}-${two(part)}`,
    ordinal,
    from: monthStart(calendar, ordinal * months),
    to: addDays(monthStart(calendar, (ordinal + 1) * months), -1),
  };
};

/** The month, quarter or year that a day lies in. */
export const periodOf = (day: string, calendar: Calendar, frequency: Frequency): Period =>
  periodFromOrdinal(
    calendar,
    frequency,
    Math.floor(monthOrdinal(day, calendar) / (12 / PERIODS_A_YEAR[frequency])),
  );

const YEARS: Readonly<Record<Calendar, { first: number; last: number; examples: string; other: Calendar }>> =
  {
    JALALI: { first: 1200, last: 1599, examples: "1402, 1402-Q2 or 1402-05", other: "GREGORIAN" },
    GREGORIAN: { first: 1800, last: 2200, examples: "2023, 2023-Q3 or 2023-08", other: "JALALI" },
  };

/** Reads `1402`, `1402-Q2` or `1402-05`, in digits of either script. Throws PeriodError. */
export const parsePeriod = (text: string, calendar: Calendar): Period => {
  const { first, last, examples, other } = YEARS[calendar];
  const match = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(toLatinDigits(text.trim()));
  if (!match) throw new PeriodError(`not a ${calendar} period`, `write ${examples}`);
  const year = Number(match[1]);
  if (year < first || year > last) {
    const isOther = year >= YEARS[other].first && year <= YEARS[other].last;
    throw new PeriodError(
      `the year is outside ${first} to ${last} of the ${calendar} calendar`,
      isOther ? `it looks like a year of the calendar ${other}` : `write ${examples}`,
    );
  }
  if (match[2] !== undefined) return periodFromOrdinal(calendar, "QUARTER", year * 4 + Number(match[2]) - 1);
  if (match[3] !== undefined) return periodFromOrdinal(calendar, "MONTH", year * 12 + Number(match[3]) - 1);
  return periodFromOrdinal(calendar, "YEAR", year);
};

/** Reads the code of a period of that calendar which its year is of, `1402` or `2023`. Throws PeriodError. */
export const periodOfCode = (code: string): Period =>
  parsePeriod(code, Number(code.slice(0, 4)) > YEARS.JALALI.last ? "GREGORIAN" : "JALALI");

/** `مرداد ۱۴۰۲`, `تابستان ۱۴۰۲`, `Mordad 1402`, `Q2 1402 (Tir–Shahrivar)`. */
export const periodLabel = (period: Period, lang: Lang): string => {
  const { calendar, frequency } = period;
  const size = PERIODS_A_YEAR[frequency];
  const year = Math.floor(period.ordinal / size);
  const part = period.ordinal % size;
  const months = MONTHS[calendar][lang];
  if (lang === "fa") {
    const quarters = calendar === "JALALI" ? SEASONS : QUARTERS;
    const name = frequency === "MONTH" ? months[part] : frequency === "QUARTER" ? quarters[part] : undefined;
    return name === undefined ? toPersianDigits(year) : `${name} ${toPersianDigits(year)}`;
  }
  if (frequency === "MONTH") return `${months[part]} ${year}`;
  if (frequency === "QUARTER") return `Q${part + 1} ${year} (${months[part * 3]}–${months[part * 3 + 2]})`;
  return String(year);
};

/** The years that the calendar table covers; an event of a day outside them has no segment. */
export const FIRST_JALALI_YEAR = 1300;
export const LAST_JALALI_YEAR = 1450;

/** The days on which events happen, both inside. */
export const FIRST_EVENT_DAY = fromJalali(FIRST_JALALI_YEAR, 1, 1);
export const LAST_EVENT_DAY = addDays(fromJalali(LAST_JALALI_YEAR + 1, 1, 1), -1);

/** The days that an event may name, both inside: what it speaks of began earlier or ends later than it happens. */
export const FIRST_DAY = "1871-03-21";
export const LAST_DAY = "2121-03-20";

/** Whether a text has the form of a day, and a year that only the Jalali calendar writes. */
export const looksJalali = (text: string): boolean =>
  /^1[2-5]\d{2}[-/]\d{1,2}[-/]\d{1,2}$/.test(toLatinDigits(text));

/** The segments of the days from 1 Farvardin of the first year to the end of the last, numbered from 0. */
export const segments = (
  fromJalaliYear = FIRST_JALALI_YEAR,
  toJalaliYear = LAST_JALALI_YEAR,
): readonly Segment[] => {
  const found: Segment[] = [];
  const end = fromJalali(toJalaliYear + 1, 1, 1);
  let startsOn = fromJalali(fromJalaliYear, 1, 1);
  while (startsOn < end) {
    const [jm, gm] = [monthOrdinal(startsOn, "JALALI"), monthOrdinal(startsOn, "GREGORIAN")];
    const [next = end] = [monthStart("JALALI", jm + 1), monthStart("GREGORIAN", gm + 1)].sort();
    found.push({
      segment: found.length,
      startsOn,
      endsOn: addDays(next, -1),
      jm,
      jq: Math.floor(jm / 3),
      jy: Math.floor(jm / 12),
      gm,
      gq: Math.floor(gm / 3),
      gy: Math.floor(gm / 12),
    });
    startsOn = next;
  }
  return found;
};

/** Those of some Jalali years in which a date falls on a day of the week: a weekday in a text names its year. */
export const weekdayMatches = (
  jalaliMonth: number,
  jalaliDay: number,
  name: Weekday,
  jalaliYears: readonly number[],
): readonly number[] =>
  jalaliYears.filter(
    (year) =>
      isValidJalaaliDate(year, jalaliMonth, jalaliDay) &&
      weekday(fromJalali(year, jalaliMonth, jalaliDay)) === name,
  );
