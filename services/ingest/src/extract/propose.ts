import { isNumberWord, readNumber } from "@karnameh/schema/number-words";
import { cleanText } from "./clean-text.ts";
import { kindOf, periodBefore, qualifierBefore, subjectAt } from "./context.ts";
import { ordinalOf, readDate, readRelativeYear } from "./dates.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { COUNTED_IN_WORDS, readUnit, UNIT_WORDS } from "./units.ts";

/** A figure that a text may state, for a person to judge. Its place is in characters and lines of the document. */
export type Proposal = {
  readonly value?: number;
  readonly valueText?: string;
  /** A code of CL_UNIT or TOMAN; empty where none was found. */
  readonly unit: string;
  readonly qualifier: string;
  readonly kind?: string;
  readonly periodFrom?: string;
  readonly periodTo?: string;
  /** The words that say the period. */
  readonly periodStated?: string;
  readonly weekday?: string;
  readonly subject: string;
  readonly from: number;
  readonly to: number;
  readonly lineFrom: number;
  readonly lineTo: number;
  /** The words around it, as the document has them. */
  readonly text: string;
  /** What is doubtful about it. */
  readonly note: string;
};

type Found = Pick<Proposal, "value" | "valueText" | "unit" | "weekday" | "periodFrom" | "periodTo"> & {
  readonly kind?: string;
  readonly note?: string;
  readonly tokens: number;
};
type Reader = (tokens: readonly Token[], at: number, publishedOn?: string) => Found | "SKIP" | undefined;

/** The words from a token on that one number may be made of: an empty line ends it. */
const wordsFrom = (tokens: readonly Token[], at: number): readonly string[] => {
  const words: string[] = [];
  for (const { text, gap } of tokens.slice(at, at + 24)) {
    if (words.length > 0 && gap === "PARAGRAPH") break;
    words.push(text);
  }
  return words;
};

const date: Reader = (tokens, at, publishedOn) => {
  const read = readDate(tokens, at, publishedOn);
  if (!read) return undefined;
  const { day, weekday, note, tokens: taken } = read;
  const when = day === undefined ? {} : { periodFrom: day, periodTo: day };
  return {
    unit: "DATE",
    valueText: day ?? "",
    ...when,
    ...(weekday === undefined ? {} : { weekday }),
    kind: "PARAMETER",
    note,
    tokens: taken,
  };
};

const printedYear: Reader = (tokens, at) => {
  if (tokens[at]?.text !== "سال") return undefined;
  const year = Number(tokens[at + 1]?.text);
  const isJalali = year >= 1200 && year < 1500;
  if (!Number.isInteger(year) || !(isJalali || (year >= 1900 && year < 2100))) return undefined;
  return {
    unit: isJalali ? "JALALI_YEAR" : "GREGORIAN_YEAR",
    value: year,
    kind: "PARAMETER",
    tokens: 2,
  };
};

const nextYear: Reader = (tokens, at) => {
  const relative = readRelativeYear(tokens, at);
  return relative && relative.shift > 0
    ? { unit: "RELATIVE_YEAR", valueText: "next year", kind: "FORECAST", tokens: relative.tokens }
    : undefined;
};

/** Labels in a row, `۴ و ۵` or `یک تا سه`: how many they are, and how many tokens they take. */
const readLabels = (tokens: readonly Token[], at: number) => {
  const first = readNumber(wordsFrom(tokens, at).slice(0, 1));
  if (!first) return undefined;
  let [count, next, last] = [1, at + 1, first.value];
  while (/^(و|تا|،)$/.test(tokens[next]?.text ?? "")) {
    const other = readNumber(wordsFrom(tokens, next + 1).slice(0, 1));
    if (!other || other.value > 10) break;
    count += tokens[next]?.text === "تا" ? other.value - last : 1;
    last = other.value;
    next += 2;
  }
  return { count, tokens: next - at };
};

/** Deciles that are named and not counted: `دهک‌های ۴ و ۵` are two. */
const namedDeciles: Reader = (tokens, at) => {
  if (!/^دهک(ها|های)?$/.test(tokens[at]?.text ?? "")) return undefined;
  const labels = readLabels(tokens, at + 1);
  if (!labels) return undefined;
  return {
    unit: "DECILES",
    value: labels.count,
    note: "counted from their names",
    tokens: labels.tokens + 1,
  };
};

/** `پس از روز سوم` is three days. */
const ordinalDay: Reader = (tokens, at) => {
  const day = tokens[at]?.text === "روز" ? ordinalOf(tokens[at + 1]?.text ?? "") : undefined;
  return day !== undefined && day > 1
    ? { unit: "DAYS", value: day, kind: "PARAMETER", tokens: 2 }
    : undefined;
};

/** Words that place a span of years in time: then it is a period and no figure. */
const PLACES_YEARS = /^(گذشته|اخیر|آینده|آتی|قبل|پیش|بعد)$/;

const isPeriod = (unit: string, next: string): boolean =>
  unit === "YEARS" && (ordinalOf(next) !== undefined || PLACES_YEARS.test(next));

const SMALL_LIMIT = 20;
const BARE_LEAST = 10;

/** Words in front of numbers that only name something: a code, an article of a law, a telephone. */
const NAMES_SOMETHING = /^(کد|شماره|ماده|بند|تبصره|تلفن|صفحه|نسخه)$/;

/** Whether a number without a unit is no quantity: a year, the time of day, or the name of something. */
const isName = (tokens: readonly Token[], at: number, value: number): boolean => {
  const isYear =
    Number.isInteger(value) && ((value >= 1300 && value < 1500) || (value >= 1900 && value < 2100));
  const before = tokens.slice(Math.max(0, at - 3), at).map(({ text }) => text);
  const isTime = tokens[at + 1]?.text === ":" || before.at(-1) === ":";
  return (
    isYear ||
    before.at(-1) === "سال" ||
    (isTime && /^\d/.test(tokens[at + 2]?.text ?? before.at(-2) ?? "")) ||
    before.some((word) => NAMES_SOMETHING.test(word))
  );
};

/** Whether what was read is a quantity: "two countries" in words is not, a bare digit neither. */
const isQuantity = (value: number, words: readonly string[], unit: string | undefined): boolean => {
  if (words.some((word) => /\d/.test(word))) return unit !== undefined || value >= BARE_LEAST;
  return unit !== undefined && (value > SMALL_LIMIT || COUNTED_IN_WORDS.has(unit));
};

const MAGNITUDE_NEAR = /^(هزا|هزر|هزارر|ملیون|میلون|میلیو|ملیارد|میلیار)$/;

const number: Reader = (tokens, at) => {
  if (!isNumberWord(tokens[at]?.text ?? "")) return undefined;
  const words = wordsFrom(tokens, at);
  const read = readNumber(words);
  if (!read) return undefined;
  const end = at + read.words;
  const unit = tokens[end]?.gap === "PARAGRAPH" ? undefined : readUnit(tokens, end);
  let taken = read.words + (unit?.tokens ?? 0);
  if (unit && isPeriod(unit.unit, tokens[at + taken]?.text ?? "")) return "SKIP";
  if (!unit && isName(tokens, at, read.value)) return "SKIP";
  if (!isQuantity(read.value, words.slice(0, read.words), unit?.unit)) return "SKIP";
  if (unit?.unit === "DECILES") taken += readLabels(tokens, at + taken)?.tokens ?? 0;
  const near = MAGNITUDE_NEAR.test(tokens[end]?.text ?? "");
  const note = near ? `“${tokens[end]?.text}” may be a magnitude` : unit ? "" : "no unit found";
  return { unit: unit?.unit ?? "", value: read.value, note, tokens: taken };
};

const READERS: readonly Reader[] = [date, printedYear, nextYear, namedDeciles, ordinalDay, number];

const AROUND = 6;

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

const proposalOf = (
  { tokens: taken, note = "", ...found }: Found,
  at: number,
  { tokens, raw, publishedOn }: Reading,
): Proposal => {
  const end = at + taken;
  const last = tokens[end - 1];
  const around = [tokens[Math.max(0, at - AROUND)], tokens[Math.min(tokens.length - 1, end + AROUND - 1)]];
  const kind = found.kind ?? kindOf(tokens, at, end, found.unit);
  const own = { periodStated: oneLine(raw.slice(tokens[at]?.from, last?.to)) };
  return {
    ...(found.periodFrom === undefined ? periodBefore(tokens, at, publishedOn) : own),
    ...found,
    ...(kind === undefined ? {} : { kind }),
    qualifier: qualifierBefore(tokens, at),
    subject: subjectAt(tokens, at, end),
    from: tokens[at]?.from ?? 0,
    to: last?.to ?? 0,
    lineFrom: tokens[at]?.line ?? 1,
    lineTo: last?.line ?? 1,
    text: oneLine(raw.slice(around[0]?.from, around[1]?.to)),
    note,
  };
};

type Reading = { readonly tokens: readonly Token[]; readonly raw: string; readonly publishedOn?: string };

/**
 * The figures that a Persian text seems to state, in the order in which they stand. Dates without a year are read
 * by the day of publication, `YYYY-MM-DD`. Nothing is a figure before a person has said so.
 */
export const proposeFigures = (raw: string, publishedOn?: string): readonly Proposal[] => {
  const tokens = tokensOf(cleanText(raw), (word) => UNIT_WORDS.has(word));
  const reading: Reading = { tokens, raw, ...(publishedOn === undefined ? {} : { publishedOn }) };
  const proposals: Proposal[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = READERS.reduce<ReturnType<Reader>>(
      (known, read) => known ?? read(tokens, at, publishedOn),
      undefined,
    );
    if (found && found !== "SKIP") proposals.push(proposalOf(found, at, reading));
    // What was skipped is skipped whole: its later words are no number of their own.
    at += found === "SKIP" ? (readNumber(wordsFrom(tokens, at))?.words ?? 1) : (found?.tokens ?? 1);
  }
  return proposals;
};
