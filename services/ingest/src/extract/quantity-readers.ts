import { isNumberWord, readNumber } from "@karnameh/schema/number-words";
import { ordinalOf } from "./dates.ts";
import { type FigureReader, figure, NO_MATCH, wordsFrom } from "./figure-reader.ts";
import type { Token } from "./tokens.ts";
import { COUNTED_IN_WORDS, readUnit } from "./units.ts";

const YEAR = "سال"; // "year"
const UP_TO = "تا"; // "to", in "one to three"
const LINKS = /^(و|تا|،)$/; // "and", "to", the Persian comma
const DECILES = /^دهک(ها|های)?$/; // "decile", "deciles", "deciles of"

/** Names in a row, `۴ و ۵` ("4 and 5") or `یک تا سه` ("one to three"): their number, and the tokens they take. */
const readNames = (tokens: readonly Token[], at: number) => {
  const first = readNumber(wordsFrom(tokens, at).slice(0, 1));
  if (!first) return undefined;
  let [count, next, last] = [1, at + 1, first.value];
  while (LINKS.test(tokens[next]?.text ?? "")) {
    const other = readNumber(wordsFrom(tokens, next + 1).slice(0, 1));
    if (!other || other.value > 10) break;
    count += tokens[next]?.text === UP_TO ? other.value - last : 1;
    last = other.value;
    next += 2;
  }
  return { count, tokens: next - at };
};

/** Deciles that are named and not counted: `دهک‌های ۴ و ۵`, "the deciles 4 and 5", are two. */
export const readNamedDeciles: FigureReader = (tokens, at) => {
  if (!DECILES.test(tokens[at]?.text ?? "")) return NO_MATCH;
  const names = readNames(tokens, at + 1);
  if (!names) return NO_MATCH;
  const found = { unit: "DECILES", value: names.count, note: "counted from their names" };
  return figure(found, names.tokens + 1);
};

/** Words that place a span of years in time: then it is a period and not a figure. */
const PLACES_YEARS = /^(گذشته|اخیر|آینده|آتی|قبل|پیش|بعد)$/; // "past", "recent", "future", "coming", "before", "ago", "after"

const isPeriod = (unit: string, next: string): boolean =>
  unit === "YEARS" && (ordinalOf(next) !== undefined || PLACES_YEARS.test(next));

/** Words in front of numbers that only name something. */
const NAMES_SOMETHING = /^(کد|شماره|ماده|بند|تبصره|تلفن|صفحه|نسخه)$/; // "code", "number", "article" (of a law), "clause", "note" (of an article), "telephone", "page", "version"

/** Whether a number without a unit is not a quantity: a year, the time of day, or the name of something. */
const isName = (tokens: readonly Token[], at: number, value: number): boolean => {
  const isYear =
    Number.isInteger(value) && ((value >= 1300 && value < 1500) || (value >= 1900 && value < 2100));
  const before = tokens.slice(Math.max(0, at - 3), at).map(({ text }) => text);
  const isTime = tokens[at + 1]?.text === ":" || before.at(-1) === ":";
  return (
    isYear ||
    before.at(-1) === YEAR ||
    (isTime && /^\d/.test(tokens[at + 2]?.text ?? before.at(-2) ?? "")) ||
    before.some((word) => NAMES_SOMETHING.test(word))
  );
};

/** Up to this number, a number in words is a quantity only with the units COUNTED_IN_WORDS. */
const MAX_SMALL_NUMBER = 20;
/** From this number on, digits without a unit are a quantity. */
const MIN_BARE_NUMBER = 10;

/** Whether a number is a quantity: "two countries" in words is not, nor is a single digit without a unit. */
const isQuantity = (value: number, words: readonly string[], unit: string | undefined): boolean => {
  if (words.some((word) => /\d/.test(word))) return unit !== undefined || value >= MIN_BARE_NUMBER;
  return unit !== undefined && (value > MAX_SMALL_NUMBER || COUNTED_IN_WORDS.has(unit));
};

/** Misspelt magnitudes. */
const LIKE_MAGNITUDE = /^(هزا|هزر|هزارر|ملیون|میلون|میلیو|ملیارد|میلیار)$/; // "thousand" (3), "million" (3), "milliard", 10⁹ (2)

const noteOf = (word: string, unit: string | undefined): string => {
  if (LIKE_MAGNITUDE.test(word)) return `“${word}” may be a magnitude`;
  return unit === undefined ? "no unit found" : "";
};

/** A number in digits or words, with the unit behind it. */
export const readQuantity: FigureReader = (tokens, at) => {
  if (!isNumberWord(tokens[at]?.text ?? "")) return NO_MATCH;
  const words = wordsFrom(tokens, at);
  const read = readNumber(words);
  if (!read) return NO_MATCH;
  const skipped = { kind: "NOT_A_FIGURE", tokens: read.words } as const;
  const end = at + read.words;
  const unit = tokens[end]?.gap === "PARAGRAPH" ? undefined : readUnit(tokens, end);
  const taken = read.words + (unit?.tokens ?? 0);
  if (unit && isPeriod(unit.unit, tokens[at + taken]?.text ?? "")) return skipped;
  if (!unit && isName(tokens, at, read.value)) return skipped;
  if (!isQuantity(read.value, words.slice(0, read.words), unit?.unit)) return skipped;
  const names = unit?.unit === "DECILES" ? readNames(tokens, at + taken) : undefined;
  const note = noteOf(tokens[end]?.text ?? "", unit?.unit);
  return figure({ unit: unit?.unit ?? "", value: read.value, note }, taken + (names?.tokens ?? 0));
};
