/** An event as the double keeps it. Positions are like those of a server: they rise, with gaps. */
export type Kept = {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  /** Milliseconds since 1970. */
  readonly created: number;
};

export type Proposed = Pick<Kept, "id" | "type" | "contentType" | "data" | "metadata">;

/** -1: no stream; -2: any; -4: the stream exists; else the last revision. As in the second protocol. */
export type ExpectedRevision = bigint;

export type Write = {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly Proposed[];
};

export type Outcome =
  | { readonly kind: "written"; readonly position: bigint; readonly revisions: readonly bigint[] }
  | { readonly kind: "wrong-version"; readonly write: Write; readonly current: bigint }
  | { readonly kind: "too-large"; readonly limit: number };

export const ANY: ExpectedRevision = -2n;
export const NO_STREAM: ExpectedRevision = -1n;
export const EXISTS: ExpectedRevision = -4n;

const RECORD_OVERHEAD = 97;

const sizeOf = ({ data, metadata, type }: Proposed): number =>
  data.length + metadata.length + 2 * type.length;

type Check = "ok" | "idempotent" | "wrong";

/** The log of the double: one list, and the events of each stream. */
export class Store {
  readonly events: Kept[] = [];
  readonly #streams = new Map<string, Kept[]>();
  readonly #listeners = new Set<() => void>();
  readonly #maxAppendBytes: number;
  readonly #clock: () => number;
  #end = 0n;

  constructor(maxAppendBytes: number, clock: () => number) {
    this.#maxAppendBytes = maxAppendBytes;
    this.#clock = clock;
    const nothing = { contentType: "application/json", data: Buffer.from("{}"), metadata: Buffer.alloc(0) };
    this.#keep("$settings", { id: "00000000-0000-4000-8000-000000000000", type: "$metadata", ...nothing });
  }

  stream(name: string): readonly Kept[] {
    return this.#streams.get(name) ?? [];
  }

  /** All or nothing, as assumption 3 states. */
  append(writes: readonly Write[]): Outcome {
    const size = writes.reduce(
      (sum, { events }) => sum + events.reduce((all, one) => all + sizeOf(one), 0),
      0,
    );
    if (size > this.#maxAppendBytes) return { kind: "too-large", limit: this.#maxAppendBytes };
    const checks = writes.map((write) => this.#check(write));
    const isRepeated = checks.every((check) => check === "idempotent");
    const wrong = isRepeated ? -1 : checks.findIndex((check) => check !== "ok");
    const write = writes[wrong];
    if (write !== undefined)
      return { kind: "wrong-version", write, current: BigInt(this.stream(write.stream).length - 1) };
    if (!isRepeated)
      for (const { stream, events } of writes) for (const one of events) this.#keep(stream, one);
    const lasts = writes.map(({ stream, events }) => this.#lastOf(stream, events));
    const [{ position }] = lasts.toSorted((one, other) => Number(other.position - one.position)) as [Kept];
    for (const listener of [...this.#listeners]) listener();
    return { kind: "written", position, revisions: lasts.map(({ revision }) => revision) };
  }

  /** Calls back after each append until the returned function is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #lastOf(stream: string, events: readonly Proposed[]): Kept {
    const last = this.stream(stream).findLast(({ id }) => id === events.at(-1)?.id) ?? this.events.at(-1);
    if (last === undefined) throw new Error("an append without events");
    return last;
  }

  #check({ stream, expected, events }: Write): Check {
    const kept = this.stream(stream);
    const current = BigInt(kept.length - 1);
    if (expected === ANY || expected === EXISTS) {
      if (expected === EXISTS && current < 0n) return "wrong";
      const known = events.filter(({ id }) => kept.some((one) => one.id === id)).length;
      if (known === 0 || events.length === 0) return "ok";
      return known === events.length ? "idempotent" : "wrong";
    }
    if (expected === current) return "ok";
    if (expected > current) return "wrong";
    const isSame = events.every(({ id }, index) => kept[Number(expected) + 1 + index]?.id === id);
    return isSame ? "idempotent" : "wrong";
  }

  #keep(stream: string, proposed: Proposed): void {
    const kept = this.#streams.get(stream) ?? [];
    const event = {
      ...proposed,
      stream,
      revision: BigInt(kept.length),
      position: this.#end,
      created: this.#clock(),
    };
    this.#streams.set(stream, kept);
    kept.push(event);
    this.events.push(event);
    this.#end += BigInt(sizeOf(proposed) + stream.length * 2 + RECORD_OVERHEAD);
  }
}
