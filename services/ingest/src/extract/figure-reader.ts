import type { Token } from "./tokens.ts";

/** A figure as a reader finds it, before the words around it are read. */
export type FoundFigure = {
  readonly value?: number;
  readonly valueText?: string;
  /** A code of CL_UNIT or TOMAN; empty if none was found. */
  readonly unit: string;
  readonly kind?: string;
  /** How exact it is, where the number itself says so; else the words before it do. */
  readonly qualifier?: string;
  readonly weekday?: string;
  readonly periodFrom?: string;
  readonly periodTo?: string;
  /** What is doubtful about it. */
  readonly note?: string;
};

/** What a reader finds at a token, and how many tokens belong to it. */
export type ReadResult =
  | { readonly kind: "FIGURE"; readonly tokens: number; readonly figure: FoundFigure }
  /** A number that only names something. It is skipped as a whole: its later words are not numbers of their own. */
  | { readonly kind: "NOT_A_FIGURE"; readonly tokens: number }
  /** Nothing that this reader knows. */
  | { readonly kind: "NO_MATCH"; readonly tokens: 1 };

/** Reads what begins at a token; `publishedOn` is the day of the document, `YYYY-MM-DD`. */
export type FigureReader = (tokens: readonly Token[], at: number, publishedOn?: string) => ReadResult;

export const NO_MATCH: ReadResult = { kind: "NO_MATCH", tokens: 1 };

export const figure = (found: FoundFigure, tokens: number): ReadResult => ({
  kind: "FIGURE",
  tokens,
  figure: found,
});

/** No number is written with more words. */
const MAX_NUMBER_WORDS = 24;

/** The words from a token on that may form one number; an empty line ends it. */
export const wordsFrom = (tokens: readonly Token[], at: number): readonly string[] => {
  const words: string[] = [];
  for (const { text, gap } of tokens.slice(at, at + MAX_NUMBER_WORDS)) {
    if (words.length > 0 && gap === "PARAGRAPH") break;
    words.push(text);
  }
  return words;
};
