import { cleanText } from "./clean-text.ts";
import { kindOf, periodBefore, qualifierBefore, subjectAt } from "./context.ts";
import { type FigureReader, type FoundFigure, NO_MATCH, type ReadResult } from "./figure-reader.ts";
import { readNamedDeciles, readQuantity } from "./quantity-readers.ts";
import { readDateFigure, readNextYear, readOrdinalDay, readPrintedYear } from "./time-readers.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { UNIT_WORDS } from "./units.ts";

/** A figure that a text may state, for a person to judge. Its place is in characters and lines of the document. */
export type Proposal = FoundFigure & {
  readonly qualifier: string;
  /** The words that state the period. */
  readonly periodStated?: string;
  readonly subject: string;
  readonly from: number;
  readonly to: number;
  readonly lineFrom: number;
  readonly lineTo: number;
  /** The words around it, as the document has them. */
  readonly text: string;
  readonly note: string;
};

/** The readers in the order in which they are tried: the first that matches decides. */
const READERS: readonly FigureReader[] = [
  readDateFigure,
  readPrintedYear,
  readNextYear,
  readNamedDeciles,
  readOrdinalDay,
  readQuantity,
];

const readAt = (tokens: readonly Token[], at: number, publishedOn?: string): ReadResult => {
  for (const read of READERS) {
    const result = read(tokens, at, publishedOn);
    if (result.kind !== "NO_MATCH") return result;
  }
  return NO_MATCH;
};

const TOKENS_AROUND = 6;

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

type DocumentText = {
  readonly tokens: readonly Token[];
  readonly raw: string;
  readonly publishedOn?: string;
};

/** A proposal from a figure whose tokens are those from `at` to `end`, the end not inside. */
const proposalOf = (
  { note = "", ...found }: FoundFigure,
  [at, end]: readonly [number, number],
  { tokens, raw, publishedOn }: DocumentText,
): Proposal => {
  const last = tokens[end - 1];
  const around = [
    tokens[Math.max(0, at - TOKENS_AROUND)],
    tokens[Math.min(tokens.length - 1, end + TOKENS_AROUND - 1)],
  ];
  const kind = found.kind ?? kindOf(tokens, at, end, found.unit);
  const own = { periodStated: oneLine(raw.slice(tokens[at]?.from, last?.to)) };
  return {
    ...(found.periodFrom === undefined ? periodBefore(tokens, at, publishedOn) : own),
    ...found,
    ...(kind === undefined ? {} : { kind }),
    qualifier: found.qualifier ?? qualifierBefore(tokens, at),
    subject: subjectAt(tokens, at, end),
    from: tokens[at]?.from ?? 0,
    to: last?.to ?? 0,
    lineFrom: tokens[at]?.line ?? 1,
    lineTo: last?.line ?? 1,
    text: oneLine(raw.slice(around[0]?.from, around[1]?.to)),
    note,
  };
};

/**
 * The figures that a Persian text seems to state, in the order of the text. Dates without a year are read by the day
 * of publication, `YYYY-MM-DD`. Nothing is a figure until a person confirms it.
 */
export const proposeFigures = (raw: string, publishedOn?: string): readonly Proposal[] => {
  const tokens = tokensOf(cleanText(raw), (word) => UNIT_WORDS.has(word));
  const document: DocumentText = { tokens, raw, ...(publishedOn === undefined ? {} : { publishedOn }) };
  const proposals: Proposal[] = [];
  for (let at = 0; at < tokens.length; ) {
    const result = readAt(tokens, at, publishedOn);
    if (result.kind === "FIGURE")
      proposals.push(proposalOf(result.figure, [at, at + result.tokens], document));
    at += result.tokens;
  }
  return proposals;
};
