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
type Numbered = { readonly events: readonly AppendedEvent[]; readonly lineOf: readonly number[] };

/** What became of the events of a block. */
export type BlockAppended = {
  readonly recorded: number;
  readonly duplicates: number;
  readonly refusals: readonly Refusal[];
  readonly lastPosition: Position | undefined;
};

const slice = ({ events, lineOf }: Numbered, start: number, end?: number): Numbered => ({
  events: events.slice(start, end),
  lineOf: lineOf.slice(start, end),
});

/** What the log can hold against one event, as the event's sender needs to hear it. */
const AGAINST_EVENT: Readonly<Record<string, { readonly message: string; readonly hint: string }>> = {
  CONFLICT: {
    message: "An event of this source and id is recorded with other content.",
    hint: "An event is never overwritten: send a correction, a new event that names this one in `corrects`.",
  },
  INVALID_EVENT: {
    message: "The log cannot keep such an event.",
    hint: "See the envelope in the documentation.",
  },
  WRONG_REVISION: { message: "The stream is not where its writer expected it.", hint: "Import again." },
  TOO_LARGE: {
    message: "The event is larger than the log takes.",
    hint: "Events are small; leave out long texts.",
  },
  TIME_RUNS_BACKWARDS: {
    message: "The event was recorded before the latest that the log holds.",
    hint: "Import history in the order in which it was recorded, before anything newer.",
  },
  HISTORICAL_NOT_ALLOWED: {
    message: "The event brings its time of recording along.",
    hint: "Leave it out, or import as history.",
  },
};

const speaksOfEvent = (error: unknown, size: number): error is LogError =>
  error instanceof LogError && error.code in AGAINST_EVENT && (error.index !== undefined || size === 1);

/** After as many refusals the rest of a block goes in event by event: trying it whole again would cost more. */
const WHOLE_AGAIN = 4;

type Tally = { recorded: number; duplicates: number; lastPosition: Position | undefined };

const count = (tally: Tally, { recorded, duplicates, positions }: Appended): void => {
  tally.recorded += recorded;
  tally.duplicates += duplicates;
  for (const position of positions) {
    if (tally.lastPosition === undefined || position > tally.lastPosition) tally.lastPosition = position;
  }
};

const refuse = (line: number | undefined, error: LogError): Refusal =>
  refusal(line ?? 0, error.code, AGAINST_EVENT[error.code] ?? error);

/** Each event an append of its own, all called at once: the log takes them in this order. */
const appendSingly = async (log: EventLog, part: Numbered, options: AppendOptions, tally: Tally) => {
  const refusals: Refusal[] = [];
  const outcomes = await Promise.allSettled(part.events.map((event) => log.append([event], options)));
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.status === "fulfilled") count(tally, outcome.value);
    else if (speaksOfEvent(outcome.reason, 1)) refusals.push(refuse(part.lineOf[index], outcome.reason));
    else throw outcome.reason;
  }
  return refusals;
};

/**
 * Appends a block. The log takes all of a batch or nothing; an event that it will not have is put aside as a
 * refusal, and those before and after it are appended without it. Throws what the log says of itself.
 */
export const appendBlock = async (
  log: EventLog,
  block: Numbered,
  options: AppendOptions,
): Promise<BlockAppended> => {
  const tally: Tally = { recorded: 0, duplicates: 0, lastPosition: undefined };
  const waiting: Numbered[] = [block];
  const refusals: Refusal[] = [];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (part.events.length === 0) continue;
    if (refusals.length >= WHOLE_AGAIN) {
      refusals.push(...(await appendSingly(log, part, options, tally)));
      continue;
    }
    try {
      count(tally, await log.append(part.events, options));
    } catch (error) {
      waiting.push(...without(part, error, refusals));
    }
  }
  return { ...tally, refusals };
};

/** What is still to be appended after the log refused, the last of it first. */
const without = (part: Numbered, error: unknown, refusals: Refusal[]): Numbered[] => {
  const size = part.events.length;
  if (error instanceof LogError && error.code === "TOO_LARGE" && error.index === undefined && size > 1) {
    const half = Math.ceil(size / 2);
    return [slice(part, half), slice(part, 0, half)];
  }
  if (!speaksOfEvent(error, size)) throw error;
  const index = error.index ?? 0;
  refusals.push(refuse(part.lineOf[index], error));
  return [slice(part, index + 1), slice(part, 0, index)];
};
