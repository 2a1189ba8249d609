import { MAX_FOLLOW_BATCH_EVENTS } from "../limits.ts";
import {
  type Appended,
  type AppendedEvent,
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
import { parseAddress } from "./address.ts";
import { Appender } from "./append.ts";
import { batchUntil } from "./batch-until.ts";
import { beginLog } from "./begin-log.ts";
import { KurrentConnection } from "./connection.ts";
import { checkReadAccess, waitForEvents } from "./follow.ts";
import { LogNamespace } from "./log-namespace.ts";
import { KurrentReader } from "./reader.ts";
import { type RetryPolicy, withRetry } from "./retry.ts";
import { withTimeout } from "./timeout.ts";
import { verify } from "./verify.ts";

export type KurrentLogOptions = {
  /** `kurrentdb://…` or `esdb://…`, as the official client reads it. */
  readonly address: string;
  /** Separates the log from others on its cluster; a word without a dash. */
  readonly name?: string;
  /** Milliseconds since 1970. Only times that history states are checked by it: the server sets all others. */
  readonly clock?: () => number;
  readonly readOnly?: boolean;
  /** How long to wait for the response to an append, ms. */
  readonly appendTimeoutMs?: number;
  /** How long an append, a rebuild or the opening retries while the cluster is unavailable, ms. Followers never stop. */
  readonly retryMs?: number;
  readonly openRetryMs?: number;
  /** Called with a sentence when a follower loses the cluster, and when the cluster is available again. */
  readonly onDisconnected?: (sentence: string) => void;
  readonly onReconnected?: () => void;
  /** Called with a sentence when an append, a rebuild or the opening has waited for some seconds. */
  readonly onWaiting?: (sentence: string) => void;
};

const READ_ACCESS_TIMEOUT_MS = 5_000;

/**
 * The event log on a KurrentDB or EventStoreDB cluster. An event that is sent again to its stream is recognised by
 * source and id, unless it lies further back than MAX_SEARCHED_EVENTS (history states when it was recorded and is
 * always recognised) or was sent to another stream.
 */
export class KurrentLog implements VerifiableLog {
  readonly recordsOnce = false;
  readonly countsPositions = false;
  readonly #options: KurrentLogOptions;
  readonly #connection: KurrentConnection;
  readonly #reader: KurrentReader;
  readonly #appender: Appender;
  readonly #closing = new AbortController();
  #identity: LogId | undefined;
  /** Why a follower waits for the cluster, while it does. */
  #disconnection: unknown;
  #lastAppend: Promise<unknown> = Promise.resolve();

  constructor(options: KurrentLogOptions) {
    this.#options = options;
    this.#connection = new KurrentConnection(
      parseAddress(options.address),
      new LogNamespace(options.name ?? ""),
    );
    this.#reader = new KurrentReader(this.#connection);
    this.#appender = new Appender(this.#connection, this.#reader, {
      timeoutMs: options.appendTimeoutMs ?? 10_000,
      retryPolicy: this.#retryPolicy(),
    });
  }

  /** One after the other: appends of one process would only compete for their streams. */
  async append(events: readonly AppendedEvent[], options?: AppendOptions): Promise<Appended> {
    const { readOnly, clock = Date.now } = this.#options;
    if (readOnly)
      throw new LogError(
        "NOT_WRITABLE",
        `The event log ${this.#connection.redactedAddress} was opened for reading only.`,
      );
    const prepared = prepare(events, clock(), options);
    const appending = this.#lastAppend.then(() => this.#appender.append(prepared));
    this.#lastAppend = appending.catch(() => undefined);
    return await appending;
  }

  async read(after: Position, limit: number): Promise<EventBatch> {
    return await this.#reader.read(after, limit);
  }

  async *readRange(after: Position, until: Position, limit: number): AsyncIterable<EventBatch> {
    const policy = this.#retryPolicy();
    const next = (from: Position) => withRetry(policy, () => this.#reader.read(from, limit));
    for (let reading = next(after); ; ) {
      const batch = batchUntil(await reading, until);
      if (batch.count === 0) return;
      // The next page is read while the consumer works on this one.
      reading = next(batch.last);
      reading.catch(() => undefined);
      yield batch;
      if (batch.last >= until) return;
    }
  }

  async *follow(
    after: Position,
    aborted: AbortSignal,
    limit = MAX_FOLLOW_BATCH_EVENTS,
  ): AsyncIterable<EventBatch> {
    const signal = AbortSignal.any([aborted, this.#closing.signal]);
    const policy = this.#followPolicy(signal);
    for (let seen = after; !signal.aborted; ) {
      try {
        const page = await withRetry(policy, () => this.#reader.page(seen, limit));
        seen = page.seen;
        if (page.batch.count > 0) yield page.batch;
        else if (page.isEnd) await waitForEvents(this.#connection, seen, signal);
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    }
  }

  /** Fails at once while a follower waits for the cluster, so that a caller who only asks for the state does not wait. */
  async head(): Promise<Position> {
    if (this.#disconnection !== undefined) throw this.#disconnection;
    return (await this.#reader.latest()).position;
  }

  async identity(): Promise<LogId> {
    this.#identity ??= (await this.#reader.identity()) ?? (await this.#begin());
    return this.#identity;
  }

  /** Reads every event and reports each that is not what was recorded; the server keeps checksums of its own. */
  async verify(onProgress?: VerifyProgress): Promise<Verified> {
    return await verify(this.#connection, await this.head(), onProgress);
  }

  /** Waits for the appends in progress; followers end. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#lastAppend;
    await this.#connection.close();
  }

  /** Makes sure that the cluster responds and grants access. */
  async open(): Promise<this> {
    await withRetry(this.#retryPolicy(this.#options.openRetryMs ?? 3_000), async () => {
      await this.#connection.use("read", (client) =>
        withTimeout(READ_ACCESS_TIMEOUT_MS, "the check of read access", checkReadAccess(client)),
      );
      await this.identity();
    });
    return this;
  }

  #retryPolicy(ms = this.#options.retryMs ?? 60_000): RetryPolicy {
    const { onWaiting = () => undefined } = this.#options;
    const sentence = `The event log ${this.#connection.redactedAddress} has not responded for some seconds; trying again for up to ${Math.ceil(ms / 1000)} seconds.`;
    return { ms, signal: this.#closing.signal, onSlow: () => onWaiting(sentence) };
  }

  #followPolicy(signal: AbortSignal): RetryPolicy {
    const { onDisconnected = () => undefined, onReconnected = () => undefined } = this.#options;
    return {
      ms: Number.POSITIVE_INFINITY,
      signal,
      onReconnected: () => {
        this.#disconnection = undefined;
        onReconnected();
      },
      onDisconnected: (error: unknown) => {
        this.#disconnection = error;
        onDisconnected(error instanceof Error ? error.message : String(error));
      },
    };
  }

  async #begin(): Promise<LogId> {
    if (!this.#options.readOnly) return await beginLog(this.#connection, this.#reader);
    throw new LogError(
      "UNAVAILABLE",
      `There is no event log on ${this.#connection.redactedAddress} yet; record something first.`,
    );
  }
}

/** Opens the event log on a cluster; the first process that writes creates it. Throws LogError. */
export const openKurrentLog = async (options: KurrentLogOptions): Promise<KurrentLog> => {
  const log = new KurrentLog(options);
  try {
    return await log.open();
  } catch (error) {
    await log.close();
    throw error;
  }
};
