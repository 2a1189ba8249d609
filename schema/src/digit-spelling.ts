import { foldDigits } from "./digits.ts";

/** A number in digits: its value, and where there is doubt, what is doubtful. */
export type SpelledDigits = {
  readonly value: number;
  readonly doubt?: string;
  /** The value if the only separator parts thousands, where it may also be a decimal point. */
  readonly inThousands?: number;
};

/** More digits than a number keeps. */
const MAX_DIGITS = 15;

const MANY_THOUSANDS = /^([1-9]\d{0,2}(?:([,٬،٫./' ])\d{3})(?:\2\d{3})+)(?:([./٫,])(\d+))?$/;
const ONE_THOUSAND = /^([1-9]\d{0,2})([,٬،' ])(\d{3})(?:[./٫](\d+))?$/;
/** Thousands parted by a dot or slash are beyond doubt where a comma has the decimals. */
const COMMA_BEHIND_THOUSAND = /^([1-9]\d{0,2})[./](\d{3}),(\d{1,2})$/;
const DECIMAL = /^(0|[1-9]\d*)([.,/٫،])(\d+)$/;
const WHOLE = /^(?:0|[1-9]\d*)$/;

const numberOf = (whole: string, fraction?: string): number | undefined => {
  const digits = whole.replace(/\D/g, "");
  if (digits.length + (fraction?.length ?? 0) > MAX_DIGITS) return undefined;
  return Number(fraction === undefined ? digits : `${digits}.${fraction}`);
};

const inDoubt = (word: string, reading: string): string => `“${word}” is read as ${reading}`;

const spelled = (value: number | undefined, doubt?: string): SpelledDigits | undefined => {
  if (value === undefined) return undefined;
  return doubt === undefined ? { value } : { value, doubt };
};

const readDecimal = (word: string, parts: RegExpExecArray): SpelledDigits | undefined => {
  const [, whole = "", separator = "", fraction = ""] = parts;
  const value = numberOf(whole, fraction);
  if (value === undefined) return undefined;
  const mayBeThousands = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  if (mayBeThousands)
    return {
      value,
      doubt: inDoubt(word, "a decimal"),
      inThousands: Number(whole + fraction),
    };
  const mayBeFraction = separator === "/" && Number(fraction) <= 10 && Number(whole) < Number(fraction);
  const isDoubtful = separator === "،" || (mayBeFraction && whole !== "0" && !fraction.startsWith("0"));
  return spelled(value, isDoubtful ? inDoubt(word, "a decimal") : undefined);
};

/**
 * Reads a number in digits of any script: thousands parted by commas, dots, slashes or blanks, and decimals behind a
 * point, a slash or a comma. Undefined for what is no number as a whole: a zero in front, more digits than a
 * number keeps, groups of other lengths.
 */
export const readDigits = (printed: string): SpelledDigits | undefined => {
  const word = foldDigits(printed);
  if (!/^\d/.test(word)) return undefined;
  if (WHOLE.test(word)) return spelled(numberOf(word));
  const many = MANY_THOUSANDS.exec(word);
  if (many) {
    const [, whole = "", separator, decimal, fraction] = many;
    if (separator === decimal) return undefined;
    return spelled(
      numberOf(whole, fraction),
      separator === " " ? inDoubt(word, "one number with blanks in it") : undefined,
    );
  }
  const comma = COMMA_BEHIND_THOUSAND.exec(word);
  if (comma) return spelled(numberOf(`${comma[1]}${comma[2]}`, comma[3]));
  const one = ONE_THOUSAND.exec(word);
  if (one) {
    const [, first = "", separator, second = "", fraction] = one;
    return spelled(
      numberOf(first + second, fraction),
      separator === " " ? inDoubt(word, "one number with a blank in it") : undefined,
    );
  }
  const decimal = DECIMAL.exec(word);
  return decimal ? readDecimal(word, decimal) : undefined;
};
