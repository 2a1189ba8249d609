import { FILLER, foldDigits } from "./digits.ts";

/**
 * `REPEATED` is our policy, not the checksum's: ten equal digits pass the checksum, and forms filled in for
 * show carry them.
 */
type NationalCodeRefusal = "NOT_DIGITS" | "WRONG_LENGTH" | "WRONG_CHECKSUM" | "REPEATED";

export type NationalCodeResult =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly reason: NationalCodeRefusal };

const refused = (reason: NationalCodeRefusal): NationalCodeResult => ({ ok: false, reason });

const CODE_DIGITS = 10;

/** The check digit: weights 10 to 2 over nine digits, modulo 11; eight published implementations agree. */
const hasChecksum = (code: string): boolean => {
  let sum = 0;
  for (let index = 0; index < 9; index++) sum += Number(code[index]) * (10 - index);
  const rest = sum % 11;
  return Number(code[9]) === (rest < 2 ? rest : 11 - rest);
};

const isRepeated = (code: string): boolean => /^(\d)\1{9}$/.test(code);

/**
 * Reads an Iranian national code, in digits of any script, with the zeros restored that spreadsheets strip from
 * the front. The result never contains a rejected code.
 */
export const readNationalCode = (input: string): NationalCodeResult => {
  const digits = foldDigits(input.trim()).replaceAll(FILLER, "");
  if (!/^\d+$/.test(digits)) return refused("NOT_DIGITS");
  if (digits.length < 8 || digits.length > CODE_DIGITS) return refused("WRONG_LENGTH");
  const code = digits.padStart(CODE_DIGITS, "0");
  if (!hasChecksum(code)) return refused("WRONG_CHECKSUM");
  return isRepeated(code) ? refused("REPEATED") : { ok: true, code };
};

/** A place in a text, in UTF-16 units, the end not inside. */
type Span = { readonly from: number; readonly to: number };

/** Whatever may stand between two digits of one code: blanks, dashes, dots, slashes, joiners and other silent signs. */
const SEPARATOR = String.raw`(?:[\s./\\_:*·,،٫٬ـ\p{Pd}\p{Cf}\p{M}\u2212\u2044\u2215]{1,3})`;
const PIECE = String.raw`\d[\d${FILLER}]*`;
const CHAIN = new RegExp(`${PIECE}(?:${SEPARATOR}${PIECE})*`, "gu");
const PIECES = new RegExp(PIECE, "gu");
/** Ten digits close together. */
const TEN_DIGITS = /(?:[0-9][^0-9A-Za-z]{0,4}){9}[0-9]/;

/** Whether a UTF-16 unit may be a digit; letters of scripts beyond Arabic count too, which costs time only. */
const mayBeDigit = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) ||
  (unit >= 0x660 && unit <= 0x669) ||
  (unit >= 0x6f0 && unit <= 0x6f9) ||
  (unit >= 0x7c0 && (unit < 0x2000 || unit > 0x206f));

/** Most texts have no ten digits, and are done with here: faster than any pattern. */
const hasTenDigits = (text: string): boolean => {
  let digits = 0;
  for (let at = 0; at < text.length && digits < CODE_DIGITS; at += 1)
    if (mayBeDigit(text.charCodeAt(at))) digits += 1;
  return digits === CODE_DIGITS;
};

/** A day in either calendar, or a year and its month: its digits belong together and to nothing else. */
const DATES =
  /(?<!\d)(?:(?:1[2-5]|18|19|20|21)\d\d([-/.])(?:0?[1-9]|1[0-2])(?:\1(?:0?[1-9]|[12]\d|3[01]))?|(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\2(?:1[2-5]|18|19|20|21)\d\d)(?!\d)/g;
/** Random identifiers, pseudonyms and fingerprints. */
const HEXADECIMAL =
  /(?<![0-9a-z])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[0-9]*[a-f])(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}))(?![0-9a-z])/gi;

/** A money amount: no zero in front, in one piece or in thousands, and a unit of money behind. */
const AMOUNT = /^(?!0)(?:\d{10}|\d{1,3}(?:[^\d](?:\d{3})){3})$/u;
const MONEY =
  /^[\s\p{Cf}]*(?:(?:هزار|میلیون|میلیارد|میليون|ميليون|ميليارد)[\s\p{Cf}]+)?(?:(?:ریال|ريال|تومان|تومن|دلار|یورو|يورو|درهم)[\p{L}\p{M}\p{Cf}]{0,4}|rials?|tomans?|dollars?|euros?|irr|irt|usd|eur)(?![\p{L}\d])/iu;
/** Words that announce a code, whatever stands behind it. */
const ANNOUNCED =
  /(?:کد|كد|شماره|شمارهٔ|شناسه)[\s\p{Cf}]*(?:ملی|ملي|ملى)[^\d\p{L}]*$|national[\s-]*(?:code|id)[^\d\p{L}]*$/iu;

/** In how many pieces a code is written at most, if not digit by digit or in pairs. */
const MAX_PIECES = 4;

const isSpelling = (pieces: readonly string[]): boolean =>
  pieces.length <= MAX_PIECES ||
  pieces.every(({ length }) => length === 1) ||
  pieces.every(({ length }) => length === 2);

/** Thousands, parted by commas: a number that is printed as numbers are. */
const isNumber = (text: string): boolean =>
  /^[1-9]\d{0,2}(?:,\d{3})+$|^[1-9]\d{0,2}(?:[٬،]\d{3})+$/u.test(text);

const isCode = (text: string, { from, to }: Span, pieces: readonly string[]): boolean => {
  const digits = pieces.join("");
  if (!hasChecksum(digits) || isRepeated(digits) || !isSpelling(pieces)) return false;
  const written = text.slice(from, to);
  // Pieces that touch letters are parts of names, such as those of files.
  if (pieces.length > 1 && (/[A-Za-z]$/.test(text.slice(0, from)) || /^[A-Za-z]/.test(text.slice(to))))
    return false;
  if (ANNOUNCED.test(text.slice(Math.max(0, from - 40), from))) return true;
  return !isNumber(written) && !(AMOUNT.test(written) && MONEY.test(text.slice(to, to + 40)));
};

/** The codes of a chain of pieces: each run of them that has ten digits, from the first on. */
const codesOf = (text: string, chain: string, start: number): readonly Span[] => {
  const pieces = [...chain.matchAll(PIECES)].map(({ 0: piece, index }) => ({
    digits: piece.replaceAll(FILLER, ""),
    from: start + index,
    to: start + index + piece.length,
  }));
  const found: Span[] = [];
  for (let first = 0; first < pieces.length; first += 1) {
    let length = 0;
    for (let last = first; last < pieces.length && length < CODE_DIGITS; last += 1) {
      const { digits = "", to = 0 } = pieces[last] ?? {};
      length += digits.length;
      const span = { from: pieces[first]?.from ?? 0, to };
      const written = pieces.slice(first, last + 1).map((piece) => piece.digits);
      if (length !== CODE_DIGITS || !isCode(text, span, written)) continue;
      found.push(span);
      first = last;
    }
  }
  return found;
};

const blank = (text: string, pattern: RegExp): string =>
  text.replace(pattern, (found) => "x".repeat(found.length));

const nationalCodesIn = (text: string): readonly Span[] => {
  if (!hasTenDigits(text)) return [];
  const folded = foldDigits(text);
  if (!TEN_DIGITS.test(folded)) return [];
  const bare = blank(blank(folded, HEXADECIMAL), DATES);
  return [...bare.matchAll(CHAIN)].flatMap(({ 0: chain, index }) => codesOf(bare, chain, index));
};

/**
 * Whether a text contains ten digits that are a national code, in any script or several, in one piece or with
 * separators. An amount with a unit of money behind, and thousands parted by commas, are none.
 */
export const containsNationalCode = (text: string): boolean => nationalCodesIn(text).length > 0;

/** The text with every national code replaced by as many dots, so that places in it stay. */
export const maskNationalCodes = (text: string): string =>
  nationalCodesIn(text).reduceRight(
    (masked, { from, to }) => masked.slice(0, from) + "•".repeat(to - from) + masked.slice(to),
    text,
  );
