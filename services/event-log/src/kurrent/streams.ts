import { hash } from "node:crypto";
import { BACKWARDS, END, type KurrentDBClient } from "@kurrent/kurrentdb-client";
import { isObject } from "../is-object.ts";
import { MAX_READ_WAIT_MS, MAX_SEARCHED_EVENTS } from "../limits.ts";
import type { AppendedEvent } from "../port.ts";
import type { KurrentConnection } from "./connection.ts";
import { bodyOfRecord } from "./envelope.ts";
import type { LogNamespace } from "./log-namespace.ts";
import { withReadTimeout } from "./read-timeout.ts";
import { isNotFound } from "./reader.ts";
import { withTimeout } from "./timeout.ts";

const ALL_EVENTS = Number.MAX_SAFE_INTEGER;
const MAX_CONCURRENT_READS = 32;
const MAX_STREAMS_A_GENERATION = 10_000;

/**
 * What is known of a stream; revision -1 is a stream without events. `digests` are those of its last events' JSON, by
 * source and id: the JSON itself would need too much memory.
 */
export type KurrentStreamState = { revision: number; readonly digests: Map<string, string> };

const NEW: KurrentStreamState = { revision: -1, digests: new Map() };

/** Identifies an event within its stream. */
export const keyOf = (source: unknown, id: string): string => `${id} ${source}`;

export const digestOf = (body: string): string => hash("md5", body, "base64url");

type Source = { readonly client: KurrentDBClient; readonly namespace: LogNamespace };

type Recorded = { readonly revision: number; readonly key: string | undefined; readonly body: string };

async function* recordedOf(
  { client, namespace }: Source,
  stream: string,
  { after, limit = MAX_SEARCHED_EVENTS }: { readonly after?: number; readonly limit?: number },
): AsyncGenerator<Recorded> {
  const options =
    after === undefined
      ? ({ direction: BACKWARDS, fromRevision: END, maxCount: limit } as const)
      : { fromRevision: BigInt(after + 1), maxCount: limit };
  try {
    for await (const resolved of withReadTimeout(client.readStream(namespace.streamOf(stream), options))) {
      const { event } = resolved;
      if (event === undefined) continue;
      const { data, revision, id } = event;
      const source = isObject(data) ? data["source"] : undefined;
      const key = namespace.isOurs(resolved) ? keyOf(source, id) : undefined;
      yield { revision: Number(revision), key, body: bodyOfRecord(event) };
    }
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}

/** Remembers the states of streams while nobody else writes to them; in two generations, so that memory stays bounded. */
export class KurrentStreams {
  readonly #connection: KurrentConnection;
  #young = new Map<string, KurrentStreamState>();
  #old = new Map<string, KurrentStreamState>();

  constructor(connection: KurrentConnection) {
    this.#connection = connection;
  }

  /** The states of streams: as remembered, or, where that is stale or not known, as the cluster has them now. */
  async load(
    names: Iterable<string>,
    isStale: (name: string) => boolean,
  ): Promise<Map<string, KurrentStreamState>> {
    const states = new Map<string, KurrentStreamState>();
    const toRead: string[] = [];
    for (const name of names) {
      const known = this.#young.get(name) ?? this.#old.get(name);
      if (known === undefined || isStale(name)) toRead.push(name);
      states.set(name, known ?? { revision: -1, digests: new Map() });
    }
    const { namespace } = this.#connection;
    await this.#connection.use("read", async (client) => {
      const work = async (): Promise<void> => {
        for (let name = toRead.pop(); name !== undefined; name = toRead.pop()) {
          const state = states.get(name);
          if (state !== undefined)
            await withTimeout(MAX_READ_WAIT_MS, "a read", catchUp({ client, namespace }, name, state));
        }
      };
      await Promise.all(Array.from({ length: Math.min(MAX_CONCURRENT_READS, toRead.length) }, work));
    });
    for (const [name, state] of states) this.#young.set(name, state);
    if (this.#young.size > MAX_STREAMS_A_GENERATION) [this.#old, this.#young] = [this.#young, new Map()];
    return states;
  }

  forget(names: Iterable<string>): void {
    for (const name of names) {
      this.#young.delete(name);
      this.#old.delete(name);
    }
  }

  /** The recorded JSON of an event, or undefined if it is not in its stream. */
  find(stream: string, key: string): Promise<string | undefined> {
    const { namespace } = this.#connection;
    return this.#connection.use("read", async (client) => {
      for await (const recorded of recordedOf({ client, namespace }, stream, { limit: ALL_EVENTS }))
        if (recorded.key === key) return recorded.body;
      return undefined;
    });
  }

  /**
   * Digests, by source and id, of those events that lie further back in their streams than is remembered. Only
   * events of before `latest` are searched: they are recorded already, or the log rejects them.
   */
  async older(events: readonly AppendedEvent[], latest: string): Promise<Map<string, string>> {
    const historical = Map.groupBy(
      events.filter((event) => event.recordedAt !== undefined && event.recordedAt < latest),
      ({ stream }) => stream,
    );
    const found = new Map<string, string>();
    for (const [stream, all] of historical) {
      const { revision, digests } = this.#young.get(stream) ?? this.#old.get(stream) ?? NEW;
      const keys = new Set(all.map(({ source, id }) => keyOf(source, id)).filter((key) => !digests.has(key)));
      if (keys.size > 0 && revision >= digests.size) await this.#findAll(stream, keys, found);
    }
    return found;
  }

  #findAll(stream: string, keys: ReadonlySet<string>, found: Map<string, string>): Promise<void> {
    const { namespace } = this.#connection;
    return this.#connection.use("read", async (client) => {
      for await (const { key, body } of recordedOf({ client, namespace }, stream, { limit: ALL_EVENTS }))
        if (key !== undefined && keys.has(key)) found.set(key, digestOf(body));
    });
  }
}

/** Reads the events of a stream that came after its known state. */
const catchUp = async (source: Source, name: string, state: KurrentStreamState): Promise<void> => {
  for (let isComplete = false; !isComplete; ) {
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
    isComplete = after === undefined || count < MAX_SEARCHED_EVENTS;
  }
  for (const key of state.digests.keys()) {
    if (state.digests.size <= 2 * MAX_SEARCHED_EVENTS) break;
    state.digests.delete(key);
  }
};
