import { isNumberWord, magnitudeOf, type NumberRead, readNumber } from "@karnameh/schema/number-words";
import { wordsFrom } from "./figure-reader.ts";
import { isDash, isNegativeAt, readSigns } from "./signs.ts";
import type { Token } from "./tokens.ts";
import { readUnit } from "./units.ts";

/** A number as a bound of a range. */
export type Bound = {
  readonly qualifier: "GE" | "LE";
  readonly note: string;
  /** What the lower bound takes from the upper one: `۱۰ تا ۲۰ هزار نفر` begins at ten thousand persons. */
  readonly factor: number;
  readonly unit?: string;
};

const TO = /^(تا|الی)$/; // "to", in two words

const signed = ({ value }: NumberRead, isNegative: boolean): number => (isNegative ? -value : value);

const isWord = (token: Token | undefined): boolean =>
  token !== undefined && /^\p{L}/u.test(token.text) && isNumberWord(token.text);

/** The tokens between the bounds of a range: "to", a dash, or nothing between two small words, `بیست سی`. */
const linkAt = (tokens: readonly Token[], end: number): number | undefined => {
  const [link, next] = [tokens[end], tokens[end + 1]];
  if (link === undefined || link.gap === "PARAGRAPH") return undefined;
  const isSign = isDash(link) || (link.text === "~" && link.joined);
  if (TO.test(link.text) || (isSign && /^\d/.test(next?.text ?? ""))) return 1;
  return isWord(link) && isWord(tokens[end - 1]) && magnitudeOf(link.text) === undefined ? 0 : undefined;
};

/** A number with its sign. */
type Signed = { readonly read: NumberRead; readonly value: number };

/** The bound of a range that begins with a number which ends before `end`; `own` is its unit, if it has one. */
export const lowerBound = (
  tokens: readonly Token[],
  end: number,
  { read, value, own }: Signed & { readonly own: string | undefined },
): Bound | undefined => {
  const link = linkAt(tokens, end);
  const signs = link === undefined ? undefined : readSigns(tokens, end + link);
  if (link === undefined || signs === undefined) return undefined;
  const start = end + link + signs.tokens;
  const upper = readNumber(wordsFrom(tokens, start));
  if (upper === undefined || signed(upper, signs.isNegative) <= value) return undefined;
  const unit = readUnit(tokens, start + upper.words)?.unit;
  if (own !== undefined && unit !== undefined && own !== unit) return undefined;
  const takes = own === undefined && read.factor === 1 && upper.factor > 1 && read.value < upper.lead;
  const note = takes
    ? "lower bound of a range; the magnitude is that of the upper bound"
    : "lower bound of a range";
  return {
    qualifier: "GE",
    note,
    factor: takes ? upper.factor : 1,
    ...(own === undefined && unit !== undefined ? { unit } : {}),
  };
};

/** No lower bound is further from the upper one, with its unit. */
const MAX_LOWER_TOKENS = 12;

/** Whether the lower bound that begins at `from` leads to the number at `at`. */
const leadsTo = (tokens: readonly Token[], from: number, { at, value }: { at: number; value: number }) => {
  const lower = readNumber(wordsFrom(tokens, from));
  if (lower === undefined || signed(lower, isNegativeAt(tokens, from)) >= value) return false;
  const end = from + lower.words;
  const behindUnit = end + (readUnit(tokens, end)?.tokens ?? 0);
  return [end, behindUnit].some((start) => start + (linkAt(tokens, start) ?? Number.NaN) === at);
};

/** The bound of a number with the given signed value whose first token, or sign, is at `at`, if a range leads to it. */
export const upperBound = (tokens: readonly Token[], at: number, value: number): Bound | undefined => {
  for (let from = at - 1; from >= Math.max(0, at - MAX_LOWER_TOKENS); from -= 1)
    if (isNumberWord(tokens[from]?.text ?? "") && leadsTo(tokens, from, { at, value }))
      return { qualifier: "LE", note: "upper bound of a range", factor: 1 };
  return undefined;
};

/** Whether two number words stand side by side and are no range, so that neither is understood. */
export const isUnlinked = (tokens: readonly Token[], end: number): boolean =>
  tokens[end]?.gap !== "PARAGRAPH" && isWord(tokens[end]) && isWord(tokens[end - 1]);
