import { toJalali, type Weekday, weekday, weekdayMatches } from "@karnameh/schema/calendar";
import { MONTHS } from "@karnameh/schema/calendar-names";
import { readNumber } from "@karnameh/schema/number-words";
import { calendarOfYear, dayIn, LUNAR_NOTE, readCalendarName, readNumericDate } from "./numeric-dates.ts";
import type { Token } from "./tokens.ts";

/** A date: its day, the stated day of the week, how many tokens it has, and what is doubtful. */
export type DateRead = {
  readonly day?: string;
  readonly weekday?: Weekday;
  readonly tokens: number;
  readonly note: string;
};

const JALALI_MONTHS = MONTHS.JALALI.fa;

const YEAR = "سال"; // "year"
const MONTH = "ماه"; // "month"

/** "First" to "fifteenth". */
const ORDINALS = "اول دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم".split(
  " ",
);

const WEEKDAYS: Readonly<Record<string, Weekday>> = {
  شنبه: "SATURDAY",
  یکشنبه: "SUNDAY",
  دوشنبه: "MONDAY",
  سهشنبه: "TUESDAY",
  چهارشنبه: "WEDNESDAY",
  پنجشنبه: "THURSDAY",
  جمعه: "FRIDAY",
};

/** Words behind "year", and how many years they are from that of the document: "current", "past", "before", "next", "coming". */
const RELATIVE: Readonly<Record<string, number>> = { جاری: 0, گذشته: -1, قبل: -1, آینده: 1, آتی: 1 };
/** The same as one word: "this year", "last year". */
const ALONE: Readonly<Record<string, number>> = { امسال: 0, پارسال: -1 };

/** `اول`, "first", is 1, and so is its synonym `نخست`; undefined for a word that is not an ordinal. */
export const ordinalOf = (word: string): number | undefined => {
  const at = ORDINALS.indexOf(word === "نخست" ? "اول" : word);
  return at < 0 ? undefined : at + 1;
};

/** A relative year at a token: how far from the year of the document, and how many tokens name it. */
export const readRelativeYear = (tokens: readonly Token[], at: number) => {
  const [first = "", second = ""] = [tokens[at]?.text, tokens[at + 1]?.text];
  if (first === YEAR && RELATIVE[second] !== undefined) return { shift: RELATIVE[second], tokens: 2 };
  return ALONE[first] === undefined ? undefined : { shift: ALONE[first], tokens: 1 };
};

const monthOf = (word: string): number => JALALI_MONTHS.indexOf(word.replace(/ماه$/, "")) + 1; // without "month"

/** Whether a word names a Jalali month or is the word for month. */
export const isMonth = (word: string): boolean => word === MONTH || monthOf(word) > 0;

/** The Jalali month at a token; `ماه`, "month", may be joined to it, stand behind it or be missing. */
const readMonth = (tokens: readonly Token[], at: number) => {
  const month = monthOf(tokens[at]?.text ?? "");
  if (month === 0) return undefined;
  return { month, tokens: tokens[at + 1]?.text === MONTH ? 2 : 1 };
};

const readDayOfMonth = (tokens: readonly Token[], at: number) => {
  const word = tokens[at]?.text ?? "";
  const value = ordinalOf(word) ?? (/^\d{1,2}$/.test(word) ? Number(word) : readNumber([word])?.value);
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 31 ? value : undefined;
};

/** The year behind a date: printed, relative to the document's, or not stated. */
const readYear = (tokens: readonly Token[], at: number) => {
  const relative = readRelativeYear(tokens, at);
  if (relative) return { ...relative, year: undefined };
  const skip = tokens[at]?.text === YEAR ? 1 : 0;
  const word = tokens[at + skip]?.text ?? "";
  return /^1[2-4]\d\d$/.test(word)
    ? { shift: undefined, tokens: skip + 1, year: Number(word) }
    : { shift: undefined, tokens: 0, year: undefined };
};

type Stated = {
  readonly month: number;
  readonly day: number;
  readonly weekday?: Weekday;
  readonly year?: number;
  /** Years from that of the document, if a word states it. */
  readonly shift?: number;
};

const dayOf = (year: number, { month, day }: Stated): string | undefined =>
  dayIn("JALALI", { year, month, day });

/**
 * The day of a date without a printed year: the year is that of the document, moved by a relative word. A stated day
 * of the week decides between the years around the document's; the note states it if none fits.
 */
export const resolveDate = (
  stated: Stated,
  publishedOn?: string,
): { readonly day?: string; readonly note: string } => {
  const own = publishedOn === undefined ? undefined : toJalali(publishedOn).year;
  const year = stated.year ?? (own === undefined ? undefined : own + (stated.shift ?? 0));
  if (year === undefined) return { note: "the year is not printed; give the day of publication" };
  const day = dayOf(year, stated);
  if (!stated.weekday || (day !== undefined && weekday(day) === stated.weekday))
    return day === undefined ? { note: "no such date in that year" } : { day, note: "" };
  const matching = weekdayMatches(stated.month, stated.day, stated.weekday, [year - 1, year, year + 1]);
  const other = matching.length === 1 && matching[0] !== undefined ? dayOf(matching[0], stated) : undefined;
  if (other === undefined || stated.year !== undefined)
    return { ...(day === undefined ? {} : { day }), note: "the day of the week does not fit" };
  return { day: other, note: `the day of the week fits ${matching[0]} and not ${year}` };
};

/** A day of the week at a token, in one word or in two. */
const readWeekday = (tokens: readonly Token[], at: number) => {
  const [first = "", second = ""] = [tokens[at]?.text, tokens[at + 1]?.text];
  const joined = second === "شنبه" ? WEEKDAYS[first + second] : undefined;
  return joined ? { name: joined, tokens: 2 } : { name: WEEKDAYS[first], tokens: WEEKDAYS[first] ? 1 : 0 };
};

/** The months of the lunar calendar, without the blanks between their words. */
const LUNAR_MONTHS = new Set(
  "محرم صفر ربیعالاول ربیعالثانی ربیعالاخر جمادیالاول جمادیالاولی جمادیالثانی جمادیالثانیه جمادیالاخر رجب شعبان رمضان شوال ذیقعده ذیالقعده ذیحجه ذیالحجه".split(
    " ",
  ),
);

/** A lunar month at a token, in one word or in two, with or without "month". */
const readLunarMonth = (tokens: readonly Token[], at: number): number => {
  const [first = "", second = "", third] = [tokens[at]?.text, tokens[at + 1]?.text, tokens[at + 2]?.text];
  // "Safar" is also the word for zero.
  if (first === "صفر" && second !== MONTH && !/^\d{4}$/.test(second)) return 0;
  if (LUNAR_MONTHS.has(first + second)) return third === MONTH ? 3 : 2;
  return LUNAR_MONTHS.has(first.replace(/ماه$/, "")) ? 1 : 0;
};

const GREGORIAN_VARIANTS: Readonly<Record<string, number>> = {
  ژوین: 6,
  جون: 6,
  ژوییه: 7,
  ژولای: 7,
  جولای: 7,
  آگوست: 8,
  اگوست: 8,
};

const gregorianMonthOf = (word: string): number => {
  const names = MONTHS.GREGORIAN.fa.indexOf(word) + 1;
  return names || (GREGORIAN_VARIANTS[word] ?? 0);
};

/** A day and a year around a month of another calendar: `۳۰ اوت ۲۰۲۳`, `۱۲ رجب ۱۴۴۵`. */
const readForeignDate = (tokens: readonly Token[], at: number): DateRead | undefined => {
  const day = readDayOfMonth(tokens, at);
  if (day === undefined) return undefined;
  const lunar = readLunarMonth(tokens, at + 1);
  const month = lunar > 0 ? 0 : gregorianMonthOf(tokens[at + 1]?.text ?? "");
  if (lunar === 0 && month === 0) return undefined;
  const end = at + 1 + (lunar || 1);
  const skip = tokens[end]?.text === YEAR ? 1 : 0;
  const printed = /^\d{4}$/.test(tokens[end + skip]?.text ?? "");
  const year = printed ? Number(tokens[end + skip]?.text) : undefined;
  const behind = printed ? end + skip + 1 : end;
  const size = behind + readCalendarName(tokens, behind).tokens - at;
  if (lunar > 0) return { tokens: size, note: LUNAR_NOTE };
  if (year === undefined) return { tokens: size, note: "the year is not printed" };
  const found = calendarOfYear(year) === "GREGORIAN" ? dayIn("GREGORIAN", { year, month, day }) : undefined;
  return found === undefined
    ? { tokens: size, note: "no such date in that year" }
    : { day: found, tokens: size, note: "" };
};

/** Reads a date: `دوشنبه ۲۰ اردیبهشت ماه سال جاری`, `اول شهریورماه`, `۱۴۰۲/۵/۸`. Undefined if none begins there. */
export const readDate = (
  tokens: readonly Token[],
  at: number,
  publishedOn?: string,
): DateRead | undefined => {
  const foreign = readNumericDate(tokens, at, publishedOn) ?? readForeignDate(tokens, at);
  if (foreign !== undefined) return foreign;
  const { name, tokens: named } = readWeekday(tokens, at);
  let next = at + named;
  const day = readDayOfMonth(tokens, next);
  const month = day === undefined ? undefined : readMonth(tokens, next + 1);
  if (day === undefined || !month) return undefined;
  next += 1 + month.tokens;
  const { tokens: taken, ...when } = readYear(tokens, next);
  const stated: Stated = {
    month: month.month,
    day,
    ...(name === undefined ? {} : { weekday: name }),
    ...(when.year === undefined ? {} : { year: when.year }),
    ...(when.shift === undefined ? {} : { shift: when.shift }),
  };
  return {
    ...resolveDate(stated, publishedOn),
    ...(name === undefined ? {} : { weekday: name }),
    tokens: next + taken - at,
  };
};
