import { hash } from "node:crypto";
import { BACKWARDS, END, type KurrentDBClient } from "@kurrent/kurrentdb-client";
import type { AppendedEvent } from "../port.ts";
import { type Connection, within } from "./connection.ts";
import { bodyOfRecord } from "./envelope.ts";
import type { Naming } from "./naming.ts";
import { isNotFound } from "./read.ts";
import { unstalled } from "./unstalled.ts";

/** How far back in its stream an event is recognised as recorded before. */
const REMEMBERED = 1_000;
const ALL = Number.MAX_SAFE_INTEGER;
const AT_ONCE = 32;
const READ_MS = 20_000;
const GENERATION = 10_000;

/**
 * Where a stream stands; revision -1 is a stream without events. `digests` are those of its last events' JSON, by
 * source and id: the JSON itself would be too much to remember.
 */
export type StreamState = { revision: number; readonly digests: Map<string, string> };

const NEW: StreamState = { revision: -1, digests: new Map() };

/** Names an event among those of its stream. */
export const keyOf = (source: unknown, id: string): string => `${id} ${source}`;

export const digestOf = (body: string): string => hash("md5", body, "base64url");

type Source = { readonly client: KurrentDBClient; readonly naming: Naming };

type Recorded = { readonly revision: number; readonly key: string | undefined; readonly body: string };

async function* recordedOf(
  { client, naming }: Source,
  stream: string,
  { after, most = REMEMBERED }: { readonly after?: number; readonly most?: number },
): AsyncGenerator<Recorded> {
  const options =
    after === undefined
      ? ({ direction: BACKWARDS, fromRevision: END, maxCount: most } as const)
      : { fromRevision: BigInt(after + 1), maxCount: most };
  try {
    for await (const resolved of unstalled(client.readStream(naming.streamOf(stream), options))) {
      const { event } = resolved;
      if (event === undefined) continue;
      const { data, revision, id } = event;
      const source = typeof data === "object" && data !== null && "source" in data ? data.source : undefined;
      const key = naming.isOurs(resolved) ? keyOf(source, id) : undefined;
      yield { revision: Number(revision), key, body: bodyOfRecord(event) };
    }
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}

/** What is known of streams, for as long as nobody else writes them; in two generations, so that it stays bounded. */
export class Streams {
  readonly #connection: Connection;
  #young = new Map<string, StreamState>();
  #old = new Map<string, StreamState>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** How streams stand: as was remembered, or, for those to be `fresh`, as the cluster says now. */
  async load(names: Iterable<string>, isFresh: (name: string) => boolean): Promise<Map<string, StreamState>> {
    const states = new Map<string, StreamState>();
    const asked: string[] = [];
    for (const name of names) {
      const known = this.#young.get(name) ?? this.#old.get(name);
      if (known === undefined || isFresh(name)) asked.push(name);
      states.set(name, known ?? { revision: -1, digests: new Map() });
    }
    const { naming } = this.#connection;
    await this.#connection.use("read", async (client) => {
      const work = async (): Promise<void> => {
        for (let name = asked.pop(); name !== undefined; name = asked.pop()) {
          const state = states.get(name);
          if (state !== undefined) await within(READ_MS, "a read", catchUp({ client, naming }, name, state));
        }
      };
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, asked.length) }, work));
    });
    for (const [name, state] of states) this.#young.set(name, state);
    if (this.#young.size > GENERATION) [this.#old, this.#young] = [this.#young, new Map()];
    return states;
  }

  forget(names: Iterable<string>): void {
    for (const name of names) {
      this.#young.delete(name);
      this.#old.delete(name);
    }
  }

  /** What is recorded of an event, as JSON, or undefined where it is not in its stream. */
  find(stream: string, key: string): Promise<string | undefined> {
    const { naming } = this.#connection;
    return this.#connection.use("read", async (client) => {
      for await (const recorded of recordedOf({ client, naming }, stream, { most: ALL }))
        if (recorded.key === key) return recorded.body;
      return undefined;
    });
  }

  /**
   * Digests of those events, by source and id, that lie further back in their streams than is remembered. Only
   * events of before `latest` are looked for: recorded they are, or the log refuses them.
   */
  async older(events: readonly AppendedEvent[], latest: string): Promise<Map<string, string>> {
    const asked = Map.groupBy(
      events.filter((event) => event.recordedAt !== undefined && event.recordedAt < latest),
      ({ stream }) => stream,
    );
    const found = new Map<string, string>();
    for (const [stream, all] of asked) {
      const { revision, digests } = this.#young.get(stream) ?? this.#old.get(stream) ?? NEW;
      const keys = new Set(all.map(({ source, id }) => keyOf(source, id)).filter((key) => !digests.has(key)));
      if (keys.size > 0 && revision >= digests.size) await this.#findAll(stream, keys, found);
    }
    return found;
  }

  #findAll(stream: string, keys: ReadonlySet<string>, found: Map<string, string>): Promise<void> {
    const { naming } = this.#connection;
    return this.#connection.use("read", async (client) => {
      for await (const { key, body } of recordedOf({ client, naming }, stream, { most: ALL }))
        if (key !== undefined && keys.has(key)) found.set(key, digestOf(body));
    });
  }
}

/** Reads what came after what is known of a stream. */
const catchUp = async (source: Source, name: string, state: StreamState): Promise<void> => {
  for (let isBehind = true; isBehind; ) {
    let count = 0;
    const after = state.revision < 0 ? undefined : state.revision;
    for await (const { revision, key, body } of recordedOf(
      source,
      name,
      after === undefined ? {} : { after },
    )) {
      count += 1;
      state.revision = Math.max(state.revision, revision);
      if (key !== undefined) state.digests.set(key, digestOf(body));
    }
    isBehind = after !== undefined && count === REMEMBERED;
  }
  for (const key of state.digests.keys()) {
    if (state.digests.size <= 2 * REMEMBERED) break;
    state.digests.delete(key);
  }
};
