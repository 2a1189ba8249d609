import { fromJalali, isDay, toJalali } from "@karnameh/schema/calendar";
import type { Token } from "./tokens.ts";

/** The calendar that a word or a year names. */
type CalendarName = "JALALI" | "GREGORIAN" | "LUNAR";

/** A day in digits: the day, where it is one, how many tokens it has, and what is doubtful. */
export type NumericDate = { readonly day?: string; readonly tokens: number; readonly note: string };

/** The first and last day that a text may name. */
const [FIRST_DAY, LAST_DAY] = ["1800-01-01", "2200-12-31"];
const JALALI_YEARS = { first: 1179, last: 1579 };
const GREGORIAN_YEARS = { first: 1800, last: 2200 };

const YEAR_FIRST = /^(\d{4})([-/.٫])(\d{1,2})\2(\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([-/.٫])(\d{1,2})\2(\d{4})$/;

/** The calendar of a printed year: the years of the two calendars that a text names do not meet. */
export const calendarOfYear = (year: number): "JALALI" | "GREGORIAN" | undefined => {
  if (year >= JALALI_YEARS.first && year <= JALALI_YEARS.last) return "JALALI";
  return year >= GREGORIAN_YEARS.first && year <= GREGORIAN_YEARS.last ? "GREGORIAN" : undefined;
};

const pad = (value: number): string => String(value).padStart(2, "0");

/** The Gregorian day of a date in its own calendar; undefined where there is none within the days that a text names. */
export const dayIn = (
  calendar: "JALALI" | "GREGORIAN",
  { year, month, day }: { readonly year: number; readonly month: number; readonly day: number },
): string | undefined => {
  try {
    const found = calendar === "JALALI" ? fromJalali(year, month, day) : `${year}-${pad(month)}-${pad(day)}`;
    return isDay(found) && found >= FIRST_DAY && found <= LAST_DAY ? found : undefined;
  } catch {
    return undefined;
  }
};

const DAYS_OF_LUNAR_YEAR = 354.367;
const LUNAR_EPOCH = Date.UTC(622, 6, 19);
const DAY_MS = 86_400_000;
/** How many years from the document's a year of the Jalali calendar may lie before it is more likely a lunar one. */
const FAR_YEARS = 10;

/** Whether a printed year is about the lunar year of the document and far from its Jalali one. */
export const looksLunar = (year: number, publishedOn?: string): boolean => {
  if (publishedOn === undefined) return false;
  const lunar = 1 + Math.floor((Date.parse(publishedOn) - LUNAR_EPOCH) / DAY_MS / DAYS_OF_LUNAR_YEAR);
  return Math.abs(year - lunar) <= 1 && year - toJalali(publishedOn).year > FAR_YEARS;
};

/** Words behind a date or a year that name its calendar: "lunar", "solar" in two words, "of the birth of Christ". */
const CALENDAR_WORDS: Readonly<Record<string, CalendarName>> = {
  قمری: "LUNAR",
  ق: "LUNAR",
  هق: "LUNAR",
  شمسی: "JALALI",
  خورشیدی: "JALALI",
  ش: "JALALI",
  هش: "JALALI",
  میلادی: "GREGORIAN",
  م: "GREGORIAN",
};
const HIJRI = /^(هجری|ه|هـ)$/; // "of the Hijra", and its abbreviation

/** The calendar that the words behind a date name, and how many tokens they are. */
export const readCalendarName = (
  tokens: readonly Token[],
  at: number,
): { readonly calendar?: CalendarName; readonly tokens: number } => {
  const isHijri = HIJRI.test(tokens[at]?.text ?? "");
  let end = isHijri ? at + 1 : at;
  if (isHijri && tokens[end]?.text === ".") end += 1;
  const calendar = CALENDAR_WORDS[tokens[end]?.text ?? ""];
  return calendar === undefined ? { tokens: 0 } : { calendar, tokens: end + 1 - at };
};

export const LUNAR_NOTE = "a date of the lunar calendar: write its Gregorian day";

type Parts = {
  readonly year: number;
  readonly second: number;
  readonly third: number;
  readonly isYearFirst: boolean;
};

const partsOf = (word: string): Parts | undefined => {
  const first = YEAR_FIRST.exec(word);
  if (first)
    return { year: Number(first[1]), second: Number(first[3]), third: Number(first[4]), isYearFirst: true };
  const last = YEAR_LAST.exec(word);
  if (last === null) return undefined;
  return { year: Number(last[4]), second: Number(last[3]), third: Number(last[1]), isYearFirst: false };
};

/** Month and day of a date; only where the year is last may the month stand in front of the day. */
const dayOfParts = (calendar: "JALALI" | "GREGORIAN", { year, second, third, isYearFirst }: Parts) => {
  const day = dayIn(calendar, { year, month: second, day: third });
  if (isYearFirst || calendar === "JALALI") return { day, note: "" };
  const swapped = dayIn(calendar, { year, month: third, day: second });
  if (day === undefined)
    return { day: swapped, note: swapped === undefined ? "" : "the month is read before the day" };
  return {
    day,
    note: swapped === undefined || swapped === day ? "" : "day and month may be the other way round",
  };
};

/**
 * Reads a date in digits, in either order and with any separator. Its year decides between the calendars, unless a word
 * behind it names one. Undefined if no date begins at the token.
 */
export const readNumericDate = (
  tokens: readonly Token[],
  at: number,
  publishedOn?: string,
): NumericDate | undefined => {
  const parts = partsOf(tokens[at]?.text ?? "");
  if (parts === undefined) return undefined;
  const named = readCalendarName(tokens, at + 1);
  const size = 1 + named.tokens;
  const isLunar = named.calendar === undefined && looksLunar(parts.year, publishedOn);
  if (isLunar || named.calendar === "LUNAR") return { tokens: size, note: LUNAR_NOTE };
  const calendar = calendarOfYear(parts.year);
  if (calendar === undefined) return undefined;
  if (named.calendar !== undefined && named.calendar !== calendar)
    return { tokens: size, note: "the year is not one of the calendar that is named" };
  const { day, note } = dayOfParts(calendar, parts);
  return day === undefined
    ? { tokens: size, note: "no such date in that year" }
    : { day, tokens: size, note };
};
