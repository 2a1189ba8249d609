import { periodFromOrdinal, toJalali } from "@karnameh/schema/calendar";
import { isMonth, readRelativeYear } from "./dates.ts";
import type { Token } from "./tokens.ts";

const ENDS = new Set([".", "؛", "!", "؟", "?"]);
const QUALIFIERS: readonly (readonly [RegExp, string])[] = [
  [/ (بیش|بیشتر|فراتر) از$| بالغ بر$| افزون بر$| بالای$/, "GT"],
  [/ (دستکم|دست کم|حداقل)$/, "GE"],
  [/ (کمتر|پایینتر) از$| زیر$/, "LT"],
  [/ حداکثر$| تا سقف$/, "LE"],
  [/ (نزدیک|قریب) به$/, "APPROX_BELOW"],
  [/ (حدود|حدودا|تقریبا)$/, "APPROX"],
];
/** Words that may stand between a qualifier and its number. */
const FILLERS = / (در|تعداد|به میزان|مبلغ)$/;

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/هدفگذاری|هدف گذاری/, "TARGET"],
  [/برآورد|پیشبینی|خواهد (شد|رسید)|خواهند (شد|رسید)/, "FORECAST"],
  [/صادر|صدور|ایجاد|انعقاد|سپری کرد|فراگرفت|ارایه|جذب|صورت گرفت|تامین کرد|استخدام/, "FLOW"],
  [/پوشش|فعال|شاغل|سپری میکنند|اجرا شده|موجود/, "STOCK"],
];
const RULED = new Set("IRR TOMAN DECILES ITEMS WORKING_DAYS DAYS YEARS".split(" "));

/** The first and last token, the last not inside, of the sentence around a token; an empty line ends one too. */
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

/** How exactly a number is meant, from the words in front of it. */
export const qualifierBefore = (tokens: readonly Token[], at: number): string => {
  const [from] = sentenceAround(tokens, at);
  const before = ` ${wordsOf(tokens, Math.max(from, at - 5), at)}`.replace(FILLERS, "");
  return QUALIFIERS.find(([pattern]) => pattern.test(before))?.[1] ?? "EQ";
};

/** What kind of figure the words around a number make it; undefined where they do not say. A proposal, no more. */
export const kindOf = (
  tokens: readonly Token[],
  from: number,
  to: number,
  unit: string,
): string | undefined => {
  if (unit === "PERCENT") return "RATE";
  const [first, last] = sentenceAround(tokens, from);
  const near = wordsOf(tokens, Math.max(first, from - 8), Math.min(last, to + 14));
  if (KINDS[0]?.[0].test(near)) return "TARGET";
  if (RULED.has(unit)) return "PARAMETER";
  return KINDS.find(([pattern]) => pattern.test(near))?.[1];
};

const UNTIL_NOW = [["تاکنون"], ["تا", "به", "حال"]];

type Span = { readonly periodFrom?: string; readonly periodTo?: string; readonly periodStated?: string };

/**
 * The period that relative words of the sentence in front of a number give it: this, last or next year by the
 * Jalali year of the document, or until its day. Nothing without that day.
 */
export const periodBefore = (tokens: readonly Token[], at: number, publishedOn?: string): Span => {
  if (publishedOn === undefined) return {};
  const [from] = sentenceAround(tokens, at);
  for (let place = at - 1; place >= from; place -= 1) {
    const relative = readRelativeYear(tokens, place);
    // The year of a date says nothing of the figures behind it.
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

/** The words that follow a number, as a first idea of what it counts; those before it where none follow. */
export const subjectAt = (tokens: readonly Token[], from: number, to: number): string => {
  const [first, last] = sentenceAround(tokens, from);
  const isWord = ({ text }: Token): boolean => /^\p{L}/u.test(text);
  const after = tokens.slice(to, Math.min(last, to + 7)).filter(isWord);
  const chosen = after.length > 1 ? after : tokens.slice(Math.max(first, from - 6), from).filter(isWord);
  return chosen.map(({ text }) => text).join(" ");
};
