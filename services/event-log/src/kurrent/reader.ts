import { setImmediate as pause } from "node:timers/promises";
import { BACKWARDS, END, excludeSystemEvents, type ReadPosition, START } from "@kurrent/kurrentdb-client";
import { isObject } from "../is-object.ts";
import { MAX_READ_CHARACTERS } from "../limits.ts";
import type { EventBatch, Position } from "../port.ts";
import type { KurrentConnection } from "./connection.ts";
import { lineOf, positionOf, recordedAtOf } from "./envelope.ts";
import type { LogNamespace } from "./log-namespace.ts";
import { withReadTimeout } from "./read-timeout.ts";

/** Events read at a time, from the end, to find the last event of this log. */
const LOOK_BACK_EVENTS = 64;

const LINE_FEED = Buffer.from("\n");

/** A batch, and the position up to which the cluster was read for it, events of others included. */
export type Page = { readonly batch: EventBatch; readonly seen: Position; readonly isEnd: boolean };

/** The last event of this log. */
export type Latest = { readonly position: Position; readonly recordedAt: string };

const NOTHING: Latest = { position: 0n, recordedAt: "" };

const fromPosition = (after: Position): ReadPosition =>
  after === 0n ? START : { commit: after, prepare: after };

/** Reads the log in its total order. Events of the server itself and of others are skipped. */
export class KurrentReader {
  readonly #connection: KurrentConnection;
  readonly #namespace: LogNamespace;
  /** Where the log begins: all events before belong to others. */
  #floor: Position = 0n;
  #latest: Latest = NOTHING;

  constructor(connection: KurrentConnection) {
    this.#connection = connection;
    this.#namespace = connection.namespace;
  }

  /**
   * The next events after a position, `limit` at most, and none if there is none. Always with `readAll`: a
   * subscription is slower, and gives `created` in milliseconds where this one gives seconds.
   */
  page(after: Position, limit: number): Promise<Page> {
    return this.#connection.use("read", async (client) => {
      const lines = new Map<string, string[]>();
      let [seen, last, count, looked, size] = [after, after, 0, 0, 0];
      // Reading begins with the event at the position itself, so one more is requested.
      const options = {
        fromPosition: fromPosition(after < this.#floor ? this.#floor : after),
        maxCount: limit + 1,
        filter: excludeSystemEvents(),
      };
      for await (const resolved of withReadTimeout(client.readAll(options))) {
        looked += 1;
        const position = positionOf(resolved);
        if (position <= after) continue;
        if (count === limit || size > MAX_READ_CHARACTERS) break;
        seen = position;
        if (!this.#namespace.isOurs(resolved)) continue;
        const line = lineOf(resolved, this.#namespace);
        const type = resolved.event?.type ?? "";
        lines.set(type, lines.get(type) ?? []);
        lines.get(type)?.push(line);
        [last, count, size] = [position, count + 1, size + line.length];
      }
      const texts = new Map([...lines].map(([type, all]) => [type, Buffer.from(all.join("\n"))]));
      return { batch: { last, count, texts }, seen, isEnd: looked <= limit };
    });
  }

  /** The next events of this log, however many events of others lie between. */
  async read(after: Position, limit: number): Promise<EventBatch> {
    const texts = new Map<string, Uint8Array>();
    let [last, count] = [after, 0];
    for (let [from, isDone] = [after, false]; !isDone && count < limit; ) {
      const { batch, seen, isEnd } = await this.page(from, limit - count);
      for (const [type, text] of batch.texts) {
        const before = texts.get(type);
        texts.set(type, before === undefined ? text : Buffer.concat([before, LINE_FEED, text]));
      }
      if (batch.count > 0) last = batch.last;
      count += batch.count;
      isDone = isEnd || seen === from;
      from = seen;
    }
    return { last, count, texts };
  }

  /** The last event of this log. It reads back no further than to the last one that it found before. */
  latest(): Promise<Latest> {
    return this.#connection.use("read", async (client) => {
      for (let [from, count]: [ReadPosition, number] = [END, 1]; ; count = LOOK_BACK_EVENTS) {
        const options = {
          direction: BACKWARDS as typeof BACKWARDS,
          fromPosition: from,
          maxCount: count,
          filter: excludeSystemEvents(),
        };
        let [looked, position] = [0, 0n];
        for await (const resolved of withReadTimeout(client.readAll(options))) {
          looked += 1;
          position = positionOf(resolved);
          if (position <= this.#latest.position || position <= this.#floor) return this.#latest;
          if (this.#namespace.isOurs(resolved) && resolved.event !== undefined) {
            this.#latest = { position, recordedAt: recordedAtOf(resolved.event) };
            return this.#latest;
          }
        }
        if (looked < count) return this.#latest;
        from = { commit: position, prepare: position };
        await pause();
      }
    });
  }

  /** The id of the event that names the log, if there is one; that event also states where the log begins. */
  identity(): Promise<string | undefined> {
    return this.#connection.use("read", async (client) => {
      const reading = client.readStream(this.#namespace.identityStream, { maxCount: 1 });
      try {
        for await (const { event } of withReadTimeout(reading)) {
          this.#floor = floorIn(event?.data);
          return event?.id;
        }
      } catch (error) {
        if (!isNotFound(error)) throw error;
      }
      return undefined;
    });
  }

  /** The position of the cluster's last event, also of another log. */
  end(): Promise<Position> {
    return this.#connection.use("read", async (client) => {
      const options = { direction: BACKWARDS as typeof BACKWARDS, fromPosition: END, maxCount: 1 } as const;
      for await (const resolved of withReadTimeout(
        client.readAll({ ...options, filter: excludeSystemEvents() }),
      ))
        return positionOf(resolved);
      return 0n;
    });
  }
}

const floorIn = (data: unknown): Position => {
  const after = isObject(data) ? data["after"] : undefined;
  return typeof after === "string" && /^\d+$/.test(after) ? BigInt(after) : 0n;
};

/** Whether a stream has no event. */
export const isNotFound = (error: unknown): boolean =>
  error instanceof Error && "type" in error && error.type === "stream-not-found";
