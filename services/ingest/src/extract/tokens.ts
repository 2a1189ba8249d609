import { readDigits } from "@karnameh/schema/digit-spelling";
import { splitNumberWord } from "@karnameh/schema/number-lexicon";
import { isNumberWord } from "@karnameh/schema/number-words";
import type { CleanText } from "./clean-text.ts";

/** A word, a number in digits or a sign, with its place in the document. */
export type Token = {
  readonly text: string;
  /** In characters of the document, the end not inside. */
  readonly from: number;
  readonly to: number;
  /** The line of the document on which it begins, from 1. */
  readonly line: number;
  /** What lies before it: nothing or blanks, the end of a line, or an empty line. */
  readonly gap: "NONE" | "LINE" | "PARAGRAPH";
  /** Whether it touches the token before it. */
  readonly joined: boolean;
};

/** A word, or a number with its separators, of which a blank parts thousands; whatever else is a sign by itself. */
const PARTS =
  /(?<![\d.,/٫٬،-])\d{1,3}(?: \d{3})+(?![\d.,/٫٬،-]*\d| \d)|\d+(?:[.,/٫٬،'-]\d+)*|[\p{L}]+|[^\s]/gu;
/** A name such as a virus or a product: letters that run into digits; also an exponent, `1e5`. */
const NAME = /(?:\d+(?:[.,]\d+)*(?=[A-Za-z]))?[\p{L}]+\d[\p{L}\d]*/gu;

/**
 * Words that are printed without a blank in front of a number: "from", "to", "until", "and", "in", "about", "number",
 * "year", "day", "at most", "at least", "minus", "plus", "between", "up to", "the sum of".
 */
const BEFORE_NUMBERS = new Set(
  "از به تا و در حدود تعداد سال روز حداکثر حداقل منفی مثبت بین الی مبلغ".split(" "),
);

/** Words in front of a number that has no thousands: "year", "article" (of a law), "clause", "note", "page", "number", "code". */
const BEFORE_SHORT_NUMBERS = new Set("سال ماده بند تبصره صفحه شماره کد".split(" "));

const DATE = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{4})$/;

/** Splits a range with a dash, `۵-۷`, into its bounds and the dash; a telephone number stays in one piece. */
const splitDigits = (part: string, before: string): readonly string[] => {
  if (part.includes(" ") && BEFORE_SHORT_NUMBERS.has(before)) return part.split(/(?<= )|(?= )/);
  const [from = "", to = "", ...more] = part.split("-");
  if (DATE.test(part) || more.length > 0) return [part];
  const [low, high] = [readDigits(from)?.value, readDigits(to)?.value];
  return low !== undefined && high !== undefined && low < high ? [from, "-", to] : [part];
};

type IsUnit = (word: string) => boolean;

/** Splits the words of a number from each other and from the unit that is printed together with them. */
const splitPart = (part: string, before: Token | undefined, isUnit: IsUnit): readonly string[] => {
  if (/^\d/.test(part)) return splitDigits(part, before?.text ?? "");
  if (isNumberWord(part) || isUnit(part)) return [part];
  const isBehindNumber = before !== undefined && isNumberWord(before.text);
  return splitNumberWord(part, { isBehindNumber, isEnd: isUnit }) ?? [part];
};

const namesIn = (text: string): readonly (readonly [number, number])[] =>
  [...text.matchAll(NAME)]
    .filter(([name]) => !BEFORE_NUMBERS.has(name.replace(/\d.*$/u, "")))
    .map(({ 0: name, index }) => [index, index + name.length] as const);

const gapOf = (between: string): Token["gap"] => {
  const lines = between.split("\n").length - 1;
  return lines === 0 ? "NONE" : lines === 1 ? "LINE" : "PARAGRAPH";
};

/**
 * The tokens of a text. Digits are split from letters that are printed together with them, except in names, and number
 * words from their unit.
 */
export const tokensOf = ({ text, at }: CleanText, isUnit: IsUnit): readonly Token[] => {
  const names = namesIn(text);
  const tokens: Token[] = [];
  let end = 0;
  let line = 1;
  for (const { 0: part, index } of text.matchAll(PARTS)) {
    if (names.some(([from, to]) => index >= from && index < to)) continue;
    const between = text.slice(end, index);
    line += between.split("\n").length - 1;
    let from = index;
    for (const word of splitPart(part, tokens.at(-1), isUnit)) {
      const isFirst = from === index;
      const place = { from: at[from] ?? 0, to: (at[from + word.length - 1] ?? 0) + 1, line };
      const gap = isFirst ? gapOf(between) : "NONE";
      if (word !== " ") tokens.push({ text: word, ...place, gap, joined: !isFirst || between === "" });
      from += word.length;
    }
    end = index + part.length;
  }
  return tokens;
};
