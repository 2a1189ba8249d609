import type { Token } from "./tokens.ts";

/** A unit that was read behind a number, and how many tokens it took. */
export type UnitRead = { readonly unit: string; readonly tokens: number };

type Pattern = readonly [unit: string, ...words: readonly string[]];

/** Words behind a number and the unit that they name, the longer before the shorter. Money is named as printed. */
const PATTERNS: readonly Pattern[] = [
  ["PERSON_HOURS", "نفر", "ساعت"],
  ["PERSON_HOURS", "نفرساعت"],
  ["PERSON_COURSES", "نفر", "دوره"],
  ["PERSON_COURSES", "نفردوره"],
  ["PERSONS", "نفر"],
  ["PERSONS", "تن"],
  ["WORKING_DAYS", "روز", "کاری"],
  ["DAYS", "روز"],
  ["DAYS", "روزه"],
  ["YEARS", "سال"],
  ["YEARS", "ساله"],
  ["HOURS", "ساعت"],
  ["TOMAN", "تومان"],
  ["IRR", "ریال"],
  ["PERCENT", "درصد"],
  ["PERCENT", "٪"],
  ["PERCENT", "%"],
  ["DECILES", "دهک"],
  ["ITEMS", "قلم"],
  ["CERTIFICATES", "فقره", "گواهینامه"],
  ["CERTIFICATES", "گواهینامه"],
  ["LICENCES", "فقره", "مجوز"],
  ["LICENCES", "مجوز"],
  ["LICENCES", "پروانه"],
  ["SITES", "کارگاه", "سنجش"],
  ["SITES", "سایت"],
  ["SITES", "مرکز"],
  ["ESTABLISHMENTS", "کارگاه"],
  ["ESTABLISHMENTS", "بنگاه"],
  ["UNITS", "واحد"],
  ["MEMORANDA", "تفاهمنامه"],
  ["MEMORANDA", "تفاهم", "نامه"],
  ["COUNTRIES", "کشور"],
  ["ASSESSMENTS", "آزمون"],
  ["POSTS", "فرصت", "شغلی"],
  ["POSTS", "شغل"],
];

/** A word of a unit, also as an adjective: `نفری` is of persons. */
const isWord = (text: string | undefined, word: string): boolean => text === word || text === `${word}ی`;

/** Every word with which the name of a unit begins. */
export const UNIT_WORDS: ReadonlySet<string> = new Set(
  PATTERNS.flatMap(([, first = ""]) => [first, `${first}ی`]),
);

/** Units of which a small number in words is a quantity: "two countries" mostly means both of them. */
export const COUNTED_IN_WORDS: ReadonlySet<string> = new Set("YEARS WORKING_DAYS DECILES PERCENT".split(" "));

/** Reads the unit at a token; a dash may stand inside it. */
export const readUnit = (tokens: readonly Token[], at: number): UnitRead | undefined => {
  for (const [unit, ...words] of PATTERNS) {
    let next = at;
    const fits = words.every((word, index) => {
      if (index > 0 && /^[-–]$/.test(tokens[next]?.text ?? "")) next += 1;
      const token = tokens[next];
      next += 1;
      return token !== undefined && isWord(token.text, word) && (index === 0 || token.gap !== "PARAGRAPH");
    });
    if (fits) return { unit, tokens: next - at };
  }
  return undefined;
};
