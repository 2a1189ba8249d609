const DIGIT = /\p{Nd}/u;

/** What a decimal digit of any script is worth: Unicode has them in runs of ten that begin with zero. */
const worthOf = (digit: string): number => {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (DIGIT.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
};

/** Computed when first met: a text has few kinds of digits. */
const worths = new Map<string, string>();

/** Stands behind a folded digit that took two UTF-16 units, so that places in the text stay. No text may contain it. */
export const FILLER = "\uffff";

/** Decimal digits of every script as Latin ones, and the rest as it is, in as many UTF-16 units. */
export const foldDigits = (text: string): string =>
  text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const known = worths.get(digit);
    if (known !== undefined) return known;
    const folded = String(worthOf(digit)).padEnd(digit.length, FILLER);
    worths.set(digit, folded);
    return folded;
  });
