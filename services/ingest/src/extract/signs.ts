import { isNumberWord } from "@karnameh/schema/number-words";
import type { Token } from "./tokens.ts";

/** The signs in front of a number. */
export type Signs = {
  readonly tokens: number;
  readonly isNegative: boolean;
  /** Whether a percent sign stands in front, as in `٪۲۵`. */
  readonly isPercent: boolean;
  /** Whether the minus is a dash at the beginning of a line, where lists have one. */
  readonly mayBeBullet: boolean;
};

const DASH = /^[-−–—]$/;
const PERCENT = /^[%٪]$/;
const NEGATIVE = /^(منفی|منهای)$/; // "negative", "minus"
const POSITIVE = /^(مثبت|به علاوه)$/; // "positive", "plus"

export const isDash = (token: Token | undefined): boolean => token !== undefined && DASH.test(token.text);

const isDigits = (token: Token | undefined): boolean => token !== undefined && /^\d/.test(token.text);
const isLetters = (token: Token | undefined): boolean => token !== undefined && /^\p{L}/u.test(token.text);

/** Whether a dash at a token is a minus: it touches the number behind it and nothing before it. */
const isMinus = (tokens: readonly Token[], at: number): boolean => {
  const [dash, next, before] = [tokens[at], tokens[at + 1], tokens[at - 1]];
  if (!isDash(dash) || next?.joined !== true || !(isDigits(next) || PERCENT.test(next.text))) return false;
  return !(dash?.joined === true && (isDigits(before) || isLetters(before)));
};

/** Reads the signs in front of a number; undefined if what begins at the token is neither. */
export const readSigns = (tokens: readonly Token[], at: number): Signs | undefined => {
  let [end, isNegative, isPercent, mayBeBullet] = [at, false, false, false];
  for (; end < at + 3; end += 1) {
    const text = tokens[end]?.text ?? "";
    if (NEGATIVE.test(text) || isMinus(tokens, end)) {
      isNegative = true;
      mayBeBullet = DASH.test(text) && (end === 0 || tokens[end]?.gap !== "NONE");
    } else if (PERCENT.test(text)) isPercent = true;
    else if (!(POSITIVE.test(text) || (text === "+" && tokens[end + 1]?.joined))) break;
  }
  if (!isNumberWord(tokens[end]?.text ?? "") || (end > at && tokens[end]?.gap === "PARAGRAPH"))
    return undefined;
  return { tokens: end - at, isNegative, isPercent, mayBeBullet };
};

/** What stands behind a number in its own piece of text. */
export type Behind =
  | { readonly kind: "NOTHING" }
  /** A minus that is typed behind its number: `۲٫۳- درصد`. */
  | { readonly kind: "MINUS" }
  /** A dash before the unit: `۲۵-ساله`. */
  | { readonly kind: "HYPHEN" }
  /** The number of an entry in a list, `۳- …`, a name such as `5G`, or a sum with an error, `۲ ± ۱`. */
  | { readonly kind: "NO_QUANTITY" };

/** Reads what follows the number from `at` to `end`, the end not inside. */
export const readBehind = (tokens: readonly Token[], at: number, end: number): Behind => {
  const [next, over] = [tokens[end], tokens[end + 1]];
  if (next === undefined) return { kind: "NOTHING" };
  if (next.text === "±" || (next.joined && /^[A-Za-z]/.test(next.text))) return { kind: "NO_QUANTITY" };
  if (!isDash(next) || !next.joined) return { kind: "NOTHING" };
  if (over?.joined === true && isLetters(over)) return { kind: "HYPHEN" };
  if (over !== undefined && isNumberWord(over.text) && over.joined) return { kind: "NOTHING" };
  const isWhole = end === at + 1 && /^\d+$/.test(tokens[at]?.text ?? "");
  const beginsLine = at === 0 || tokens[at]?.gap !== "NONE";
  return { kind: isWhole && beginsLine ? "NO_QUANTITY" : "MINUS" };
};

/** Whether a minus stands in front of the number that begins at a token. */
export const isNegativeAt = (tokens: readonly Token[], at: number): boolean =>
  NEGATIVE.test(tokens[at - 1]?.text ?? "") || isMinus(tokens, at - 1);

/** Whether the number at a token is a part of a name or a code, `کووید-۱۹`, `021–8888`, or the error of another. */
export const isPartOfName = (tokens: readonly Token[], at: number): boolean => {
  if (tokens[at - 1]?.text === "±") return true;
  const [dash, before] = [tokens[at - 1], tokens[at - 2]];
  if (tokens[at]?.joined !== true || !isDash(dash) || dash?.joined !== true) return false;
  return isLetters(before) || (isDigits(before) && !isNumberWord(before?.text ?? ""));
};
