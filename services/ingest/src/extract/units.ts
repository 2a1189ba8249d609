import type { Token } from "./tokens.ts";

/** A unit behind a number, and how many tokens it has. */
export type UnitRead = { readonly unit: string; readonly tokens: number };

type Pattern = readonly [unit: string, ...words: readonly string[]];

/** Words behind a number and the unit that they name, longer ones first. Money keeps its printed unit. */
const PATTERNS: readonly Pattern[] = [
  ["PERSON_HOURS", "نفر", "ساعت"], // "person", "hour"
  ["PERSON_HOURS", "نفرساعت"], // "person-hour", in one word
  ["PERSON_COURSES", "نفر", "دوره"], // "person", "course"
  ["PERSON_COURSES", "نفردوره"], // "person-course", in one word
  ["PERSONS", "نفر"], // "person", the counting word
  ["PERSONS", "تن"], // "person", formal
  ["WORKING_DAYS", "روز", "کاری"], // "working day"
  ["DAYS", "روز"], // "day"
  ["DAYS", "روزه"], // "of … days"
  ["YEARS", "سال"], // "year"
  ["YEARS", "ساله"], // "of … years"
  ["HOURS", "ساعت"], // "hour"
  ["TOMAN", "تومان"], // "toman", ten rials
  ["IRR", "ریال"], // "rial"
  ["PERCENT", "درصد"], // "per cent"
  ["PERCENT", "در", "صد"], // the same in two words
  ["PERCENT", "٪"],
  ["PERCENT", "%"],
  ["DECILES", "دهک"], // "decile"
  ["ITEMS", "قلم"], // "item"
  ["CERTIFICATES", "فقره", "گواهینامه"], // counting word for documents, "certificate"
  ["CERTIFICATES", "گواهینامه"], // "certificate"
  ["LICENCES", "فقره", "مجوز"], // counting word for documents, "licence"
  ["LICENCES", "مجوز"], // "licence"
  ["LICENCES", "پروانه"], // "permit"
  ["SITES", "کارگاه", "سنجش"], // "assessment workshop"
  ["SITES", "سایت"], // "site"
  ["SITES", "مرکز"], // "centre"
  ["ESTABLISHMENTS", "کارگاه"], // "workshop", an establishment in labour law
  ["ESTABLISHMENTS", "بنگاه"], // "enterprise"
  ["UNITS", "واحد"], // "unit"
  ["MEMORANDA", "تفاهمنامه"], // "memorandum of understanding"
  ["MEMORANDA", "تفاهم", "نامه"], // the same in two words
  ["COUNTRIES", "کشور"], // "country"
  ["ASSESSMENTS", "آزمون"], // "examination"
  ["POSTS", "فرصت", "شغلی"], // "job opportunity"
  ["POSTS", "شغل"], // "job"
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
