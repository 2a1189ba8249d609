import type { DatabaseSync } from "node:sqlite";
import { MAX_FOLLOW_BATCH_EVENTS } from "../limits.ts";
import type { AppendedEvent } from "../port.ts";
import {
  type Appended,
  type AppendOptions,
  type EventBatch,
  LogError,
  type LogId,
  type Position,
  type VerifiableLog,
  type Verified,
  type VerifyProgress,
} from "../port.ts";
import { prepare } from "../prepared.ts";
import { AppendNotifier } from "./append-notifier.ts";
import { CommitQueue } from "./commit-queue.ts";
import { withFailuresOf } from "./failure.ts";
import { openFile } from "./file.ts";
import { readAhead } from "./read-ahead.ts";
import { SqliteReader } from "./reader.ts";
import { verify } from "./verify.ts";
import { SqliteWriter } from "./writer.ts";

export type SqliteLogOptions = {
  readonly file: string;
  /** Milliseconds since 1970; what `recordedAt` is taken from. */
  readonly clock?: () => number;
  readonly readOnly?: boolean;
  /** How long a small append waits for others that share its flush to the disk, ms. */
  readonly groupCommitMs?: number;
};

/**
 * The event log in one SQLite file. An event of the same source and id is recorded only once. Several processes of
 * one machine may append, read and follow. Statements run on the calling thread.
 */
export class SqliteLog implements VerifiableLog {
  readonly recordsOnce = true;
  readonly countsPositions = true;
  readonly #file: string;
  readonly #db: DatabaseSync;
  readonly #clock: () => number;
  readonly #reader: SqliteReader;
  readonly #notifier: AppendNotifier;
  readonly #queue: CommitQueue | undefined;
  #isClosed = false;

  constructor(
    db: DatabaseSync,
    { file, clock = Date.now, readOnly = false, groupCommitMs = 2 }: SqliteLogOptions,
  ) {
    this.#file = file;
    this.#db = db;
    this.#clock = clock;
    this.#reader = new SqliteReader(db);
    this.#notifier = new AppendNotifier(db);
    const onCommitted = (): void => this.#notifier.notify();
    this.#queue = readOnly
      ? undefined
      : new CommitQueue({ file, db, writer: new SqliteWriter(db), clock, groupCommitMs, onCommitted });
  }

  append(events: readonly AppendedEvent[], options?: AppendOptions): Promise<Appended> {
    return this.#run(() => {
      if (this.#queue === undefined) {
        throw new LogError("NOT_WRITABLE", `The event log ${this.#file} was opened for reading only.`);
      }
      return this.#queue.append(prepare(events, this.#clock(), options));
    });
  }

  read(after: Position, limit: number): Promise<EventBatch> {
    return this.#run(() => this.#reader.read(after, limit));
  }

  async *readRange(after: Position, until: Position, limit: number): AsyncIterable<EventBatch> {
    yield* readAhead({ file: this.#file, after, until, limit });
  }

  async *follow(
    after: Position,
    signal: AbortSignal,
    limit = MAX_FOLLOW_BATCH_EVENTS,
  ): AsyncIterable<EventBatch> {
    let last = after;
    while (!signal.aborted && !this.#isClosed) {
      const batch = withFailuresOf(this.#file, () => this.#reader.read(last, limit));
      if (batch.count === 0) {
        await this.#notifier.waitForEvents(signal);
        continue;
      }
      last = batch.last;
      yield batch;
    }
  }

  head(): Promise<Position> {
    return this.#run(() => BigInt(this.#reader.head()));
  }

  identity(): Promise<LogId> {
    return this.#run(() => {
      const row = this.#db.prepare("select value from meta where key = 'log_id'").get();
      return String(row?.["value"]);
    });
  }

  /** Checks every event and reports each that is not as it was recorded. Needs 4 bytes of memory for each event. */
  verify(onProgress?: VerifyProgress): Promise<Verified> {
    return this.#run(() => verify(this.#db, onProgress));
  }

  /** Waits for the appends in progress; followers end. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#notifier.notify();
    await this.#queue?.idle();
    this.#db.close();
  }

  #run<T>(act: () => T | Promise<T>): Promise<T> {
    return Promise.try(() => {
      if (this.#isClosed) throw new LogError("UNAVAILABLE", `The event log ${this.#file} is closed.`);
      return withFailuresOf(this.#file, act);
    });
  }
}

/** Opens the event log of a file and creates the file if there is none. Throws LogError. */
export const openSqliteLog = (options: SqliteLogOptions): Promise<SqliteLog> =>
  Promise.try(() => new SqliteLog(openFile(options.file, options.readOnly ?? false), options));
