import { readDigits } from "./digit-spelling.ts";
import { AND, DENOMINATORS, FACTORS, HALF, HUNDRED, POINT, SMALL } from "./number-lexicon.ts";

/** What a magnitude word multiplies by; undefined for any other word. */
export const magnitudeOf = (word: string): number | undefined => FACTORS.get(word);

const digitsOf = (word: string | undefined) => (word === undefined ? undefined : readDigits(word));

/** Whether a word is a number by itself or part of one: digits of any script, a number word or a magnitude. */
export const isNumberWord = (word: string): boolean =>
  SMALL.has(word) || FACTORS.has(word) || word === HALF || digitsOf(word) !== undefined;

/** A number that was read, and how many words it took. */
export type NumberRead = {
  readonly value: number;
  readonly words: number;
  /** What the number is before its first magnitude, and that magnitude: 25 and 1000 of 25 thousand. */
  readonly lead: number;
  readonly factor: number;
  /** The value if a separator that was read as a decimal point parts thousands. */
  readonly inThousands?: number;
  /** What is doubtful about it. */
  readonly doubt?: string;
};

/** A part of a number: its value, how many words it took, and what is doubtful about it. */
type Part = {
  readonly value: number;
  readonly words: number;
  readonly doubt?: string;
  readonly inThousands?: number;
};

/** Below what the next word may lie after `value`: hundreds take tens, tens take ones. */
const roomAfter = (value: number): number => (value >= 100 ? 100 : value >= 20 && value % 10 === 0 ? 10 : 0);

/** `صد`, a hundred, may be printed apart from the number before it: `چهار صد`, four hundred. */
const isSpacedHundred = (value: number, next: string | undefined): boolean =>
  Number.isInteger(value) && value >= 1 && value <= 9 && next === HUNDRED;

/** One word below a thousand, or two that make hundreds. */
const readStep = (words: readonly string[], at: number): Part | undefined => {
  const value = SMALL.get(words[at] ?? "");
  if (value === undefined) return undefined;
  return isSpacedHundred(value, words[at + 1]) ? { value: value * 100, words: 2 } : { value, words: 1 };
};

/**
 * Words below a thousand, joined by `و`; the next one has to fill a lower place. The upper part of a fraction is taken
 * as it stands, `بیست و پنج صدم`; elsewhere it is no part of the number before it, `صد و دو دهم`.
 */
const readSmall = (words: readonly string[], at: number, isUpper: boolean): Part | undefined => {
  const first = readStep(words, at);
  if (first === undefined) return undefined;
  let [value, end, room] = [first.value, at + first.words, roomAfter(first.value)];
  while (words[end] === AND && room > 0) {
    const next = readStep(words, end + 1);
    if (next === undefined || next.value >= room || next.value === 0) break;
    if (!isUpper && DENOMINATORS.has(words[end + 1 + next.words] ?? "")) break;
    value += next.value;
    room = roomAfter(next.value) && Math.min(roomAfter(next.value), room);
    end += 1 + next.words;
  }
  return { value, words: end - at };
};

const readWhole = (words: readonly string[], at: number, isUpper = false): Part | undefined => {
  const digits = digitsOf(words[at]);
  if (digits === undefined) return readSmall(words, at, isUpper);
  if (isSpacedHundred(digits.value, words[at + 1])) return { value: digits.value * 100, words: 2 };
  return { ...digits, words: 1 };
};

/** `سه چهارم`, three quarters, and `نیم`, a half. */
const readFraction = (words: readonly string[], at: number): Part | undefined => {
  if (words[at] === HALF) return { value: 0.5, words: 1 };
  if (words[at] === "ربع") return { value: 0.25, words: 1 }; // "a quarter"
  const upper = readWhole(words, at, true);
  const lower = upper === undefined ? undefined : DENOMINATORS.get(words[at + upper.words] ?? "");
  if (upper === undefined || lower === undefined) return undefined;
  if (!Number.isInteger(upper.value) || upper.value <= 0 || upper.value >= lower) return undefined;
  const value = upper.value / lower;
  const doubt = lower % 3 === 0 || lower === 7 ? "the fraction is rounded" : undefined;
  return { value, words: upper.words + 1, ...(doubt === undefined ? {} : { doubt }) };
};

/** What stands behind `ممیز`, the point: hundredths as `بیست و پنج صدم` or as the digits `بیست و پنج`. */
const readDecimals = (words: readonly string[], at: number): Part | undefined => {
  const fraction = readFraction(words, at);
  if (fraction !== undefined) return fraction;
  let zeros = 0;
  while (SMALL.get(words[at + zeros] ?? "") === 0) zeros += 1;
  const digits = readWhole(words, at + zeros);
  if (digits === undefined) return zeros > 0 ? { value: 0, words: zeros } : undefined;
  if (!Number.isInteger(digits.value)) return undefined;
  return {
    value: Number(`0.${"0".repeat(zeros)}${digits.value}`),
    words: zeros + digits.words,
  };
};

const decimalSum = (whole: number, fraction: number): number => Number((whole + fraction).toPrecision(15));

/** A number before its magnitudes: a whole one with a half, a fraction or decimals behind it, or a fraction alone. */
const readLead = (words: readonly string[], at: number): Part | undefined => {
  const fraction = readFraction(words, at);
  if (fraction !== undefined) return fraction;
  const whole = readWhole(words, at);
  if (whole === undefined) return undefined;
  const link = words[at + whole.words];
  const start = at + whole.words + 1;
  const part =
    link === AND ? readFraction(words, start) : link === POINT ? readDecimals(words, start) : undefined;
  // A half before a magnitude of its own is a further part: `هزار و نیم میلیون` is no number, `صد و نیم میلیون` is 100.5.
  if (part === undefined || !Number.isInteger(whole.value)) return whole;
  // `بیست و پنج دهم` may also be 25 tenths.
  const mayBeUpper =
    link === AND && part.words > 1 && whole.value >= 20 && whole.value < 100 && whole.value % 10 === 0;
  const doubt = mayBeUpper ? "read as a whole number and a fraction" : part.doubt;
  return {
    value: decimalSum(whole.value, part.value),
    words: whole.words + 1 + part.words,
    ...(doubt === undefined ? {} : { doubt }),
  };
};

/** A number below a thousand or in digits, times the magnitude words behind it; a magnitude alone is one of it. */
const readGroup = (words: readonly string[], at: number): NumberRead | undefined => {
  const lead = readLead(words, at);
  let end = at + (lead?.words ?? 0);
  let factor = 1;
  for (let next = magnitudeOf(words[end] ?? ""); next !== undefined; next = magnitudeOf(words[end] ?? "")) {
    factor *= next;
    end += 1;
  }
  if (end === at) return undefined;
  // A product of powers of ten and a decimal is rounded where binary fractions leave a rest.
  const value = (lead?.value ?? 1) * factor;
  const { doubt, inThousands } = lead ?? { doubt: "no number before the magnitude" };
  return {
    value: factor > 1 && Math.abs(value - Math.round(value)) < 1e-6 * value ? Math.round(value) : value,
    words: end - at,
    lead: lead?.value ?? 1,
    factor,
    ...(doubt === undefined ? {} : { doubt }),
    ...(inThousands === undefined || factor > 1 ? {} : { inThousands }),
  };
};

/** Where the next group begins: behind `و`, or at once where it is printed in digits. */
const nextGroup = (words: readonly string[], at: number): number | undefined => {
  if (words[at] === AND) return at + 1;
  return digitsOf(words[at]) === undefined ? undefined : at;
};

/** `یک میلیون و نیم`, a million and a half: the half is one of the magnitude before it. */
const isHalfOfMagnitude = (words: readonly string[], at: number): boolean =>
  words[at] === AND && words[at + 1] === HALF && magnitudeOf(words[at + 2] ?? "") === undefined;

/**
 * Reads the number that begins at a word: digits of any script, number words, halves, fractions and decimals in words,
 * magnitudes, joined by `و` (which may be missing in front of digits) only where the next part fills a lower place, so
 * that a list is not added up. Undefined where none begins.
 */
export const readNumber = (words: readonly string[], at = 0): NumberRead | undefined => {
  const first = readGroup(words, at);
  if (!first) return undefined;
  let [value, end, factor, doubt] = [first.value, at + first.words, first.factor, first.doubt];
  while (factor > 1) {
    if (isHalfOfMagnitude(words, end)) {
      value += factor / 2;
      end += 2;
      doubt = "the half is read as half of the magnitude before it";
      break;
    }
    const start = nextGroup(words, end);
    const next = start === undefined ? undefined : readGroup(words, start);
    if (start === undefined || !next || next.value >= factor || next.value === 0) break;
    value += next.value;
    factor = next.factor;
    doubt = first.words === 1 && end === at + 1 ? next.doubt : (doubt ?? next.doubt);
    end = start + next.words;
  }
  const { doubt: _, ...rest } = first;
  return { ...rest, value, words: end - at, ...(doubt === undefined ? {} : { doubt }) };
};
