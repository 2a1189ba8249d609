import type { DatabaseSync } from "node:sqlite";
import type { AppendedEvent } from "../port.ts";
import {
  type Appended,
  type AppendOptions,
  type Batch,
  LogError,
  type LogId,
  type Position,
  type Progress,
  type VerifiableLog,
  type Verified,
} from "../port.ts";
import { prepare } from "../prepared.ts";
import { Arrivals } from "./arrivals.ts";
import { CommitQueue } from "./commit-queue.ts";
import { withFailuresOf } from "./failure.ts";
import { openFile } from "./file.ts";
import { readAhead } from "./read-ahead.ts";
import { Reader } from "./reader.ts";
import { verify } from "./verify.ts";
import { Writer } from "./writer.ts";

export type SqliteLogOptions = {
  readonly file: string;
  /** Milliseconds since 1970; what `recordedAt` is taken from. */
  readonly clock?: () => number;
  readonly readOnly?: boolean;
  /** How long a small append waits for others to share its flush of the disk, ms. */
  readonly groupCommitMs?: number;
};

const FOLLOW_LIMIT = 20_000;

/**
 * The event log in one SQLite file. The same source and id are recorded once for ever. Several processes of
 * one machine may append, read and follow. Statements run on the calling thread.
 */
export class SqliteLog implements VerifiableLog {
  readonly recordsOnce = true;
  readonly countsPositions = true;
  readonly #file: string;
  readonly #db: DatabaseSync;
  readonly #clock: () => number;
  readonly #reader: Reader;
  readonly #arrivals: Arrivals;
  readonly #queue: CommitQueue | undefined;
  #isClosed = false;

  constructor(
    db: DatabaseSync,
    { file, clock = Date.now, readOnly = false, groupCommitMs = 2 }: SqliteLogOptions,
  ) {
    this.#file = file;
    this.#db = db;
    this.#clock = clock;
    this.#reader = new Reader(db);
    this.#arrivals = new Arrivals(db);
    const committed = (): void => this.#arrivals.wakeAll();
    this.#queue = readOnly
      ? undefined
      : new CommitQueue({ file, db, writer: new Writer(db), clock, groupCommitMs, committed });
  }

  append(events: readonly AppendedEvent[], options?: AppendOptions): Promise<Appended> {
    return this.#do(() => {
      if (this.#queue === undefined) {
        throw new LogError("NOT_WRITABLE", `The event log ${this.#file} was opened for reading only.`);
      }
      return this.#queue.append(prepare(events, this.#clock(), options));
    });
  }

  read(after: Position, limit: number): Promise<Batch> {
    return this.#do(() => this.#reader.read(after, limit));
  }

  async *stretch(after: Position, until: Position, limit: number): AsyncIterable<Batch> {
    yield* readAhead({ file: this.#file, after, until, limit });
  }

  async *follow(after: Position, signal: AbortSignal, limit = FOLLOW_LIMIT): AsyncIterable<Batch> {
    let last = after;
    while (!signal.aborted && !this.#isClosed) {
      const batch = withFailuresOf(this.#file, () => this.#reader.read(last, limit));
      if (batch.count === 0) {
        await this.#arrivals.next(signal);
        continue;
      }
      last = batch.last;
      yield batch;
    }
  }

  head(): Promise<Position> {
    return this.#do(() => BigInt(this.#reader.head()));
  }

  identity(): Promise<LogId> {
    return this.#do(() => {
      const row = this.#db.prepare("select value from meta where key = 'log_id'").get();
      return String(row?.["value"]);
    });
  }

  /** Looks at every event and reports each that is not as it was recorded. Needs 4 bytes of memory an event. */
  verify(onProgress?: Progress): Promise<Verified> {
    return this.#do(() => verify(this.#db, onProgress));
  }

  /** Waits for the appends under way; followers end. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#arrivals.wakeAll();
    await this.#queue?.idle();
    this.#db.close();
  }

  #do<T>(act: () => T | Promise<T>): Promise<T> {
    return Promise.try(() => {
      if (this.#isClosed) throw new LogError("UNAVAILABLE", `The event log ${this.#file} is closed.`);
      return withFailuresOf(this.#file, act);
    });
  }
}

/** Opens the event log of a file, making it where there is none. Throws LogError. */
export const openSqliteLog = (options: SqliteLogOptions): Promise<SqliteLog> =>
  Promise.try(() => new SqliteLog(openFile(options.file, options.readOnly ?? false), options));
