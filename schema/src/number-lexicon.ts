import type { Text } from "./text.ts";

/** The words that multiply the number before them, the largest first. */
export const MAGNITUDES: readonly { readonly factor: number; readonly name: Text }[] = [
  { factor: 1e12, name: { fa: "تریلیون", en: "trillion" } },
  { factor: 1e9, name: { fa: "میلیارد", en: "billion" } },
  { factor: 1e6, name: { fa: "میلیون", en: "million" } },
  { factor: 1e3, name: { fa: "هزار", en: "thousand" } },
];

export const ONES =
  "صفر یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده".split(" ");
export const TENS = "بیست سی چهل پنجاه شصت هفتاد هشتاد نود".split(" ");
export const HUNDREDS = "صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد".split(" ");
const VARIANTS: Readonly<Record<string, number>> = {
  یکصد: 100,
  پونصد: 500,
  شیشصد: 600,
  شیش: 6,
  پونزده: 15,
  شونزده: 16,
  هیفده: 17,
  هیجده: 18,
  هژده: 18,
};

export const AND = "و";
export const HUNDRED = "صد";
/** `نیم`, a half, as in `دو و نیم`, two and a half. */
export const HALF = "نیم";
/** `ممیز`, the decimal point in words. */
export const POINT = "ممیز";

/** Number words below a thousand. */
export const SMALL: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, at): [string, number] => [word, at]),
  ...TENS.map((word, at): [string, number] => [word, (at + 2) * 10]),
  ...HUNDREDS.map((word, at): [string, number] => [word, (at + 1) * 100]),
  ...Object.entries(VARIANTS),
]);

export const FACTORS: ReadonlyMap<string, number> = new Map([
  ...MAGNITUDES.map(({ factor, name }): [string, number] => [name.fa, factor]),
  ["بیلیون", 1e9],
]);

/** The parts of fractions: `سه چهارم`, three quarters; `دو دهم`, two tenths. */
export const DENOMINATORS: ReadonlyMap<string, number> = new Map([
  ["سوم", 3],
  ["چهارم", 4],
  ["ربع", 4],
  ["پنجم", 5],
  ["ششم", 6],
  ["هفتم", 7],
  ["هشتم", 8],
  ["نهم", 9],
  ["دهم", 10],
  ["صدم", 100],
  ["هزارم", 1000],
]);

type Kind = "START" | "AND" | "ONE" | "SMALL" | "MAGNITUDE" | "HALF";

const LONGEST_FIRST = [...SMALL.keys(), ...FACTORS.keys(), HALF].sort((a, b) => b.length - a.length);

const kindOf = (word: string): Kind => {
  if (word === HALF) return "HALF";
  if (FACTORS.has(word)) return "MAGNITUDE";
  const value = SMALL.get(word) ?? 0;
  return value > 1 && value < 10 ? "ONE" : "SMALL";
};

/** What may be printed behind what without `و`: magnitudes behind numbers, and a hundred behind two to nine. */
const mayFollow = (before: Kind, word: string): boolean => {
  if (before === "START" || before === "AND") return true;
  return FACTORS.has(word) || (before === "ONE" && word === HUNDRED);
};

const splitRest = (rest: string, before: Kind, isEnd: (rest: string) => boolean): string[] | undefined => {
  if (rest === "") return before === "START" ? undefined : [];
  const isBehindNumber = before !== "START" && before !== "AND";
  if (isBehindNumber && (isEnd(rest) || (before === "MAGNITUDE" && rest === "ی"))) return [rest];
  if ((before === "ONE" || before === "SMALL") && DENOMINATORS.has(rest)) return [rest];
  if (isBehindNumber && rest.startsWith(AND)) {
    const behind = splitRest(rest.slice(AND.length), "AND", isEnd);
    if (behind !== undefined) return [AND, ...behind];
  }
  for (const word of LONGEST_FIRST) {
    if (!rest.startsWith(word) || !mayFollow(before, word)) continue;
    const behind = splitRest(rest.slice(word.length), kindOf(word), isEnd);
    if (behind !== undefined) return [word, ...behind];
  }
  return undefined;
};

/**
 * The words of a number that are printed together, `بیستوپنجهزار`, with what `isEnd` knows behind them, such as a
 * unit; undefined if the word is anything else. Behind a number, a word may begin with `و`.
 */
export const splitNumberWord = (
  word: string,
  { isBehindNumber, isEnd }: { readonly isBehindNumber: boolean; readonly isEnd: (rest: string) => boolean },
): readonly string[] | undefined => {
  const whole = splitRest(word, "START", isEnd);
  if (whole !== undefined || !isBehindNumber || !word.startsWith(AND)) return whole;
  const behind = splitRest(word.slice(AND.length), "AND", isEnd);
  return behind === undefined || behind.length === 0 ? undefined : [AND, ...behind];
};
