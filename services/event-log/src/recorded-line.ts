import type { Position } from "./port.ts";

/**
 * One recorded event as one line of JSON. What the log adds to the event comes first and in this order:
 *
 *     {"position":7,"recordedAt":"2023-08-03T08:00:00.000Z","knownOn":"2023-08-03","id":"…","source":"…", …
 *
 * So a line is made by concatenation, in TypeScript or in SQL, and its position is read without parsing the line.
 * `%d` and `%s` are those of SQLite's format(); the last one is the stored JSON without its opening brace.
 */
const TEMPLATE = '{"position":%d,"recordedAt":"%s","knownOn":"%s",%s';

const [BEFORE_POSITION = "", BEFORE_RECORDED_AT = "", BEFORE_KNOWN_ON = "", BEFORE_BODY = ""] =
  TEMPLATE.split(/%[ds]/);

/** What the log adds to an event. */
export type Stamp = {
  readonly position: Position;
  readonly recordedAt: string;
  /** The Tehran day of `recordedAt`. */
  readonly knownOn: string;
};

/** The line of an event; `body` is its stored JSON. */
export const recordedLine = ({ position, recordedAt, knownOn }: Stamp, body: string): string =>
  `${BEFORE_POSITION}${position}${BEFORE_RECORDED_AT}${recordedAt}${BEFORE_KNOWN_ON}${knownOn}${BEFORE_BODY}${body.slice(1)}`;

/** The same line as an expression of SQLite over the columns of its table `event`. */
export const RECORDED_LINE_SQL = `format('${TEMPLATE}', position, recorded_at, known_on, ltrim(body, '{'))`;

/** The position that a line begins with. */
export const positionOfLine = (line: string): Position =>
  BigInt(line.slice(BEFORE_POSITION.length, line.indexOf(",")));
