/** A number as a cell of a table states it, or why it is not read. */
export type NumberCell = { readonly value: number; readonly isPercent: boolean } | NumberDoubt;

/** Why a cell is not read as a number; both are parts of a message. */
export type NumberDoubt = { readonly message: string; readonly hint: string };

const WRITE_DIGITS = "Write digits with a decimal point, such as 1463000 or 9.6.";

const doubt = (message: string, hint = WRITE_DIGITS): NumberDoubt => ({ message, hint });

/** Direction marks, which surround signs and digits in right-to-left text. */
const SILENT = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const MINUS = /^[\u2212\ufe63\uff0d]/;
const DIGIT = /\p{Nd}/gu;

/** The decimal digits of every script stand in runs of ten, so the digits before one tell its value. */
const startOfRun = (digit: string): number => {
  const code = digit.codePointAt(0) ?? 0;
  // The mathematical digits are five runs without a gap; none of them begins at a multiple of ten.
  if (code >= 0x1d7ce && code <= 0x1d7ff) return code - ((code - 0x1d7ce) % 10);
  let first = code;
  while (code - first < 9 && /\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return first;
};

/** The text with the digits 0 to 9; undefined if it mixes digits of two scripts. */
const inLatinDigits = (text: string): string | undefined => {
  const starts = new Set<number>();
  const latin = text.replace(DIGIT, (digit) => {
    const start = startOfRun(digit);
    starts.add(start);
    return String((digit.codePointAt(0) ?? 0) - start);
  });
  return starts.size > 1 ? undefined : latin;
};

const PLAIN = /^[+-]?\d+(?:\.\d+)?$/;
/** A program writes a small e; a spreadsheet writes a capital one, and has rounded. */
const SMALL_EXPONENT = /^[+-]?\d(?:\.\d+)?e-\d{1,3}$/;
const EXPONENT = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i;
const GROUPED: readonly [RegExp, RegExp][] = [
  // Separators that never begin decimals.
  [
    /^[+-]?[1-9]\d{0,2}(?:([ \u00a0\u2009\u202f'’٬])\d{3})(?:\1\d{3})*(?:[.٫]\d+)?$/,
    /[ \u00a0\u2009\u202f'’٬]/g,
  ],
  // A comma or a point groups without doubt if it comes twice, or if decimals follow.
  [/^[+-]?[1-9]\d{0,2}(?:([,،])\d{3})(?:\1\d{3})+(?:[.٫]\d+)?$/, /[,،]/g],
  [/^[+-]?[1-9]\d{0,2},\d{3}\.\d+$/, /,/g],
  [/^[+-]?[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d+)?$/, /\./g],
  [/^[+-]?[1-9]\d{0,2}\.\d{3},\d+$/, /\./g],
];
/** A comma begins decimals without doubt if no group of three digits follows, or a zero alone comes before. */
const DECIMAL_COMMA = /^[+-]?(?:\d+٫\d+|\d+[,،](?:\d{1,2}|\d{4,})|0[,،]\d+|\d{4,}[,،]\d+)$/;
const EITHER = /^[+-]?[1-9]\d{0,2}[,،]\d{3}$/;

/** The number in plain digits; undefined if it is none, or could be two. */
const plainOf = (text: string): string | undefined => {
  if (PLAIN.test(text) || SMALL_EXPONENT.test(text)) return text;
  for (const [shape, separators] of GROUPED)
    if (shape.test(text)) return text.replace(separators, "").replace(/[,٫]/, ".");
  return DECIMAL_COMMA.test(text) ? text.replace(/[,،٫]/, ".") : undefined;
};

const whyNot = (text: string): NumberDoubt => {
  if (EITHER.test(text))
    return doubt("The number is thousands in one spelling and decimals in another.", WRITE_DIGITS);
  if (EXPONENT.test(text))
    return doubt(
      "The number is in scientific notation, as a spreadsheet rounds it.",
      "Show the column with all its digits and save the table again.",
    );
  if (/^#|^(?:TRUE|FALSE|NaN|-?inf(?:inity)?)$/i.test(text))
    return doubt("The cell holds an error or a truth value of a spreadsheet.");
  return doubt("The cell is not a number.");
};

/**
 * Reads a cell that has to be a number, in the digits of any script, with a sign before it, with separators of
 * thousands, and with a decimal point or comma. What could be two numbers is not read.
 */
export const readNumberCell = (cell: string): NumberCell => {
  const silent = cell.replace(SILENT, "").trim();
  const signless = silent.replace(MINUS, "-").replace(/^\uff0b/, "+");
  const unsigned = /[%٪]$/.test(signless) ? signless.slice(0, -1).trimEnd() : signless;
  const latin = inLatinDigits(unsigned);
  if (latin === undefined) return doubt("The number mixes the digits of two scripts.");
  const plain = plainOf(latin);
  if (plain === undefined) return whyNot(latin);
  const value = Number(plain) + 0;
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER)
    return doubt("The number is too long to be kept without a loss of digits.");
  return { value, isPercent: unsigned !== signless };
};
