import { NotLeaderError, UnsupportedError, WrongExpectedVersionError } from "@kurrent/kurrentdb-client";
import { bodyOf } from "../encode.ts";
import { violationOf } from "../expectation.ts";
import { MAX_APPEND_CONFLICTS, MAX_LEADER_REDIRECTS } from "../limits.ts";
import { type Appended, type AppendedEvent, LogError, type Position } from "../port.ts";
import type { Prepared } from "../prepared.ts";
import { refuseEarlier, refuseOtherBytes } from "../refusal.ts";
import { AppendAttempt } from "./append-attempt.ts";
import { type AppendRequest, requestOf, sendRequest } from "./append-request.ts";
import type { KurrentConnection } from "./connection.ts";
import { isUnavailable } from "./failure.ts";
import { groupsOf, type PendingEvent } from "./pending-events.ts";
import type { KurrentReader } from "./reader.ts";
import { type RetryPolicy, withRetry } from "./retry.ts";
import { digestOf, type KurrentStreamState, KurrentStreams, keyOf } from "./streams.ts";
import { withTimeout } from "./timeout.ts";

/*
 * What may happen to a request, and what is done then:
 *
 * | the server                 | how it shows                       | what is done                                        |
 * | -------------------------- | ---------------------------------- | --------------------------------------------------- |
 * | recorded all of it         | a response                         | RECORDED; a missing position is the log's latest    |
 * | recorded nothing, because  | a wrong revision: another writer   | CONFLICT; the streams are read again, and what they |
 * | a stream has moved on      | or an earlier attempt was first    | do not hold is sent, MAX_APPEND_CONFLICTS times     |
 * | recorded nothing, because  | NotLeaderError; the client then    | sent again at once, MAX_LEADER_REDIRECTS times      |
 * | it is not the leader       | knows the leader                   |                                                     |
 * | recorded nothing, because  | UnsupportedError                   | sent stream by stream, now and from then on         |
 * | it takes only one stream   |                                    |                                                     |
 * | rejects it                 | any other LogError                 | thrown; its events are not recorded                 |
 * | recorded all or nothing    | UNAVAILABLE: the response is lost, | as the retry policy says; the streams are read      |
 * |                            | the time is over                   | again, and sent events found there are RECORDED     |
 */
type Recorded = { readonly kind: "RECORDED" };
type Conflict = { readonly kind: "CONFLICT" };

const RECORDED: Recorded = { kind: "RECORDED" };
const CONFLICT: Conflict = { kind: "CONFLICT" };

type States = ReadonlyMap<string, KurrentStreamState>;

/** Appends to a cluster, one append after the other. */
export class Appender {
  readonly #connection: KurrentConnection;
  readonly #reader: KurrentReader;
  readonly #timeoutMs: number;
  readonly #retryPolicy: RetryPolicy;
  readonly #streams: KurrentStreams;
  #takesSeveralStreams = true;

  constructor(
    connection: KurrentConnection,
    reader: KurrentReader,
    options: { readonly timeoutMs: number; readonly retryPolicy: RetryPolicy },
  ) {
    this.#connection = connection;
    this.#reader = reader;
    this.#streams = new KurrentStreams(connection);
    this.#timeoutMs = options.timeoutMs;
    this.#retryPolicy = options.retryPolicy;
  }

  /** Throws LogError. */
  async append(prepared: Prepared): Promise<Appended> {
    const attempt = new AppendAttempt(prepared);
    for (let conflicts = 0; conflicts <= MAX_APPEND_CONFLICTS; conflicts += 1) {
      // Where any revision will do, the remembered one is good enough: the server says if it is not.
      const isStale = (name: string): boolean => conflicts > 0 || prepared.expected.has(name);
      const outcome = await withRetry(this.#retryPolicy, () => this.#attempt(attempt, isStale));
      if (outcome.kind === "RECORDED") return outcome.appended;
    }
    const busy = `Other programs keep writing to the same streams of the event log ${this.#connection.redactedAddress}; try again.`;
    throw new LogError("UNAVAILABLE", busy);
  }

  async #attempt(
    attempt: AppendAttempt,
    isStale: (stream: string) => boolean,
  ): Promise<(Recorded & { readonly appended: Appended }) | Conflict> {
    const states = await this.#streams.load(attempt.streams, isStale);
    try {
      const pending = await this.#pendingOf(attempt, states);
      for (const group of groupsOf(pending, attempt.prepared.inOrder)) {
        const outcome = await this.#recordGroup(group, states, attempt);
        if (outcome.kind === "CONFLICT") return outcome;
      }
      const head = attempt.last ?? (await this.#reader.latest()).position;
      return { ...RECORDED, appended: attempt.result(head) };
    } catch (error) {
      this.#streams.forget(attempt.streams);
      throw error;
    }
  }

  /** The events that are not recorded yet. Throws LogError for an event that the log does not take. */
  async #pendingOf(attempt: AppendAttempt, states: States): Promise<PendingEvent[]> {
    const { prepared } = attempt;
    const violation = violationOf(prepared, (name) => attempt.revisionBefore(states.get(name)));
    const isHistorical = prepared.events.some(({ recordedAt }) => recordedAt !== undefined);
    let latest = isHistorical ? (await this.#reader.latest()).recordedAt : "";
    const digests = isHistorical
      ? await this.#streams.older(prepared.events, latest)
      : new Map<string, string>();
    const pending: PendingEvent[] = [];
    for (const [index, event] of prepared.events.entries()) {
      const key = keyOf(event.source, event.id);
      const known = states.get(event.stream)?.digests.get(key) ?? digests.get(key);
      if (known !== undefined) {
        if (known !== digestOf(bodyOf(event, index))) await this.#compare(event, index, pending);
        continue;
      }
      if (violation !== undefined) throw violation;
      refuseEarlier(event, index, latest);
      latest = event.recordedAt ?? latest;
      const body = bodyOf(event, index);
      digests.set(key, digestOf(body));
      pending.push({ index, event, key, body });
    }
    return pending;
  }

  /** Throws LogError if the event has other content than the one recorded or earlier in the append. */
  async #compare(event: AppendedEvent, index: number, pending: readonly PendingEvent[]): Promise<void> {
    const key = keyOf(event.source, event.id);
    const recorded =
      pending.find((one) => one.key === key)?.body ?? (await this.#streams.find(event.stream, key));
    refuseOtherBytes(event, index, recorded ?? "{}");
  }

  /** All or nothing, if the server takes several streams at once; else stream by stream. */
  async #recordGroup(
    group: readonly PendingEvent[],
    states: States,
    attempt: AppendAttempt,
  ): Promise<Recorded | Conflict> {
    const byStream = Map.groupBy(group, ({ event }) => event.stream);
    if (byStream.size > 1 && this.#takesSeveralStreams) {
      try {
        return await this.#record(byStream, states, attempt);
      } catch (error) {
        if (!isCausedBy(error, UnsupportedError)) throw error;
        this.#takesSeveralStreams = false;
      }
    }
    for (const one of byStream) {
      const outcome = await this.#record(new Map([one]), states, attempt);
      if (outcome.kind === "CONFLICT") return outcome;
    }
    return RECORDED;
  }

  async #record(
    byStream: ReadonlyMap<string, readonly PendingEvent[]>,
    states: States,
    attempt: AppendAttempt,
  ): Promise<Recorded | Conflict> {
    const all = [...byStream.values()].flat();
    const request = requestOf(byStream, states, this.#connection.namespace);
    attempt.noteSent(all);
    try {
      const stated = await this.#send(request);
      attempt.noteRecorded(all, stated > 0n ? stated : (await this.#reader.latest()).position);
      for (const [name, recorded] of byStream) advance(states.get(name), recorded);
      return RECORDED;
    } catch (error) {
      const conflicts = isVersionConflict(error);
      const isRejected = error instanceof LogError && !isUnavailable(error);
      if (isRejected || conflicts) attempt.noteNotRecorded(all);
      if (conflicts) return CONFLICT;
      throw withIndex(error, all);
    }
  }

  async #send(request: AppendRequest): Promise<Position> {
    for (let redirects = 0; ; redirects += 1) {
      try {
        return await this.#connection.use("append", (client) =>
          withTimeout(this.#timeoutMs, "an append", sendRequest(client, request)),
        );
      } catch (error) {
        if (!isCausedBy(error, NotLeaderError) || redirects === MAX_LEADER_REDIRECTS) throw error;
      }
    }
  }
}

const isCausedBy = (error: unknown, cause: new (...args: never[]) => Error): boolean =>
  error instanceof LogError && error.cause instanceof cause;

const isVersionConflict = (error: unknown): boolean => isCausedBy(error, WrongExpectedVersionError);

/** What is known of a stream after events were recorded in it. */
const advance = (state: KurrentStreamState | undefined, recorded: readonly PendingEvent[]): void => {
  if (state === undefined) return;
  state.revision += recorded.length;
  for (const { key, body } of recorded) state.digests.set(key, digestOf(body));
};

/** A rejection of a single event states its place in the append. */
const withIndex = (error: unknown, [one, ...others]: readonly PendingEvent[]): unknown =>
  error instanceof LogError && error.code === "TOO_LARGE" && one !== undefined && others.length === 0
    ? new LogError("TOO_LARGE", error.message, { index: one.index, cause: error.cause })
    : error;
