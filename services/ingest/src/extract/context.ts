import { periodFromOrdinal, toJalali } from "@karnameh/schema/calendar";
import { isMonth, readRelativeYear } from "./dates.ts";
import type { Token } from "./tokens.ts";

const ENDS = new Set([".", "؛", "!", "؟", "?"]); // with the Persian semicolon and question mark
const QUALIFIERS: readonly (readonly [RegExp, string])[] = [
  [/ (بیش|بیشتر|بالاتر|فراتر) از$| >$| بالغ بر$| افزون بر$| بالای$/, "GT"], // "more than", "above", "beyond", "amounting to", "in excess of", "above"
  [/ (دستکم|دست کم|حداقل)$| ≥$/, "GE"], // "at least", in three spellings
  [/ (کمتر|پایینتر) از$| زیر$| <$/, "LT"], // "less than", "lower than", "under"
  [/ حداکثر$| تا سقف$| ≤$/, "LE"], // "at most", "up to a ceiling of"
  [/ (نزدیک|قریب) به$/, "APPROX_BELOW"], // "close to", "nearly"
  [/ (حدود|حدودا|تقریبا)$| [~≈]$/, "APPROX"], // "about", "approximately"
];
/** Words that may stand between a qualifier and its number. */
const FILLERS = / (در|تعداد|به میزان|مبلغ)$/; // "in", "the number of", "to the amount of", "the sum of"

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/هدفگذاری|هدف گذاری/, "TARGET"], // "setting a target"
  // "estimate", "forecast", "will become", "will reach" (singular and plural)
  [/برآورد|پیشبینی|خواهد (شد|رسید)|خواهند (شد|رسید)/, "FORECAST"],
  // "issued", "issue of", "creation", "conclusion", "completed", "learned", "provision", "recruitment", "took place",
  // "financed", "hiring"
  [/صادر|صدور|ایجاد|انعقاد|سپری کرد|فراگرفت|ارایه|جذب|صورت گرفت|تامین کرد|استخدام/, "FLOW"],
  // "coverage", "active", "employed", "are completing", "carried out", "existing"
  [/پوشش|فعال|شاغل|سپری میکنند|اجرا شده|موجود/, "STOCK"],
];
const RULED = new Set("IRR TOMAN DECILES ITEMS WORKING_DAYS DAYS YEARS".split(" "));

/** The first and last token, the last not inside, of the sentence around a token; an empty line ends it too. */
const sentenceAround = (tokens: readonly Token[], at: number): readonly [number, number] => {
  let [from, to] = [at, at + 1];
  while (from > 0 && tokens[from]?.gap !== "PARAGRAPH" && !ENDS.has(tokens[from - 1]?.text ?? "")) from -= 1;
  while (to < tokens.length && tokens[to]?.gap !== "PARAGRAPH" && !ENDS.has(tokens[to]?.text ?? "")) to += 1;
  return [from, to];
};

const wordsOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(Math.max(from, 0), to)
    .map(({ text }) => text)
    .join(" ");

/** How exact a number is, by the words in front of it. */
export const qualifierBefore = (tokens: readonly Token[], at: number): string => {
  const [from] = sentenceAround(tokens, at);
  const before = ` ${wordsOf(tokens, Math.max(from, at - 5), at)}`.replace(FILLERS, "");
  return QUALIFIERS.find(([pattern]) => pattern.test(before))?.[1] ?? "EQ";
};

/** The kind of a figure by the words around its number; undefined if they do not state it. Only a proposal. */
export const kindOf = (
  tokens: readonly Token[],
  from: number,
  to: number,
  unit: string,
): string | undefined => {
  if (unit === "PERCENT") return "RATE";
  const [first, last] = sentenceAround(tokens, from);
  const around = wordsOf(tokens, Math.max(first, from - 8), Math.min(last, to + 14));
  if (KINDS[0]?.[0].test(around)) return "TARGET";
  if (RULED.has(unit)) return "PARAMETER";
  return KINDS.find(([pattern]) => pattern.test(around))?.[1];
};

const UNTIL_NOW = [["تاکنون"], ["تا", "به", "حال"]]; // "until now", in one word and in three

type Span = { readonly periodFrom?: string; readonly periodTo?: string; readonly periodStated?: string };

/**
 * The period of a number by relative words in front of it in its sentence: this, last or next year, by the Jalali year
 * of the document, or until the day of the document. Nothing without that day.
 */
export const periodBefore = (tokens: readonly Token[], at: number, publishedOn?: string): Span => {
  if (publishedOn === undefined) return {};
  const [from] = sentenceAround(tokens, at);
  for (let place = at - 1; place >= from; place -= 1) {
    const relative = readRelativeYear(tokens, place);
    // The year of a date is not the period of the figures behind it.
    if (relative && isMonth(tokens[place - 1]?.text ?? "")) return {};
    if (relative) {
      const year = periodFromOrdinal("JALALI", "YEAR", toJalali(publishedOn).year + relative.shift);
      const periodStated = wordsOf(tokens, place, place + relative.tokens);
      return { periodFrom: year.from, periodTo: year.to, periodStated };
    }
    const untilNow = UNTIL_NOW.find(
      (words) => wordsOf(tokens, place, place + words.length) === words.join(" "),
    );
    if (untilNow) return { periodTo: publishedOn, periodStated: untilNow.join(" ") };
  }
  return {};
};

/** The words behind a number, as a first proposal of what it counts; the words before it if there are none. */
export const subjectAt = (tokens: readonly Token[], from: number, to: number): string => {
  const [first, last] = sentenceAround(tokens, from);
  const isWord = ({ text }: Token): boolean => /^\p{L}/u.test(text);
  const after = tokens.slice(to, Math.min(last, to + 7)).filter(isWord);
  const chosen = after.length > 1 ? after : tokens.slice(Math.max(first, from - 6), from).filter(isWord);
  return chosen.map(({ text }) => text).join(" ");
};
