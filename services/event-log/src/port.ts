import type { NewEvent } from "@karnameh/schema/event";

/** A place in the log's total order. 0 is before the first event. Opaque: compare it, do not count with it. */
export type Position = bigint;

/** Identifies one log permanently, so that a read model knows which log it read. */
export type LogId = string;

/** What a writer expects of a stream: that it is new, exists, has exactly this last revision, or nothing. */
export type Expected = "none" | "exists" | "any" | bigint;

/**
 * An event as the JSON that the log keeps, with the parts of its envelope that the log needs. `encode` makes it,
 * possibly in another thread; the log takes it in place of the event.
 */
export type EncodedEvent = Pick<NewEvent, "id" | "source" | "type" | "stream" | "recordedAt"> & {
  readonly body: string;
};

/** What an append takes. */
export type AppendedEvent = NewEvent | EncodedEvent;

export type AppendOptions = {
  /** Expectations by stream; a stream that is not named is `any`. */
  readonly expected?: ReadonlyMap<string, Expected>;
  /** Lets events state `recordedAt`, never before the log's latest. */
  readonly historical?: boolean;
  /** Keeps the order of the events also where the engine would record them stream by stream; slower there. */
  readonly inOrder?: boolean;
};

/**
 * The result of an append. `positions` has a position for each event: its own if the engine knows it (SQLite; for a
 * duplicate that of its first recording), else one at or after it.
 */
export type Appended = {
  readonly head: Position;
  readonly positions: readonly Position[];
  readonly recorded: number;
  readonly duplicates: number;
};

/** The events of a range of the log, in order, as one NDJSON text in UTF-8 per event type. */
export type EventBatch = {
  /** Position of the last event of the batch, or the position before it if the batch is empty. */
  readonly last: Position;
  readonly count: number;
  /** Event type → lines of RecordedEvent, joined by a line feed, without a final one. */
  readonly texts: ReadonlyMap<string, Uint8Array>;
};

/** The lines of a text of a batch; none if it is empty. */
export const linesIn = (text: Uint8Array): string[] =>
  text.length === 0
    ? []
    : Buffer.from(text.buffer, text.byteOffset, text.byteLength).toString("utf8").split("\n");

export interface EventLog {
  /** Whether positions are 1, 2, 3 …, so that a head is a number of events. */
  readonly countsPositions: boolean;
  /** Whether an event of the same source and id is never recorded twice; if not, its reader has to drop the second. */
  readonly recordsOnce: boolean;
  /** All or nothing; durable before it resolves. Throws LogError. */
  append(events: readonly AppendedEvent[], options?: AppendOptions): Promise<Appended>;
  /** The next events after a position: a prefix of the total order, never with a gap. */
  read(after: Position, limit: number): Promise<EventBatch>;
  /** The events after one position up to another, read ahead of the consumer if the engine can; bounded memory. */
  readRange(after: Position, until: Position, limit: number): AsyncIterable<EventBatch>;
  /** Catches up, then follows live; reads the next batch only when the last one was consumed. Ends on abort. */
  follow(after: Position, signal: AbortSignal, limit?: number): AsyncIterable<EventBatch>;
  head(): Promise<Position>;
  identity(): Promise<LogId>;
  close(): Promise<void>;
}

/** A place where the log is not what was recorded; `position` is null if it is not a single event. */
export type Damage = { readonly position: Position | null; readonly reason: string };

export type Verified = { readonly checked: number; readonly damaged: readonly Damage[] };

/** Called from time to time with how much of the log was checked. */
export type VerifyProgress = (checked: number, head: number) => void;

/** A log that can check itself. */
export interface VerifiableLog extends EventLog {
  /** Checks every event and reports each that is not as it was recorded. */
  verify(onProgress?: VerifyProgress): Promise<Verified>;
}

export type LogErrorCode =
  | "BAD_ADDRESS" // of a cluster
  | "ACCESS_DENIED"
  | "CONFLICT" // same source and id, other bytes
  | "INVALID_EVENT" // not a UUID, not an instant, not JSON
  | "WRONG_REVISION"
  | "TOO_LARGE"
  | "TIME_RUNS_BACKWARDS"
  | "HISTORICAL_NOT_ALLOWED"
  | "DAMAGED"
  | "DISK_FULL"
  | "NOT_WRITABLE"
  | "UNAVAILABLE";

/** Why the log rejected an append or failed; `index` is the place of the event in the append. */
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
