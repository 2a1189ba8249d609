import type { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { MAX_BATCH_EVENTS, MAX_LOCK_WAIT_MS } from "../limits.ts";
import { type Appended, LogError } from "../port.ts";
import type { Prepared } from "../prepared.ts";
import { failureOf, isBusy } from "./failure.ts";
import type { SqliteWriter } from "./writer.ts";

type QueuedAppend = { readonly prepared: Prepared; readonly resolvers: PromiseWithResolvers<Appended> };

export type CommitQueueOptions = {
  readonly file: string;
  readonly db: DatabaseSync;
  readonly writer: SqliteWriter;
  readonly clock: () => number;
  /** How long a small append waits for others to share its transaction, ms. */
  readonly groupCommitMs: number;
  /** Called after each commit. */
  readonly onCommitted: () => void;
};

/** From so many events on, a commit does not wait for others to share it. */
const MIN_EVENTS_WITHOUT_WAITING = 500;
const LOCK_RETRY_MS = 3;

/** Appends that wait share a transaction, and so one flush to the disk; each of them is all or nothing. */
export class CommitQueue {
  readonly #options: CommitQueueOptions;
  #waiting: QueuedAppend[] = [];
  #draining: Promise<void> | undefined;

  constructor(options: CommitQueueOptions) {
    this.#options = options;
  }

  append(prepared: Prepared): Promise<Appended> {
    const resolvers = Promise.withResolvers<Appended>();
    this.#waiting.push({ prepared, resolvers });
    this.#draining ??= this.#drain();
    return resolvers.promise;
  }

  /** Resolves once no append waits. */
  async idle(): Promise<void> {
    await this.#draining;
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#waitForOthers();
      const group = this.#takeGroup();
      try {
        await this.#beginTransaction();
        this.#commit(group);
      } catch (error) {
        const failure = failureOf(this.#options.file, error);
        for (const { resolvers } of group) resolvers.reject(failure);
      }
    }
    this.#draining = undefined;
  }

  async #waitForOthers(): Promise<void> {
    const waiting = this.#waiting.reduce((sum, { prepared }) => sum + prepared.events.length, 0);
    if (waiting < MIN_EVENTS_WITHOUT_WAITING && this.#options.groupCommitMs > 0)
      await sleep(this.#options.groupCommitMs);
    else await new Promise((resolve) => setImmediate(resolve));
  }

  #takeGroup(): QueuedAppend[] {
    let events = 0;
    const end = this.#waiting.findIndex(({ prepared }) => {
      events += prepared.events.length;
      return events > MAX_BATCH_EVENTS;
    });
    return this.#waiting.splice(0, end < 0 ? this.#waiting.length : Math.max(1, end));
  }

  async #beginTransaction(): Promise<void> {
    const deadline = performance.now() + MAX_LOCK_WAIT_MS;
    for (;;) {
      try {
        this.#options.db.exec("begin immediate");
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() > deadline) throw error;
      }
      await sleep(LOCK_RETRY_MS * Math.random());
    }
  }

  #commit(group: readonly QueuedAppend[]): void {
    const { db, writer, onCommitted } = this.#options;
    const outcomes: (Appended | LogError)[] = [];
    try {
      writer.begin();
      if (group.length === 1 && group[0] !== undefined) outcomes.push(this.#record(group[0].prepared));
      else for (const { prepared } of group) outcomes.push(this.#recordOrRefuse(prepared));
      db.exec("commit");
    } catch (error) {
      writer.forget();
      if (db.isTransaction) db.exec("rollback");
      throw error;
    }
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome instanceof LogError) group[index]?.resolvers.reject(outcome);
      else group[index]?.resolvers.resolve(outcome);
    }
    onCommitted();
  }

  #record(prepared: Prepared): Appended {
    return this.#options.writer.record(prepared, this.#options.clock());
  }

  /** A savepoint copies each page it first touches; an append that is alone in its transaction needs none. */
  #recordOrRefuse(prepared: Prepared): Appended | LogError {
    const { db, writer } = this.#options;
    db.exec("savepoint append");
    try {
      const appended = this.#record(prepared);
      db.exec("release append");
      return appended;
    } catch (error) {
      if (!(error instanceof LogError)) throw error;
      db.exec("rollback to append; release append");
      writer.forget();
      writer.begin();
      return error;
    }
  }
}
