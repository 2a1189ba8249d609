import { isNumberWord, MAGNITUDES, magnitudeOf } from "@karnameh/schema/number-words";
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
};

/** A word, or a number with its separators; whatever else is a sign by itself. */
const PARTS = /\d+(?:[.,/٫٬،-]\d+)*|[\p{L}]+|[^\s]/gu;
/** A name such as a virus or a product: letters that run into digits. */
const NAME = /[\p{L}]+\d[\p{L}\d]*/gu;

/**
 * Words that are printed without a blank in front of a number: "from", "to", "until", "and", "in", "about", "number",
 * "year", "day", "at most", "at least".
 */
const BEFORE_NUMBERS = new Set("از به تا و در حدود تعداد سال روز حداکثر حداقل".split(" "));

/** One to ten, twenty to fifty, and a hundred. */
const SMALL_WORDS = "یک دو سه چهار پنج شش هفت هشت نه ده بیست سی چهل پنجاه صد".split(" ");

/** Splits a number word from the unit or magnitude that is printed together with it. */
const splitWord = (word: string, isUnit: (word: string) => boolean): readonly string[] => {
  if (isNumberWord(word) || isUnit(word)) return [word];
  const magnitude = MAGNITUDES.map(({ name }) => name.fa).find((name) => word.startsWith(name));
  if (magnitude !== undefined) {
    const rest = word.slice(magnitude.length);
    return isUnit(rest) || rest === "ی" ? [magnitude, rest] : [word];
  }
  const small = SMALL_WORDS.find(
    (each) =>
      word.startsWith(each) &&
      (magnitudeOf(word.slice(each.length)) !== undefined || isUnit(word.slice(each.length))),
  );
  return small === undefined ? [word] : [small, word.slice(small.length)];
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
export const tokensOf = ({ text, at }: CleanText, isUnit: (word: string) => boolean): readonly Token[] => {
  const names = namesIn(text);
  const tokens: Token[] = [];
  let end = 0;
  let line = 1;
  for (const { 0: part, index } of text.matchAll(PARTS)) {
    if (names.some(([from, to]) => index >= from && index < to)) continue;
    const between = text.slice(end, index);
    line += between.split("\n").length - 1;
    let from = index;
    for (const word of splitWord(part, isUnit)) {
      const gap = from === index ? gapOf(between) : "NONE";
      tokens.push({ text: word, from: at[from] ?? 0, to: (at[from + word.length - 1] ?? 0) + 1, line, gap });
      from += word.length;
    }
    end = index + part.length;
  }
  return tokens;
};
