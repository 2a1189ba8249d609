import {
  type AppendStreamState,
  type JSONEventData,
  type KurrentDBClient,
  NotLeaderError,
  UnsupportedError,
  WrongExpectedVersionError,
} from "@kurrent/kurrentdb-client";
import { bodyOf } from "../encode.ts";
import { violationOf } from "../expectation.ts";
import { type Appended, type AppendedEvent, LogError, type Position } from "../port.ts";
import type { Prepared } from "../prepared.ts";
import { refuseEarlier, refuseOtherBytes } from "../refusal.ts";
import { type Connection, within } from "./connection.ts";
import { eventDataOf } from "./envelope.ts";
import { isLost } from "./failure.ts";
import type { Naming } from "./naming.ts";
import { type Fresh, partsOf } from "./parts.ts";
import { type Patience, patiently } from "./patience.ts";
import type { Reader } from "./read.ts";
import { digestOf, keyOf, type StreamState, Streams } from "./streams.ts";

/** What is known of an append across its attempts. */
type Progress = {
  /** Events that were sent by this append and may be recorded, by source and id. */
  readonly sent: Set<string>;
  readonly positions: (Position | undefined)[];
};

/** What is appended at once: the events of each stream, and the revision each stream is at. */
type Part = ReadonlyMap<
  string,
  { readonly state: AppendStreamState; readonly events: readonly JSONEventData[] }
>;

/** As often another writer may be quicker before an append gives up. */
const MOST_RACES = 200;
/** As often the client is sent on to another leader. */
const MOST_LEADERS = 3;

const stateOf = (revision: number): AppendStreamState => (revision < 0 ? "no_stream" : BigInt(revision));

/** Appends to a cluster, one append after the other. */
export class Appender {
  readonly #connection: Connection;
  readonly #reader: Reader;
  readonly #timeoutMs: number;
  readonly #patience: Patience;
  readonly #streams: Streams;
  #takesSeveralStreams = true;

  constructor(connection: Connection, reader: Reader, options: { timeoutMs: number; patience: Patience }) {
    this.#connection = connection;
    this.#reader = reader;
    this.#streams = new Streams(connection);
    this.#timeoutMs = options.timeoutMs;
    this.#patience = options.patience;
  }

  /** Throws LogError. */
  async append(prepared: Prepared): Promise<Appended> {
    const progress: Progress = { sent: new Set(), positions: [] };
    const names = new Set([...prepared.expected.keys(), ...prepared.events.map(({ stream }) => stream)]);
    for (let races = 0; ; races += 1) {
      // What is remembered is good enough where any revision will do: the server says if it is not.
      const isFresh = (name: string): boolean => races > 0 || prepared.expected.has(name);
      const outcome = await patiently(this.#patience, async () => {
        const states = await this.#streams.load(names, isFresh);
        try {
          return await this.#attempt(prepared, states, progress);
        } catch (error) {
          this.#streams.forget(names);
          throw error;
        }
      });
      if (outcome !== undefined) return outcome;
      if (races < MOST_RACES) continue;
      const busy = `The event log ${this.#connection.shown} is being written too busily; try again.`;
      throw new LogError("UNAVAILABLE", busy);
    }
  }

  /** Undefined where another writer was quicker. */
  async #attempt(
    prepared: Prepared,
    states: ReadonlyMap<string, StreamState>,
    progress: Progress,
  ): Promise<Appended | undefined> {
    const fresh = await this.#freshOf(prepared, states, progress.sent);
    for (const part of partsOf(fresh, prepared.inOrder))
      if (!(await this.#recordPart(part, states, progress))) return undefined;
    const last = progress.positions.reduce((most, one) => later(most, one), undefined);
    const head = last ?? (await this.#reader.latest()).position;
    const keys = new Set(prepared.events.map(({ source, id }) => keyOf(source, id)));
    const recorded = keys.intersection(progress.sent).size;
    const positions = prepared.events.map((_, index) => progress.positions[index] ?? head);
    return { head, positions, recorded, duplicates: positions.length - recorded };
  }

  /** The events that are not recorded yet. Throws LogError as the log refuses. */
  async #freshOf(
    prepared: Prepared,
    states: ReadonlyMap<string, StreamState>,
    sent: ReadonlySet<string>,
  ): Promise<Fresh[]> {
    const violation = violationOf(prepared, (name) => revisionWithout(states.get(name), sent));
    const isHistorical = prepared.events.some(({ recordedAt }) => recordedAt !== undefined);
    let latest = isHistorical ? (await this.#reader.latest()).recordedAt : "";
    const digests = isHistorical
      ? await this.#streams.older(prepared.events, latest)
      : new Map<string, string>();
    const fresh: Fresh[] = [];
    for (const [index, event] of prepared.events.entries()) {
      const key = keyOf(event.source, event.id);
      const known = states.get(event.stream)?.digests.get(key) ?? digests.get(key);
      if (known !== undefined) {
        if (known !== digestOf(bodyOf(event, index))) await this.#compare(event, index, fresh);
        continue;
      }
      if (violation !== undefined) throw violation;
      refuseEarlier(event, index, latest);
      latest = event.recordedAt ?? latest;
      const body = bodyOf(event, index);
      digests.set(key, digestOf(body));
      fresh.push({ index, event, key, body });
    }
    return fresh;
  }

  /** Throws LogError where what is recorded, or stands earlier in the append, says something else. */
  async #compare(event: AppendedEvent, index: number, fresh: readonly Fresh[]): Promise<void> {
    const key = keyOf(event.source, event.id);
    const recorded =
      fresh.find((one) => one.key === key)?.body ?? (await this.#streams.find(event.stream, key));
    refuseOtherBytes(event, index, recorded ?? "{}");
  }

  /** Whole or not at all, where the server takes several streams at once; else stream by stream. */
  async #recordPart(
    part: readonly Fresh[],
    states: ReadonlyMap<string, StreamState>,
    progress: Progress,
  ): Promise<boolean> {
    const byStream = Map.groupBy(part, ({ event }) => event.stream);
    if (byStream.size > 1 && this.#takesSeveralStreams) {
      try {
        return await this.#record(byStream, states, progress);
      } catch (error) {
        if (!(error instanceof LogError && error.cause instanceof UnsupportedError)) throw error;
        this.#takesSeveralStreams = false;
      }
    }
    for (const one of byStream) if (!(await this.#record(new Map([one]), states, progress))) return false;
    return true;
  }

  /** False where another writer was quicker. */
  async #record(
    byStream: ReadonlyMap<string, readonly Fresh[]>,
    states: ReadonlyMap<string, StreamState>,
    { sent, positions }: Progress,
  ): Promise<boolean> {
    const all = [...byStream.values()].flat();
    const request = requestOf(byStream, states, this.#connection.naming);
    for (const { key } of all) sent.add(key);
    try {
      const told = await this.#send(request);
      // Of a write that it had already, the server may not say where it is.
      const position = told > 0n ? told : (await this.#reader.latest()).position;
      for (const { index } of all) positions[index] = position;
      for (const [name, recorded] of byStream) noteRecorded(states.get(name), recorded);
      return true;
    } catch (error) {
      const isRefused = error instanceof LogError && !isLost(error);
      if (isRefused || isQuicker(error)) for (const { key } of all) sent.delete(key);
      if (isQuicker(error)) return false;
      throw withIndex(error, all);
    }
  }

  async #send(request: Part): Promise<Position> {
    for (let leaders = 0; ; leaders += 1) {
      try {
        return await this.#connection.use("append", (client) =>
          within(this.#timeoutMs, "an append", sendBy(client, request)),
        );
      } catch (error) {
        const isElsewhere = error instanceof LogError && error.cause instanceof NotLeaderError;
        if (!isElsewhere || leaders === MOST_LEADERS) throw error;
      }
    }
  }
}

const noteRecorded = (state: StreamState | undefined, recorded: readonly Fresh[]): void => {
  if (state === undefined) return;
  state.revision += recorded.length;
  for (const { key, body } of recorded) state.digests.set(key, digestOf(body));
};

const later = (one: Position | undefined, other: Position | undefined): Position | undefined =>
  one === undefined || (other !== undefined && other > one) ? other : one;

/** Where a stream would stand without what an attempt of this very append has recorded in it. */
const revisionWithout = (state: StreamState | undefined, sent: ReadonlySet<string>): number => {
  if (state === undefined) return -1;
  const own = sent.size === 0 ? 0 : [...state.digests.keys()].filter((key) => sent.has(key)).length;
  return state.revision - own;
};

const requestOf = (
  byStream: ReadonlyMap<string, readonly Fresh[]>,
  states: ReadonlyMap<string, StreamState>,
  naming: Naming,
): Part =>
  new Map(
    [...byStream].map(([name, all]) => [
      naming.streamOf(name),
      {
        state: stateOf(states.get(name)?.revision ?? -1),
        events: all.map(({ event, body }) => eventDataOf(event, body, naming)),
      },
    ]),
  );

const isQuicker = (error: unknown): boolean =>
  error instanceof LogError && error.cause instanceof WrongExpectedVersionError;

/** A refusal of a part with one event speaks of that event. */
const withIndex = (error: unknown, [one, ...others]: readonly Fresh[]): unknown =>
  error instanceof LogError && error.code === "TOO_LARGE" && one !== undefined && others.length === 0
    ? new LogError("TOO_LARGE", error.message, { index: one.index, cause: error.cause })
    : error;

const sendBy = async (client: KurrentDBClient, request: Part): Promise<Position> => {
  if (request.size > 1) return sendTogether(client, request);
  const [[stream, { state, events }] = ["", { state: "any" as const, events: [] }]] = request;
  // Left as it is, throwOnAppendFailure is true: otherwise the client answers a wrong revision instead of failing.
  const appended = await client.appendToStream(stream, [...events], { streamState: state });
  return appended.position?.commit ?? 0n;
};

const sendTogether = async (client: KurrentDBClient, request: Part): Promise<Position> => {
  const requests = [...request].map(([streamName, { state, events }]) => ({
    streamName,
    expectedState: state,
    events: [...events],
  }));
  return (await client.multiStreamAppend(requests)).position;
};
