import { randomUUID } from "node:crypto";
import { setImmediate as pause, setTimeout as sleep } from "node:timers/promises";
import {
  status as code,
  type Metadata,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerWritableStream,
  type sendUnaryData,
} from "@grpc/grpc-js";
import featuresGrpc from "@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js";
import streamsGrpc from "@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js";
import type streams from "@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js";
import sessionGrpc from "@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/streams_grpc_pb.js";
import type session from "@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/streams_pb.js";
import * as messages from "./messages.ts";
import { Network } from "./network.ts";
import { type Kept, Store, type Write } from "./store.ts";

type ReadReq = InstanceType<typeof streams.ReadReq>;
type ReadResp = InstanceType<typeof streams.ReadResp>;
type BatchReq = InstanceType<typeof streams.BatchAppendReq>;
type BatchResp = InstanceType<typeof streams.BatchAppendResp>;
type SingleReq = InstanceType<typeof streams.AppendReq>;
type SingleResp = InstanceType<typeof streams.AppendResp>;
type SessionReq = InstanceType<typeof session.AppendRequest>;
type SessionResp = InstanceType<typeof session.AppendSessionResponse>;

/** What the double is about to do, and what a test may interfere with. */
export type Moment = "read" | "event" | "live event" | "append" | "write" | "appended";
export type Interference =
  | "drop"
  | "lose"
  | "not-leader"
  | "wrong-version"
  | "deny"
  | "read-only"
  | undefined;

export type DoubleOptions = {
  /** False: a server before 25.1, without appends to several streams. */
  readonly isMultiStream?: boolean;
  /** Private key and certificate, PEM; without them it does not use TLS. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** `name:password`; without it everybody has all rights. */
  readonly login?: string;
  readonly maxAppendBytes?: number;
  readonly clock?: () => number;
};

const DEFAULT_MAX_APPEND_BYTES = 1_048_576;

const NOT_LEADER = { exception: "not-leader", "leader-endpoint-host": "127.0.0.1" };

const isSystem = ({ type }: Kept): boolean => type.startsWith("$");

/** A small part of a KurrentDB server. What it assumes of one is listed in README.md in this folder. */
export class KurrentDouble {
  readonly network = new Network();
  readonly store: Store;
  readonly #options: DoubleOptions;
  readonly #grpc = new Server({ "grpc.max_receive_message_length": 32 * 1024 * 1024 });
  /** Called at each moment; what it returns happens instead. */
  interfere: (moment: Moment, count: number) => Interference = () => undefined;
  /** Milliseconds before each event is delivered. */
  delay = 0;
  /** Open subscriptions. */
  subscriptions = 0;
  readonly #counts = new Map<Moment, number>();

  constructor(options: DoubleOptions = {}) {
    this.#options = options;
    this.store = new Store(options.maxAppendBytes ?? DEFAULT_MAX_APPEND_BYTES, options.clock ?? Date.now);
    this.#grpc.addService(featuresGrpc.ServerFeaturesService, {
      getSupportedMethods: (_: unknown, answer: sendUnaryData<unknown>) => answer(null, this.#features()),
    });
    this.#grpc.addService(streamsGrpc.StreamsService, {
      read: (call: ServerWritableStream<ReadReq, ReadResp>) => void this.#read(call),
      batchAppend: (call: ServerDuplexStream<BatchReq, BatchResp>) => this.#batchAppend(call),
      append: (call: ServerReadableStream<SingleReq, SingleResp>, answer: sendUnaryData<SingleResp>) =>
        void this.#append(call, answer),
      delete: unimplemented,
      tombstone: unimplemented,
    });
    if (options.isMultiStream ?? true)
      this.#grpc.addService(sessionGrpc.StreamsServiceService, {
        appendSession: (
          call: ServerReadableStream<SessionReq, SessionResp>,
          answer: sendUnaryData<SessionResp>,
        ) => void this.#appendSession(call, answer),
        appendRecords: unimplemented,
      });
  }

  /** Begins to listen, at `port` of the network. */
  async start(port = 0): Promise<this> {
    const { tls } = this.#options;
    const credentials = tls
      ? ServerCredentials.createSsl(null, [
          { private_key: Buffer.from(tls.key), cert_chain: Buffer.from(tls.cert) },
        ])
      : ServerCredentials.createInsecure();
    const inner = await new Promise<number>((resolve, reject) => {
      this.#grpc.bindAsync("127.0.0.1:0", credentials, (error, bound) =>
        error ? reject(error) : resolve(bound),
      );
    });
    await this.network.open(inner, port);
    return this;
  }

  async stop(): Promise<void> {
    this.#grpc.forceShutdown();
    await this.network.close();
  }

  #features() {
    const paths = Object.values(streamsGrpc.StreamsService).map(({ path }) => path);
    const multi = sessionGrpc.StreamsServiceService.appendSession.path;
    const isMulti = this.#options.isMultiStream ?? true;
    return messages.supportedMethods(isMulti ? [...paths, multi] : paths, isMulti ? "25.1.0" : "24.10.0");
  }

  #meet(moment: Moment): Interference {
    const count = (this.#counts.get(moment) ?? 0) + 1;
    this.#counts.set(moment, count);
    const interference = this.interfere(moment, count);
    if (interference === "drop") this.network.drop();
    return interference;
  }

  #refusalOf(moment: Moment, metadata: Metadata) {
    const { login } = this.#options;
    const basic = `Basic ${Buffer.from(login ?? "").toString("base64")}`;
    if (login !== undefined && metadata.get("authorization")[0] !== basic)
      return messages.failure(code.UNAUTHENTICATED, "Unauthenticated");
    switch (this.#meet(moment)) {
      case "not-leader":
        return messages.failure(code.NOT_FOUND, "Leader info available", {
          ...NOT_LEADER,
          "leader-endpoint-port": String(this.network.port),
        });
      case "deny":
        return messages.failure(code.PERMISSION_DENIED, "Access Denied", { exception: "access-denied" });
      case "read-only":
        return messages.failure(code.UNAVAILABLE, "Server Is Too Busy");
      default:
        return undefined;
    }
  }

  async #read(call: ServerWritableStream<ReadReq, ReadResp>): Promise<void> {
    const refusal = this.#refusalOf("read", call.metadata);
    if (refusal) return void call.emit("error", refusal);
    const options = call.request.getOptions();
    if (options?.hasSubscription()) return this.#subscribe(call);
    const stream = options?.getStream();
    const name = messages.nameOf(stream?.getStreamIdentifier());
    if (stream && this.store.stream(name).length === 0) {
      call.write(messages.notFoundMessage(name));
      return void call.end();
    }
    const events = stream ? this.#ofStream(name, options) : this.#ofAll(options);
    for (const kept of events) if (!(await this.#deliver(call, kept, stream === undefined))) return;
    call.end();
  }

  async #deliver(
    call: ServerWritableStream<ReadReq, ReadResp>,
    kept: Kept,
    ofAll: boolean,
  ): Promise<boolean> {
    if (this.delay > 0) await sleep(this.delay);
    if (this.#meet("event") === "drop" || call.cancelled) return false;
    if (!call.write(messages.eventMessage(kept, ofAll))) await drained(call);
    return !call.cancelled;
  }

  #ofStream(name: string, options: ReturnType<ReadReq["getOptions"]>): readonly Kept[] {
    const kept = this.store.stream(name);
    const count = Number(options?.getCount());
    const stream = options?.getStream();
    const from = stream?.hasRevision() ? Number(stream.getRevision()) : undefined;
    if (options?.getReadDirection() === 1)
      return kept
        .slice(0, from === undefined ? undefined : from + 1)
        .toReversed()
        .slice(0, count);
    return kept.slice(from ?? 0).slice(0, count);
  }

  #ofAll(options: ReturnType<ReadReq["getOptions"]>): readonly Kept[] {
    const isBackwards = options?.getReadDirection() === 1;
    const all = options?.getAll();
    const from = all?.hasPosition() ? BigInt(all.getPosition()?.getCommitPosition() ?? 0) : undefined;
    const isWanted = options?.hasFilter() ? (kept: Kept) => !isSystem(kept) : () => true;
    const { events } = this.store;
    const count = Number(options?.getCount());
    const found: Kept[] = [];
    const first = from === undefined ? (isBackwards ? events.length : 0) : this.#indexOf(from);
    const step = isBackwards ? -1 : 1;
    for (let at = isBackwards ? first - 1 : first; found.length < count; at += step) {
      const kept = events[at];
      if (kept === undefined) break;
      if (isWanted(kept)) found.push(kept);
    }
    return found;
  }

  #indexOf(from: bigint): number {
    let [low, high] = [0, this.store.events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.store.events[middle]?.position ?? from) < from) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  async #subscribe(call: ServerWritableStream<ReadReq, ReadResp>): Promise<void> {
    const all = call.request.getOptions()?.getAll();
    const from = all?.hasPosition() ? BigInt(all.getPosition()?.getCommitPosition() ?? 0) : -1n;
    let next = this.#indexOf(from + 1n);
    let arrived = Promise.withResolvers<void>();
    const wake = (): void => arrived.resolve();
    const unlisten = this.store.listen(wake);
    call.on("cancelled", wake);
    call.on("close", wake);
    this.subscriptions += 1;
    call.write(messages.confirmationMessage(randomUUID()));
    while (!call.cancelled && !call.destroyed) {
      const kept = this.store.events[next];
      if (kept === undefined) {
        await arrived.promise;
        arrived = Promise.withResolvers();
        continue;
      }
      next += 1;
      if (isSystem(kept)) continue;
      if (this.#meet("live event") === "drop" || !(await this.#deliver(call, kept, true))) break;
    }
    unlisten();
    this.subscriptions -= 1;
  }

  #write(writes: readonly Write[]) {
    if (this.#meet("write") === "wrong-version" && writes[0])
      return { kind: "wrong-version", write: writes[0], current: 41n } as const;
    return this.store.append(writes);
  }

  #batchAppend(call: ServerDuplexStream<BatchReq, BatchResp>): void {
    type Partial = {
      options: ReturnType<BatchReq["getOptions"]>;
      messages: ReturnType<BatchReq["getProposedMessagesList"]>;
    };
    const partials = new Map<string, Partial>();
    call.on("error", () => undefined);
    call.on("end", () => call.end());
    call.on("data", (request: BatchReq) => {
      const correlation = request.getCorrelationId()?.getString() ?? "";
      const partial = partials.get(correlation) ?? { options: request.getOptions(), messages: [] };
      partials.set(correlation, partial);
      partial.messages.push(...request.getProposedMessagesList());
      if (!request.getIsFinal()) return;
      partials.delete(correlation);
      const refusal = this.#refusalOf("append", call.metadata);
      if (refusal) return void call.emit("error", refusal);
      const outcome = this.#write([messages.batchWrite(partial.options, partial.messages)]);
      if (this.#isSilent()) return;
      if (outcome.kind === "written") call.write(messages.batchAnswer(correlation, outcome, partial.options));
      else call.write(messages.batchRefusal(correlation, outcome, partial.options));
    });
  }

  #isSilent(): boolean {
    const interference = this.#meet("appended");
    return interference === "lose" || interference === "drop";
  }

  /** The client appends this way if its login is not part of the address. */
  async #append(
    call: ServerReadableStream<SingleReq, SingleResp>,
    answer: sendUnaryData<SingleResp>,
  ): Promise<void> {
    const requests = await received(call);
    if (requests === undefined) return;
    const refusal = this.#refusalOf("append", call.metadata);
    if (refusal) return answer(refusal);
    const outcome = this.#write([messages.singleWrite(requests)]);
    if (this.#isSilent()) return;
    if (outcome.kind === "too-large")
      answer(
        messages.failure(code.INVALID_ARGUMENT, "Maximum Append Size Exceeded", {
          exception: "maximum-append-size-exceeded",
          "maximum-append-size": String(outcome.limit),
        }),
      );
    else answer(null, messages.singleAnswer(outcome));
  }

  async #appendSession(
    call: ServerReadableStream<SessionReq, SessionResp>,
    answer: sendUnaryData<SessionResp>,
  ): Promise<void> {
    const requests = await received(call);
    if (requests === undefined) return;
    const writes = requests.map(messages.sessionWrite);
    const refusal = this.#refusalOf("append", call.metadata);
    if (refusal) return answer(refusal);
    const outcome = this.#write(writes);
    if (this.#isSilent()) return;
    if (outcome.kind === "written") answer(null, messages.sessionAnswer(writes, outcome));
    else answer(messages.sessionRefusal(outcome));
  }
}

/** All that a client sent, or nothing if it died in the middle: that ends its requests too, and cancels the call. */
const received = async <Req, Resp>(call: ServerReadableStream<Req, Resp>): Promise<Req[] | undefined> => {
  const requests: Req[] = [];
  try {
    for await (const request of call) requests.push(request);
  } catch {
    return undefined;
  }
  await pause();
  return call.cancelled ? undefined : requests;
};

const drained = (call: ServerWritableStream<ReadReq, ReadResp>): Promise<void> =>
  new Promise((resolve) => {
    const events = ["drain", "cancelled", "close"];
    const go = (): void => {
      for (const event of events) call.off(event, go);
      resolve();
    };
    for (const event of events) call.once(event, go);
  });

const unimplemented = (call: { emit: (event: string, error: unknown) => void }): void =>
  call.emit("error", messages.failure(code.UNIMPLEMENTED, "The double has no such method."));
