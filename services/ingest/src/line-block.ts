import { encode } from "@karnameh/event-log/encode";
import type { EncodedEvent } from "@karnameh/event-log/port";
import { readCloudEvent } from "@karnameh/schema/cloud-event";
import type { NewEvent } from "@karnameh/schema/event";
import { lineRefusals, type Refusal, refusal } from "./refusal.ts";
import type { Boundary, Line } from "./split-lines.ts";
import { readStrictJson } from "./strict-json.ts";

/** Lines that are read together: their events, and a refusal of each line without one. */
export type Block = {
  readonly events: readonly EncodedEvent[];
  /** The line of each event. */
  readonly lineOf: readonly number[];
  readonly refusals: readonly Refusal[];
  readonly lines: number;
  /** Set on the last block of a piece of the file: up to here everything is in this or an earlier block. */
  readonly boundary?: Boundary;
};

const HINTS = {
  NOT_UTF8: "Save the file as UTF-8.",
  NOT_JSON: "Write one CloudEvent per line, as JSON without line breaks.",
  DUPLICATE_KEY: "Write each key of an object once: which of two values counts is not defined.",
  NUMBER_TOO_LONG: "Write numbers with at most 15 digits.",
  LINE_TOO_LONG: "Write one event per line; events are far smaller than this.",
} as const;

/** How lines are read: at most `size` lines per block; `historical` events may state `recordedAt`. */
export type ReadOptions = { readonly size: number; readonly historical: boolean };

const readValue = (line: number, value: unknown, options: ReadOptions): NewEvent | Refusal => {
  const read = readCloudEvent(value, { historical: options.historical });
  return read.ok ? read.event : refusal(line, read.code, read);
};

const refuseLine = (line: number, code: keyof typeof HINTS): Refusal =>
  refusal(line, code, { message: lineRefusals[code].en, hint: HINTS[code] });

const readLine = ({ line, text, fault }: Line, options: ReadOptions): NewEvent | Refusal => {
  if (text === undefined) return refuseLine(line, fault ?? "NOT_JSON");
  const json = readStrictJson(text);
  return json.ok ? readValue(line, json.value, options) : refuseLine(line, json.fault);
};

const isBlank = ({ text }: Line): boolean => text !== undefined && text.trim() === "";

/** A line or value by its number, and its event or refusal. */
type NumberedResult = { readonly line: number; readonly read: NewEvent | Refusal };

const blockOf = (items: readonly NumberedResult[], lines: number): Block => {
  const events: EncodedEvent[] = [];
  const lineOf: number[] = [];
  const refusals: Refusal[] = [];
  for (const { line, read } of items) {
    if ("line" in read) refusals.push(read);
    else {
      events.push(encode(read));
      lineOf.push(line);
    }
  }
  return { events, lineOf, refusals, lines };
};

/** Reads lines into one block. */
export const blockOfLines = (lines: readonly Line[], options: ReadOptions): Block => {
  const items = lines
    .filter((line) => !isBlank(line))
    .map((line) => ({ line: line.line, read: readLine(line, options) }));
  return blockOf(items, lines.length);
};

/** Reads parsed JSON values into one block, numbered from 1. */
export const blockOfValues = (values: readonly unknown[], options: ReadOptions): Block =>
  blockOf(
    values.map((value, index) => ({ line: index + 1, read: readValue(index + 1, value, options) })),
    values.length,
  );

/** Reads lines into blocks. Blank lines are counted and have no event. */
export function* blocksOf(
  lines: readonly Line[],
  boundary: Boundary | undefined,
  options: ReadOptions,
): Generator<Block> {
  for (let start = 0; start < lines.length; start += options.size) {
    const block = blockOfLines(lines.slice(start, start + options.size), options);
    const last = start + options.size >= lines.length;
    yield last && boundary !== undefined ? { ...block, boundary } : block;
  }
}
