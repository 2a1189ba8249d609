import { toLatinDigits } from "./calendar.ts";
import type { Text } from "./text.ts";

/** The words that multiply the number before them, the largest first. */
export const MAGNITUDES: readonly { readonly factor: number; readonly name: Text }[] = [
  { factor: 1e12, name: { fa: "تریلیون", en: "trillion" } },
  { factor: 1e9, name: { fa: "میلیارد", en: "billion" } },
  { factor: 1e6, name: { fa: "میلیون", en: "million" } },
  { factor: 1e3, name: { fa: "هزار", en: "thousand" } },
];

const ONES =
  "صفر یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده".split(" ");
const TENS = "بیست سی چهل پنجاه شصت هفتاد هشتاد نود".split(" ");
const HUNDREDS = "صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد".split(" ");
const VARIANTS: Readonly<Record<string, number>> = { یکصد: 100, پونصد: 500, شیش: 6, هیجده: 18, بیلیون: 1e9 };

const AND = "و";

const SMALL: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, at): [string, number] => [word, at]),
  ...TENS.map((word, at): [string, number] => [word, (at + 2) * 10]),
  ...HUNDREDS.map((word, at): [string, number] => [word, (at + 1) * 100]),
  ...Object.entries(VARIANTS).filter(([, value]) => value < 1e3),
]);

const FACTORS: ReadonlyMap<string, number> = new Map([
  ...MAGNITUDES.map(({ factor, name }): [string, number] => [name.fa, factor]),
  ["بیلیون", 1e9],
]);

const DIGITS = /^(?:\d{1,3}(?:[,٬،]\d{3})+|\d+)(?:[./٫]\d+)?$/;
/** A comma in front of one or two digits is a decimal one: thousands have three. */
const DECIMAL_COMMA = /^\d+,\d{1,2}$/;

/** What a magnitude word multiplies by; undefined for any other word. */
export const magnitudeOf = (word: string): number | undefined => FACTORS.get(word);

/** Whether a word is a number by itself or part of one: digits of any script, a number word or a magnitude. */
export const isNumberWord = (word: string): boolean =>
  SMALL.has(word) || FACTORS.has(word) || digitsOf(word) !== undefined;

/** A number that was read: its value, and how many words it took. */
export type NumberRead = { readonly value: number; readonly words: number };

const digitsOf = (word: string): number | undefined => {
  const latin = toLatinDigits(word);
  if (DECIMAL_COMMA.test(latin)) return Number(latin.replace(",", "."));
  return DIGITS.test(latin) ? Number(latin.replace(/[,٬،]/g, "").replace(/[/٫]/, ".")) : undefined;
};

/** Below what the next word may lie after `value`: hundreds take tens, tens take ones. */
const roomAfter = (value: number): number => (value >= 100 ? 100 : value >= 20 && value % 10 === 0 ? 10 : 0);

/** Words below a thousand, joined by `و`; the next one has to fill a lower place. */
const readSmall = (words: readonly string[], at: number): NumberRead | undefined => {
  const first = SMALL.get(words[at] ?? "");
  if (first === undefined) return undefined;
  let [value, end, room] = [first, at + 1, roomAfter(first)];
  while (words[end] === AND && room > 0) {
    const next = SMALL.get(words[end + 1] ?? "");
    if (next === undefined || next >= room || next === 0) break;
    value += next;
    room = roomAfter(next) && Math.min(roomAfter(next), room);
    end += 2;
  }
  return { value, words: end - at };
};

/** A number below a thousand or in digits, times the magnitude words behind it; a magnitude alone is one of it. */
const readGroup = (words: readonly string[], at: number): (NumberRead & { factor: number }) | undefined => {
  const digits = digitsOf(words[at] ?? "");
  const small = digits === undefined ? readSmall(words, at) : { value: digits, words: 1 };
  let end = at + (small?.words ?? 0);
  let factor = 1;
  for (let next = magnitudeOf(words[end] ?? ""); next !== undefined; next = magnitudeOf(words[end] ?? "")) {
    factor *= next;
    end += 1;
  }
  if (end === at) return undefined;
  // A product of powers of ten and a decimal is rounded where binary fractions leave a rest.
  const value = (small?.value ?? 1) * factor;
  return {
    value: factor > 1 && Math.abs(value - Math.round(value)) < 1e-6 * value ? Math.round(value) : value,
    words: end - at,
    factor,
  };
};

/** Where the next group begins: behind `و`, or at once where it is printed in digits. */
const nextGroup = (words: readonly string[], at: number): number | undefined => {
  if (words[at] === AND) return at + 1;
  return digitsOf(words[at] ?? "") === undefined ? undefined : at;
};

/**
 * Reads the number that begins at a word: digits of any of the three scripts, number words, magnitudes, joined by
 * `و` (which may be missing in front of digits) only where the next part fills a lower place, so that a list is not added up. Undefined where none begins.
 */
export const readNumber = (words: readonly string[], at = 0): NumberRead | undefined => {
  const first = readGroup(words, at);
  if (!first) return undefined;
  let [value, end, factor] = [first.value, at + first.words, first.factor];
  while (factor > 1) {
    const start = nextGroup(words, end);
    const next = start === undefined ? undefined : readGroup(words, start);
    if (start === undefined || !next || next.value >= factor || next.value === 0) break;
    value += next.value;
    factor = next.factor;
    end = start + next.words;
  }
  return { value, words: end - at };
};

const spellSmall = (value: number): readonly string[] => {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  const below = rest < 20 ? [rest] : [rest - (rest % 10), rest % 10];
  const words = below
    .filter((each) => each > 0)
    .map((each) => (each < 20 ? ONES[each] : TENS[each / 10 - 2]) ?? "");
  return hundreds > 0 ? [HUNDREDS[hundreds - 1] ?? "", ...words] : words;
};

/** A part of a number as it is printed with magnitude words: 39 and 1000 for thirty-nine thousand. */
export type Group = { readonly digits: string; readonly factor: number };

/** The parts of a whole number, the largest first, those of zero left out: 1,039,000 is 1 million and 39 thousand. */
export const groupsOf = (value: number): readonly Group[] => {
  const groups: Group[] = [];
  let rest = value;
  for (const factor of [...MAGNITUDES.map((each) => each.factor), 1]) {
    const part = Math.floor(rest / factor);
    if (part > 0) groups.push({ digits: String(part), factor });
    rest -= part * factor;
  }
  return groups.length > 0 ? groups : [{ digits: "0", factor: 1 }];
};

/** The words of a whole number below 10^15. */
export const spellNumber = (value: number): string =>
  groupsOf(value)
    .map(({ digits, factor }) => {
      const words = spellSmall(Number(digits));
      const name = MAGNITUDES.find((each) => each.factor === factor)?.name.fa;
      const spelled = words.length > 0 ? words.join(` ${AND} `) : (ONES[0] ?? "");
      return name === undefined ? spelled : `${spelled} ${name}`;
    })
    .join(` ${AND} `);
