import { jsonEvent, WrongExpectedVersionError } from "@kurrent/kurrentdb-client";
import {
  type Appended,
  type AppendedEvent,
  type AppendOptions,
  type Batch,
  LogError,
  type LogId,
  linesIn,
  type Position,
  type Progress,
  type VerifiableLog,
  type Verified,
} from "../port.ts";
import { prepare } from "../prepared.ts";
import { parseAddress } from "./address.ts";
import { Appender } from "./append.ts";
import { Connection, within } from "./connection.ts";
import { IDENTITY_TYPE } from "./envelope.ts";
import { arrival, greet } from "./follow.ts";
import { Naming } from "./naming.ts";
import { type Patience, patiently } from "./patience.ts";
import { Reader } from "./read.ts";
import { verify } from "./verify.ts";

export type KurrentLogOptions = {
  /** `kurrentdb://…` or `esdb://…`, as the official client reads it. */
  readonly address: string;
  /** Tells the log from others on its cluster; a word without a dash. */
  readonly name?: string;
  /** Milliseconds since 1970; only what history may claim is held against it: the server sets the rest. */
  readonly clock?: () => number;
  readonly readOnly?: boolean;
  /** How long the answer to an append is waited for, ms. */
  readonly appendTimeoutMs?: number;
  /** How long an append, a rebuild or the opening waits for a lost cluster, ms. Followers wait for ever. */
  readonly patienceMs?: number;
  readonly openPatienceMs?: number;
  /** Heard when a follower loses the cluster, with the sentence of it, and when it is there again. */
  readonly onLost?: (sentence: string) => void;
  readonly onFound?: () => void;
  /** Heard where an append, a rebuild or the opening has waited for some seconds, with what is waited for. */
  readonly onWaiting?: (sentence: string) => void;
};

const FOLLOW_LIMIT = 20_000;
const GREETING_MS = 5_000;

/**
 * The event log on a KurrentDB or EventStoreDB cluster. An event that is sent again to its stream is known by
 * source and id, but not one that lies further back than a thousand events (history, which says when it was
 * recorded, is known however far back) or was sent to another stream.
 */
export class KurrentLog implements VerifiableLog {
  readonly recordsOnce = false;
  readonly countsPositions = false;
  readonly #options: KurrentLogOptions;
  readonly #connection: Connection;
  readonly #reader: Reader;
  readonly #appender: Appender;
  readonly #closing = new AbortController();
  #identity: LogId | undefined;
  /** Why a follower waits, while it does. */
  #lost: unknown;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: KurrentLogOptions) {
    this.#options = options;
    this.#connection = new Connection(parseAddress(options.address), new Naming(options.name ?? ""));
    this.#reader = new Reader(this.#connection);
    this.#appender = new Appender(this.#connection, this.#reader, {
      timeoutMs: options.appendTimeoutMs ?? 10_000,
      patience: this.#patience,
    });
  }

  /** One after the other: those of one process would only race each other for their streams. */
  async append(events: readonly AppendedEvent[], options?: AppendOptions): Promise<Appended> {
    const { readOnly, clock = Date.now } = this.#options;
    if (readOnly)
      throw new LogError(
        "NOT_WRITABLE",
        `The event log ${this.#connection.shown} was opened for reading only.`,
      );
    const prepared = prepare(events, clock(), options);
    const appending = this.#last.then(() => this.#appender.append(prepared));
    this.#last = appending.catch(() => undefined);
    return await appending;
  }

  async read(after: Position, limit: number): Promise<Batch> {
    return await this.#reader.read(after, limit);
  }

  async *stretch(after: Position, until: Position, limit: number): AsyncIterable<Batch> {
    const next = (from: Position) => patiently(this.#patience, () => this.#reader.read(from, limit));
    for (let reading = next(after); ; ) {
      const batch = cutAt(await reading, until);
      if (batch.count === 0) return;
      // The next page is on its way while the consumer works on this one.
      reading = next(batch.last);
      reading.catch(() => undefined);
      yield batch;
      if (batch.last >= until) return;
    }
  }

  async *follow(after: Position, aborted: AbortSignal, limit = FOLLOW_LIMIT): AsyncIterable<Batch> {
    const signal = AbortSignal.any([aborted, this.#closing.signal]);
    const { onLost = () => undefined, onFound = () => undefined } = this.#options;
    const patience = {
      ms: Number.POSITIVE_INFINITY,
      signal,
      onFound: () => {
        this.#lost = undefined;
        onFound();
      },
      onLost: (error: unknown) => {
        this.#lost = error;
        onLost(error instanceof Error ? error.message : String(error));
      },
    };
    for (let seen = after; !signal.aborted; ) {
      try {
        const page = await patiently(patience, () => this.#reader.page(seen, limit));
        seen = page.seen;
        if (page.batch.count > 0) yield page.batch;
        else if (page.isEnd) await arrival(this.#connection, seen, signal);
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    }
  }

  /** Fails at once while a follower waits for the cluster, so that nobody who only asks how it stands waits too. */
  async head(): Promise<Position> {
    if (this.#lost !== undefined) throw this.#lost;
    return (await this.#reader.latest()).position;
  }

  async identity(): Promise<LogId> {
    this.#identity ??= (await this.#reader.identity()) ?? (await this.#begin());
    return this.#identity;
  }

  /** Reads every event and reports each that is not what was recorded; the server keeps checksums of its own. */
  async verify(onProgress?: Progress): Promise<Verified> {
    return await verify(this.#connection, await this.head(), onProgress);
  }

  /** Waits for the appends under way; followers end. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#last;
    await this.#connection.close();
  }

  /** Makes sure that the cluster is there and lets us in. */
  async open(): Promise<this> {
    const ms = this.#options.openPatienceMs ?? 3_000;
    await patiently(this.#patienceOf(ms), async () => {
      await this.#connection.use("read", (client) => within(GREETING_MS, "the greeting", greet(client)));
      await this.identity();
    });
    return this;
  }

  get #patience(): Patience {
    return this.#patienceOf(this.#options.patienceMs ?? 60_000);
  }

  #patienceOf(ms: number): Patience {
    const { onWaiting = () => undefined } = this.#options;
    const sentence = `The event log ${this.#connection.shown} has not answered for some seconds; it is waited for, up to ${Math.ceil(ms / 1000)} seconds.`;
    return { ms, signal: this.#closing.signal, onSlow: () => onWaiting(sentence) };
  }

  /** Names the log, once: of two that try, the second reads what the first wrote. */
  async #begin(): Promise<LogId> {
    if (this.#options.readOnly)
      throw new LogError(
        "UNAVAILABLE",
        `There is no event log on ${this.#connection.shown} yet; record something first.`,
      );
    const { naming } = this.#connection;
    const after = String(await this.#reader.end());
    const event = jsonEvent({
      type: IDENTITY_TYPE,
      data: { format: 1, after },
      metadata: naming.metadata(undefined),
    });
    try {
      await this.#connection.use("append", (client) =>
        within(
          10_000,
          "an append",
          client.appendToStream(naming.identityStream, event, { streamState: "no_stream" }),
        ),
      );
    } catch (error) {
      if (!(error instanceof LogError && error.cause instanceof WrongExpectedVersionError)) throw error;
    }
    return (await this.#reader.identity()) ?? event.id;
  }
}

/** A batch without its events after a position. */
const cutAt = (batch: Batch, until: Position): Batch => {
  if (batch.last <= until) return batch;
  const texts = new Map<string, Uint8Array>();
  let [count, last] = [0, 0n];
  for (const [type, text] of batch.texts) {
    const kept = linesIn(text).filter((line) => positionIn(line) <= until);
    if (kept.length === 0) continue;
    texts.set(type, Buffer.from(kept.join("\n")));
    count += kept.length;
    for (const line of kept) if (positionIn(line) > last) last = positionIn(line);
  }
  return { last, count, texts };
};

const positionIn = (line: string): Position => BigInt(line.slice('{"position":'.length, line.indexOf(",")));

/** Opens the event log on a cluster, beginning one where there is none. Throws LogError. */
export const openKurrentLog = async (options: KurrentLogOptions): Promise<KurrentLog> => {
  const log = new KurrentLog(options);
  try {
    return await log.open();
  } catch (error) {
    await log.close();
    throw error;
  }
};
