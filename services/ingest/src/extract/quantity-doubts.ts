import { isNumberWord, type NumberRead } from "@karnameh/schema/number-words";
import { isDash, type Signs } from "./signs.ts";
import type { Token } from "./tokens.ts";

/** Misspelt magnitudes. */
const LIKE_MAGNITUDE = /^(هزا|هزر|هزارر|ملیون|میلون|میلیو|ملیارد|میلیار)$/; // "thousand" (3), "million" (3), "milliard", 10⁹ (2)

/** Numbers that nobody counted: "some", "several", "tens of", "hundreds of", "thousands of", "millions of", "odd". */
const VAGUE = /^(چند|چندین|دهها|صدها|هزاران|هزارها|میلیونها|میلیاردها|اندی|خردهای|خورده?ای)$/;

/** Vague words with the magnitudes behind them, `ده‌ها هزار`, or behind a number, `بیست و چند هزار`: how many tokens. */
export const vagueTokens = (tokens: readonly Token[], at: number): number => {
  let end = at;
  while (VAGUE.test(tokens[end]?.text ?? "")) end += 1;
  if (end === at) return 0;
  while (/^\p{L}/u.test(tokens[end]?.text ?? "") && isNumberWord(tokens[end]?.text ?? "")) end += 1;
  return end - at;
};

/** Units that are counted in whole things or in money, never in thousandths. */
const isWholeUnit = (unit: string): boolean => unit !== "" && !/^(PERCENT|HOURS|YEARS|DAYS)$/.test(unit);
const mayBeNegative = (unit: string): boolean => /^(|PERCENT|TOMAN|IRR)$/.test(unit);

/** `۲٫۳ درصد منفی`, "2.3 per cent negative", and `۲٫۳٪-`; but the word may also belong to the number behind it. */
export const isNegativeAfter = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.text === "منفی" && !isNumberWord(tokens[at + 1]?.text ?? "")) ||
  (isDash(tokens[at]) &&
    tokens[at]?.joined === true &&
    /^[%٪]$/.test(tokens[at - 1]?.text ?? "") &&
    tokens[at + 1]?.joined !== true);

/** Digits that are no number as a whole, such as a telephone number or a day that does not exist. */
export const isUnreadable = (tokens: readonly Token[], at: number): boolean =>
  /^\d/.test(tokens[at]?.text ?? "");

type Sum = { readonly value: number; readonly notes: readonly string[] };

/** The value of a number with its unit known: thousands for whole things, and the sign. */
export const signedValue = (
  read: NumberRead,
  unit: string,
  { isNegative, mayBeBullet }: Pick<Signs, "isNegative" | "mayBeBullet">,
): Sum => {
  const { inThousands, doubt } = read;
  const isInThousands = inThousands !== undefined && isWholeUnit(unit);
  const value = isInThousands ? inThousands : read.value;
  const notes = [
    isInThousands ? doubt?.replace("a decimal", "thousands") : doubt,
    isNegative && mayBeBullet ? "the dash may be that of a list" : undefined,
    isNegative && !mayBeBullet && !mayBeNegative(unit) ? "a negative count" : undefined,
  ].filter((note) => note !== undefined);
  const isBullet = isNegative && mayBeBullet && !mayBeNegative(unit);
  return { value: isNegative && !isBullet ? -value : value, notes };
};

/** What is doubtful about the unit of a number, by the word behind it. */
export const unitNote = (word: string, unit: string | undefined): string => {
  if (LIKE_MAGNITUDE.test(word)) return `“${word}” may be a magnitude`;
  return unit === undefined ? "no unit found" : "";
};

/** What the word in front of a number makes doubtful, if the number is no bound of a range and has no minus. */
export const noteBefore = (tokens: readonly Token[], at: number): string => {
  const [before, earlier] = [tokens[at - 1]?.text ?? "", tokens[at - 2]];
  if (before === "هر") return "may be the base of a rate"; // "each"
  if (before === "از" && isNumberWord(earlier?.text ?? "")) return "may be the base of a rate"; // "of", "from"
  if (before === "تا") return "“تا” may mean up to";
  const isMidLine = tokens[at - 1]?.gap === "NONE" && at > 1;
  return isDash(tokens[at - 1]) && isMidLine && earlier !== undefined
    ? "the dash before it may be a minus"
    : "";
};
