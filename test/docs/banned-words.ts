/** A word that user-visible texts do not use, as the source of a regular expression, and what to write instead. */
type BannedWord = { readonly pattern: string; readonly instead: string };

const BANNED: readonly BannedWord[] = [
  { pattern: "afresh|anew", instead: "again, from scratch, rebuilt" },
  { pattern: "apart", instead: "separately, non-additive" },
  { pattern: "beside", instead: "next to, in addition to, compared with" },
  { pattern: "book(s|ed|ings?)?", instead: "post, posted" },
  { pattern: "carriers?|carried by", instead: "covered by" },
  { pattern: "commonest", instead: "most frequent" },
  { pattern: "country in small", instead: "synthetic population" },
  { pattern: "culprits?", instead: "offending field" },
  { pattern: "cuts", instead: "filters" },
  { pattern: "(days?|moments?) of knowledge", instead: "as-of date" },
  { pattern: "dear(er|est)?", instead: "expensive" },
  { pattern: "doors?", instead: "ingest endpoint" },
  { pattern: "emitters?", instead: "producer, source" },
  { pattern: "errands?", instead: "operation" },
  { pattern: "extents?", instead: "period coverage" },
  { pattern: "for ever", instead: "permanently" },
  { pattern: "front page", instead: "home page" },
  { pattern: "(go|goes|went|going) over to", instead: "switches to" },
  { pattern: "grave(st|r|ly)?|gravity", instead: "severe, severity" },
  { pattern: "hang(s|ing)? on", instead: "depends on, joins to" },
  { pattern: "heed(s|ed|ing)?", instead: "support, use, apply" },
  { pattern: "(held|holds?|holding)( [^ ]+){0,4} against", instead: "verified against, compared with" },
  { pattern: "lanes?", instead: "connections" },
  { pattern: "life|lives", instead: "subject version, history" },
  { pattern: "(patience|patiently)", instead: "retry" },
  { pattern: "press(ed|es|ing)", instead: "checkpoint" },
  { pattern: "puts?( [^ ]+)? right", instead: "corrected" },
  { pattern: "reckon(s|ed|ing)?", instead: "compute" },
  { pattern: "said", instead: "stated, reported" },
  { pattern: "sequels?", instead: "extra events" },
  { pattern: "(set|sets|setting) aside", instead: "unprocessable" },
  { pattern: "squeez(e|es|ed|ing)", instead: "gzip, compressed" },
  { pattern: "stands?|standing|stood", instead: "is, is listed, current, valid" },
  { pattern: "(take|takes|taken|taking|took) back", instead: "reversed, retracted" },
  { pattern: "tells?|told|telling|tellers?", instead: "report, state, define" },
  { pattern: "twins?", instead: "fake, double" },
];

type AllowedPhrase = { readonly phrase: string; readonly reason: string };

/** Terms of the field that contain a banned word. */
const ALLOWED: readonly AllowedPhrase[] = [
  { phrase: "life expectancy", reason: "the demographic indicator" },
  { phrase: "working life", reason: "the indicator 'duration of working life'" },
  { phrase: "standing committee", reason: "a permanent committee of a social partner" },
];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const allowed = new RegExp(ALLOWED.map(({ phrase }) => escaped(phrase)).join("|"), "giu");
const patterns = BANNED.map(({ pattern, instead }) => ({
  words: new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${pattern})(?![\\p{L}\\p{N}_])`, "giu"),
  instead,
}));

/** The banned words of a text, each with its surroundings and what to write instead. */
export const bannedWordsOf = (text: string): readonly string[] => {
  const plain = text.replaceAll(allowed, "").replaceAll(/\s+/g, " ");
  return patterns.flatMap(({ words, instead }) =>
    [...plain.matchAll(words)].map(({ 0: found, index }) => {
      const context = plain.slice(Math.max(0, index - 40), index + found.length + 40);
      return `"${found}" in "${context}": write ${instead}`;
    }),
  );
};
