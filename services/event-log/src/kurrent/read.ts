import { setImmediate as pause } from "node:timers/promises";
import { BACKWARDS, END, excludeSystemEvents, type ReadPosition, START } from "@kurrent/kurrentdb-client";
import type { Batch, Position } from "../port.ts";
import type { Connection } from "./connection.ts";
import { lineOf, positionOf, recordedAtOf } from "./envelope.ts";
import type { Naming } from "./naming.ts";
import { unstalled } from "./unstalled.ts";

/** One batch holds at most about so many characters of JSON, whatever its limit, unless a single event is larger. */
const MAX_READ_CHARACTERS = 67_108_864;
/** Events looked at from the end at a time when the last of ours is sought. */
const LOOK_BACK = 64;

const LINE_FEED = Buffer.from("\n");

/** A batch, with how far the log was looked at for it: others' events count there. */
export type Page = { readonly batch: Batch; readonly seen: Position; readonly isEnd: boolean };

/** The last event of ours. */
export type Latest = { readonly position: Position; readonly recordedAt: string };

const NOTHING: Latest = { position: 0n, recordedAt: "" };

const fromPosition = (after: Position): ReadPosition =>
  after === 0n ? START : { commit: after, prepare: after };

/** Reads the log in its total order. Events of the server itself and of others are passed over. */
export class Reader {
  readonly #connection: Connection;
  readonly #naming: Naming;
  /** Where the log was begun: what lies before is others'. */
  #floor: Position = 0n;
  #latest: Latest = NOTHING;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#naming = connection.naming;
  }

  /**
   * The next events after a position, `limit` at most, and none if there is none. Always by `readAll`: a
   * subscription is slower, and tells `created` in milliseconds where this one tells seconds.
   */
  page(after: Position, limit: number): Promise<Page> {
    return this.#connection.use("read", async (client) => {
      const lines = new Map<string, string[]>();
      let [seen, last, count, looked, size] = [after, after, 0, 0, 0];
      // Reading begins with the event at the position itself, so one more is asked for.
      const options = {
        fromPosition: fromPosition(after < this.#floor ? this.#floor : after),
        maxCount: limit + 1,
        filter: excludeSystemEvents(),
      };
      for await (const resolved of unstalled(client.readAll(options))) {
        looked += 1;
        const position = positionOf(resolved);
        if (position <= after) continue;
        if (count === limit || size > MAX_READ_CHARACTERS) break;
        seen = position;
        if (!this.#naming.isOurs(resolved)) continue;
        const line = lineOf(resolved, this.#naming);
        const type = resolved.event?.type ?? "";
        lines.set(type, lines.get(type) ?? []);
        lines.get(type)?.push(line);
        [last, count, size] = [position, count + 1, size + line.length];
      }
      const texts = new Map([...lines].map(([type, all]) => [type, Buffer.from(all.join("\n"))]));
      return { batch: { last, count, texts }, seen, isEnd: looked <= limit };
    });
  }

  /** The next events of ours, however many of others lie between. */
  async read(after: Position, limit: number): Promise<Batch> {
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

  /** The last event of ours, looking back no further than where it was before. */
  latest(): Promise<Latest> {
    return this.#connection.use("read", async (client) => {
      for (let [from, count]: [ReadPosition, number] = [END, 1]; ; count = LOOK_BACK) {
        const options = {
          direction: BACKWARDS as typeof BACKWARDS,
          fromPosition: from,
          maxCount: count,
          filter: excludeSystemEvents(),
        };
        let [looked, position] = [0, 0n];
        for await (const resolved of unstalled(client.readAll(options))) {
          looked += 1;
          position = positionOf(resolved);
          if (position <= this.#latest.position || position <= this.#floor) return this.#latest;
          if (this.#naming.isOurs(resolved) && resolved.event !== undefined) {
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

  /** The id of the event that names the log, if there is one; it also says where the log was begun. */
  identity(): Promise<string | undefined> {
    return this.#connection.use("read", async (client) => {
      const reading = client.readStream(this.#naming.identityStream, { maxCount: 1 });
      try {
        for await (const { event } of unstalled(reading)) {
          this.#floor = floorIn(event?.data);
          return event?.id;
        }
      } catch (error) {
        if (!isNotFound(error)) throw error;
      }
      return undefined;
    });
  }

  /** The position of the cluster's last event, whosever it is. */
  end(): Promise<Position> {
    return this.#connection.use("read", async (client) => {
      const options = { direction: BACKWARDS as typeof BACKWARDS, fromPosition: END, maxCount: 1 } as const;
      for await (const resolved of unstalled(client.readAll({ ...options, filter: excludeSystemEvents() })))
        return positionOf(resolved);
      return 0n;
    });
  }
}

const floorIn = (data: unknown): Position => {
  const after = typeof data === "object" && data !== null && "after" in data ? data.after : undefined;
  return typeof after === "string" && /^\d+$/.test(after) ? BigInt(after) : 0n;
};

/** Whether a stream has no event. */
export const isNotFound = (error: unknown): boolean =>
  error instanceof Error && "type" in error && error.type === "stream-not-found";
