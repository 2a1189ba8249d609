import { AND, HALF } from "@karnameh/schema/number-lexicon";
import { isNumberWord, magnitudeOf, type NumberRead, readNumber } from "@karnameh/schema/number-words";
import { ordinalOf } from "./dates.ts";
import { type FigureReader, figure, NO_MATCH, type ReadResult, wordsFrom } from "./figure-reader.ts";
import {
  isNegativeAfter,
  isUnreadable,
  noteBefore,
  signedValue,
  unitNote,
  vagueTokens,
} from "./quantity-doubts.ts";
import { isUnlinked, lowerBound, upperBound } from "./ranges.ts";
import { isPartOfName, readBehind, readSigns, type Signs } from "./signs.ts";
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
  return (
    unit !== undefined && (value > MAX_SMALL_NUMBER || !Number.isInteger(value) || COUNTED_IN_WORDS.has(unit))
  );
};

/** `یک سال و نیم`, a year and a half: the half stands behind the unit. */
const halfBehind = (tokens: readonly Token[], at: number): number =>
  tokens[at]?.text === AND &&
  tokens[at + 1]?.text === HALF &&
  magnitudeOf(tokens[at + 2]?.text ?? "") === undefined
    ? 2
    : 0;

type Place = { readonly at: number; readonly from: number; readonly end: number };

/** The unit of a number: behind it, over a hyphen or a bracket, or in front of it as a percent sign. */
const unitOf = (
  tokens: readonly Token[],
  { at, start }: { at: number; start: number },
  isPercent: boolean,
) => {
  if (isPercent) return { unit: "PERCENT", tokens: 0 };
  const over = tokens[start]?.text === ")" && tokens[at - 1]?.text === "(" ? 1 : 0;
  const behind = tokens[start + over]?.gap === "PARAGRAPH" ? undefined : readUnit(tokens, start + over);
  return behind === undefined ? undefined : { unit: behind.unit, tokens: behind.tokens + over };
};

const skip = (tokens: number): ReadResult => ({ kind: "NOT_A_FIGURE", tokens });

/** The figure of a number that ends before `end` and whose signs and words are read. */
const quantityAt = (
  tokens: readonly Token[],
  { at, from, end }: Place,
  {
    signs,
    read,
    words,
  }: { readonly signs: Signs; readonly read: NumberRead; readonly words: readonly string[] },
): ReadResult => {
  const behind = readBehind(tokens, at, end);
  if (behind.kind === "NO_QUANTITY" || isPartOfName(tokens, at)) return skip(end - at);
  const start = end + (behind.kind === "NOTHING" ? 0 : 1);
  const own = unitOf(tokens, { at, start }, signs.isPercent);
  const value = signs.isNegative ? -read.value : read.value;
  const lower = lowerBound(tokens, start + (own?.tokens ?? 0), { read, value, own: own?.unit });
  const bound = lower ?? upperBound(tokens, at, value);
  if (bound === undefined && isUnlinked(tokens, end)) return skip(end + 1 - at);
  const unit = own?.unit ?? lower?.unit;
  const taken = start + (own?.tokens ?? 0);
  const half = own === undefined ? 0 : halfBehind(tokens, taken);
  if (own && isPeriod(own.unit, tokens[taken + half]?.text ?? "")) return skip(end - at);
  if (!unit && (isName(tokens, from, read.value) || / /.test(words[0] ?? ""))) return skip(end - at);
  const number = { ...read, value: read.value * (bound?.factor ?? 1) + (half > 0 ? read.factor / 2 : 0) };
  const isBound = bound !== undefined && unit !== undefined;
  if (!isBound && !isQuantity(number.value, words.slice(0, read.words), unit)) return skip(end - at);
  const isNegativeBehind = own !== undefined && half === 0 && isNegativeAfter(tokens, taken);
  const isNegative = signs.isNegative || behind.kind === "MINUS" || isNegativeBehind;
  const sum = signedValue(number, unit ?? "", { ...signs, isNegative });
  const names = own?.unit === "DECILES" ? readNames(tokens, taken) : undefined;
  const notes = [
    unitNote(tokens[end]?.text ?? "", unit),
    ...sum.notes,
    bound?.note ?? (isNegative ? "" : noteBefore(tokens, at)),
    half > 0 && read.factor > 1 ? "the half is read as half of the magnitude before it" : "",
  ];
  const note = notes.filter((each) => each !== "").join("; ");
  const found = {
    unit: unit ?? "",
    value: sum.value,
    note,
    ...(bound === undefined ? {} : { qualifier: bound.qualifier }),
  };
  return figure(found, taken - at + half + (names?.tokens ?? 0) + (isNegativeBehind ? 1 : 0));
};

/** A number in digits or words, with its signs and the unit behind it. What is not understood as a whole is skipped as a whole. */
export const readQuantity: FigureReader = (tokens, at) => {
  const vague = vagueTokens(tokens, at);
  if (vague > 0 && isNumberWord(tokens[at + vague - 1]?.text ?? "")) return skip(vague);
  const signs = readSigns(tokens, at);
  if (signs === undefined) return isUnreadable(tokens, at) ? skip(1) : NO_MATCH;
  const from = at + signs.tokens;
  const words = wordsFrom(tokens, from);
  const read = readNumber(words);
  if (!read) return NO_MATCH;
  const end = from + read.words;
  const odd = tokens[end]?.text === AND ? vagueTokens(tokens, end + 1) : 0;
  if (odd > 0) return skip(end + 1 + odd - at);
  return quantityAt(tokens, { at, from, end }, { signs, read, words });
};
