import type { NewEvent } from "@karnameh/schema/event";

/** A place in the log's total order. 0 is before the first event. Opaque: compare it, do not count with it. */
export type Position = bigint;

/** Names one log for ever, so that a read model can tell which log it read. */
export type LogId = string;

/** What a writer expects of a stream: that it is new, exists, has exactly this last revision, or nothing. */
export type Expected = "none" | "exists" | "any" | bigint;

/**
 * An event in the JSON that the log keeps, with the parts of its envelope that the log looks at. Made by
 * `encode`, in another thread if one likes; the log takes it in the place of the event.
 */
export type EncodedEvent = Pick<NewEvent, "id" | "source" | "type" | "stream" | "recordedAt"> & {
  readonly body: string;
};

/** What an append takes. */
export type AppendedEvent = NewEvent | EncodedEvent;

export type AppendOptions = {
  /** Expectations by stream; a stream that is not named is `any`. */
  readonly expected?: ReadonlyMap<string, Expected>;
  /** Lets events carry `recordedAt`, never before the log's latest. */
  readonly historical?: boolean;
  /** Keeps the order of the events also where the engine would take them stream by stream, and is slower there. */
  readonly inOrder?: boolean;
};

/**
 * What an append did. `positions` has for each event one by which the log holds it: its own where the engine
 * can tell (SQLite; a duplicate has its first), else one at or after it.
 */
export type Appended = {
  readonly head: Position;
  readonly positions: readonly Position[];
  readonly recorded: number;
  readonly duplicates: number;
};

/** The events of a stretch of the log, in order, as one NDJSON text in UTF-8 per event type. */
export type Batch = {
  /** Position of the last event of the batch, or where reading started if there is none. */
  readonly last: Position;
  readonly count: number;
  /** Event type → lines of RecordedEvent, joined by a line feed, without a final one. */
  readonly texts: ReadonlyMap<string, Uint8Array>;
};

/** The lines of a text of a batch, none where it is empty. */
export const linesIn = (text: Uint8Array): string[] =>
  text.length === 0
    ? []
    : Buffer.from(text.buffer, text.byteOffset, text.byteLength).toString("utf8").split("\n");

export interface EventLog {
  /** Whether positions are 1, 2, 3 …, so that a head is a number of events. */
  readonly countsPositions: boolean;
  /** Whether an event of the same source and id is never recorded twice; else its reader has to drop the second. */
  readonly recordsOnce: boolean;
  /** All or nothing; durable before it resolves. Throws LogError. */
  append(events: readonly AppendedEvent[], options?: AppendOptions): Promise<Appended>;
  /** The next events after a position: a prefix of the total order, never with a hole. */
  read(after: Position, limit: number): Promise<Batch>;
  /** The events after one position up to another, read ahead of the consumer where the engine can; bounded memory. */
  stretch(after: Position, until: Position, limit: number): AsyncIterable<Batch>;
  /** Catches up, then follows live; asks for the next batch only when the last was taken. Ends on abort. */
  follow(after: Position, signal: AbortSignal, limit?: number): AsyncIterable<Batch>;
  head(): Promise<Position>;
  identity(): Promise<LogId>;
  close(): Promise<void>;
}

/** A place where the log is not what was recorded; `position` is null where no single event is to blame. */
export type Damage = { readonly position: Position | null; readonly reason: string };

export type Verified = { readonly checked: number; readonly damaged: readonly Damage[] };

/** Told now and then how far the log was looked at, of how much. */
export type Progress = (checked: number, head: number) => void;

/** A log as the product runs on it. */
export interface VerifiableLog extends EventLog {
  /** Looks at every event and reports each that is not as it was recorded. */
  verify(onProgress?: Progress): Promise<Verified>;
}

export type LogErrorCode =
  | "BAD_ADDRESS" // of a cluster
  | "ACCESS_DENIED"
  | "CONFLICT" // same source and id, other bytes
  | "INVALID_EVENT" // no UUID, no instant, nothing that JSON can say
  | "WRONG_REVISION"
  | "TOO_LARGE"
  | "TIME_RUNS_BACKWARDS"
  | "HISTORICAL_NOT_ALLOWED"
  | "DAMAGED"
  | "DISK_FULL"
  | "NOT_WRITABLE"
  | "UNAVAILABLE";

/** Why the log refused or failed; `index` is the event of the batch it speaks of. */
export class LogError extends Error {
  readonly code: LogErrorCode;
  readonly index: number | undefined;
  constructor(code: LogErrorCode, message: string, options: { index?: number; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "LogError";
    this.code = code;
    this.index = options.index;
  }
}
