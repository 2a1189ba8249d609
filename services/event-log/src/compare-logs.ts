import { chained, NO_EVENTS } from "./chain.ts";
import { EventReader } from "./event-reader.ts";
import type { EventLog, Position } from "./port.ts";

/** The first place where two logs differ: the number of the event, from 1, and the event of each log there. */
export type Difference = {
  readonly number: number;
  /** Undefined if the log has ended. */
  readonly one: EventSummary | undefined;
  readonly other: EventSummary | undefined;
};

/** The parts of an event that a message may contain. */
export type EventSummary = { readonly position: Position; readonly id: string; readonly type: string };

/** What two logs have in common from their first event on, and where that ends. */
export type LogComparison = {
  readonly events: number;
  /** The chain over the common events. */
  readonly chain: string;
  /** The position of the last common event in each log. */
  readonly one: Position;
  readonly other: Position;
  readonly difference: Difference | undefined;
};

export type CompareOptions = {
  readonly batchSize: number;
  readonly signal: AbortSignal;
  /** Called with the position up to which the other log was compared. */
  readonly onProgress?: (position: Position) => void;
};

class Comparison {
  readonly #readers: readonly [EventReader, EventReader];
  readonly #options: CompareOptions;
  #events = 0;
  #chain = NO_EVENTS;
  #one: Position = 0n;
  #other: Position = 0n;

  constructor(readers: readonly [EventReader, EventReader], options: CompareOptions) {
    this.#readers = readers;
    this.#options = options;
  }

  async run(): Promise<LogComparison> {
    const [one, other] = this.#readers;
    for (;;) {
      this.#options.signal.throwIfAborted();
      const [hasOne, hasOther] = [await one.hasNext(), await other.hasNext()];
      if (!hasOne && !hasOther) return this.#ended(undefined);
      const count = Math.max(1, Math.min(one.available, other.available));
      const difference = this.#step(count);
      if (difference !== undefined) return this.#ended(difference);
      this.#options.onProgress?.(this.#other);
    }
  }

  #step(count: number): Difference | undefined {
    const [ones, others] = this.#readers.map((reader) => reader.take(count));
    for (let index = 0; index < count; index += 1) {
      const [one, other] = [ones?.[index], others?.[index]];
      if (one === undefined || other === undefined || one.canonical !== other.canonical)
        return { number: this.#events + 1, one: summaryOf(one?.event), other: summaryOf(other?.event) };
      this.#events += 1;
      this.#chain = chained(this.#chain, one.canonical);
      this.#one = BigInt(one.event.position);
      this.#other = BigInt(other.event.position);
    }
    return undefined;
  }

  #ended(difference: Difference | undefined): LogComparison {
    const [events, chain, one, other] = [this.#events, this.#chain, this.#one, this.#other];
    return { events, chain, one, other, difference };
  }
}

const summaryOf = (
  event: { readonly position: number; readonly id: string; readonly type: string } | undefined,
): EventSummary | undefined => event && { position: BigInt(event.position), id: event.id, type: event.type };

/** Reads two logs in parallel, each from its first event, until they differ or both end. Throws LogError. */
export const compareLogs = async (
  one: EventLog,
  other: EventLog,
  options: CompareOptions,
): Promise<LogComparison> => {
  const [oneHead, otherHead] = [await one.head(), await other.head()];
  const readers = [
    new EventReader(one, 0n, oneHead, options.batchSize),
    new EventReader(other, 0n, otherHead, options.batchSize),
  ] as const;
  try {
    return await new Comparison(readers, options).run();
  } finally {
    await Promise.all(readers.map((reader) => reader.close()));
  }
};
