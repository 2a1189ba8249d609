import type { AppendedEvent } from "@karnameh/event-log/port";
import {
  type Appended,
  type AppendOptions,
  type EventLog,
  LogError,
  type Position,
} from "@karnameh/event-log/port";
import { type Refusal, refusal } from "./refusal.ts";

/** Events with the line each came from. */
type NumberedEvents = { readonly events: readonly AppendedEvent[]; readonly lineOf: readonly number[] };

/** What became of the events of a block. */
export type BlockAppended = {
  readonly recorded: number;
  readonly duplicates: number;
  readonly refusals: readonly Refusal[];
  readonly lastPosition: Position | undefined;
};

const slice = ({ events, lineOf }: NumberedEvents, start: number, end?: number): NumberedEvents => ({
  events: events.slice(start, end),
  lineOf: lineOf.slice(start, end),
});

/** The codes with which the log rejects a single event, and what its sender has to know. */
const EVENT_REJECTIONS: Readonly<Record<string, { readonly message: string; readonly hint: string }>> = {
  CONFLICT: {
    message: "An event of this source and id is recorded with other content.",
    hint: "An event is never overwritten: send a correction, a new event that names this one in `corrects`.",
  },
  INVALID_EVENT: {
    message: "The log cannot record such an event.",
    hint: "See the fields of an event in docs/events.md.",
  },
  WRONG_REVISION: {
    message: "The stream is not at the revision that its writer expected.",
    hint: "Import again.",
  },
  TOO_LARGE: {
    message: "The event is larger than the limit MAX_EVENT_BYTES.",
    hint: "Leave out long texts.",
  },
  TIME_RUNS_BACKWARDS: {
    message: "The event was recorded before the latest event of the log.",
    hint: "Import history in the order in which it was recorded, before anything newer.",
  },
  HISTORICAL_NOT_ALLOWED: {
    message: "The event states when it was recorded.",
    hint: "Leave out that time, or import with --historical.",
  },
};

const isAboutEvent = (error: unknown, size: number): error is LogError =>
  error instanceof LogError && error.code in EVENT_REJECTIONS && (error.index !== undefined || size === 1);

/** After so many refusals the rest of a block is appended event by event: appending it as one again would cost more. */
const MAX_REFUSALS_OF_A_BLOCK = 4;

type Totals = { recorded: number; duplicates: number; lastPosition: Position | undefined };

const count = (totals: Totals, { recorded, duplicates, positions }: Appended): void => {
  totals.recorded += recorded;
  totals.duplicates += duplicates;
  for (const position of positions) {
    if (totals.lastPosition === undefined || position > totals.lastPosition) totals.lastPosition = position;
  }
};

const refuse = (line: number | undefined, error: LogError): Refusal =>
  refusal(line ?? 0, error.code, EVENT_REJECTIONS[error.code] ?? error);

/** Appends each event by itself. All appends are called at once: the log takes them in this order. */
const appendSingly = async (log: EventLog, part: NumberedEvents, options: AppendOptions, totals: Totals) => {
  const refusals: Refusal[] = [];
  const outcomes = await Promise.allSettled(part.events.map((event) => log.append([event], options)));
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.status === "fulfilled") count(totals, outcome.value);
    else if (isAboutEvent(outcome.reason, 1)) refusals.push(refuse(part.lineOf[index], outcome.reason));
    else throw outcome.reason;
  }
  return refusals;
};

/**
 * Appends a block. The log records all of a batch or nothing. An event that it rejects becomes a refusal, and the events
 * before and after it are appended without it. Throws LogError if the log itself fails.
 */
export const appendBlock = async (
  log: EventLog,
  block: NumberedEvents,
  options: AppendOptions,
): Promise<BlockAppended> => {
  const totals: Totals = { recorded: 0, duplicates: 0, lastPosition: undefined };
  const waiting: NumberedEvents[] = [block];
  const refusals: Refusal[] = [];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (part.events.length === 0) continue;
    if (refusals.length >= MAX_REFUSALS_OF_A_BLOCK) {
      refusals.push(...(await appendSingly(log, part, options, totals)));
      continue;
    }
    try {
      count(totals, await log.append(part.events, options));
    } catch (error) {
      waiting.push(...without(part, error, refusals));
    }
  }
  return { ...totals, refusals };
};

/** What is still to be appended after a rejection, the last part first. */
const without = (part: NumberedEvents, error: unknown, refusals: Refusal[]): NumberedEvents[] => {
  const size = part.events.length;
  if (error instanceof LogError && error.code === "TOO_LARGE" && error.index === undefined && size > 1) {
    const half = Math.ceil(size / 2);
    return [slice(part, half), slice(part, 0, half)];
  }
  if (!isAboutEvent(error, size)) throw error;
  const index = error.index ?? 0;
  refusals.push(refuse(part.lineOf[index], error));
  return [slice(part, index + 1), slice(part, 0, index)];
};
