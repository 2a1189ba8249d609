import type { RecordedEvent } from "@karnameh/schema/event";
import { canonicalEvent } from "./chain.ts";
import { type EventBatch, type EventLog, LogError, linesIn, type Position } from "./port.ts";

/** One event of a log, and its canonical JSON. */
export type ReadEvent = { readonly event: RecordedEvent; readonly canonical: string };

const parse = (line: string): RecordedEvent => {
  try {
    return JSON.parse(line);
  } catch (cause) {
    const message = "A line of the event log is not JSON; run `karnameh verify` to see where.";
    throw new LogError("DAMAGED", message, { cause });
  }
};

/** The events of a batch in the order of the log. */
const inOrder = ({ texts }: EventBatch): ReadEvent[] => {
  const events = [...texts.values()].flatMap(linesIn).map(parse);
  events.sort((one, other) => one.position - other.position);
  return events.map((event) => ({ event, canonical: canonicalEvent(event) }));
};

/** Reads a range of a log event by event, at most two batches ahead. */
export class EventReader {
  readonly #batches: AsyncIterator<EventBatch>;
  #events: readonly ReadEvent[] = [];
  #taken = 0;

  constructor(log: EventLog, after: Position, until: Position, limit: number) {
    this.#batches = log.readRange(after, until, limit)[Symbol.asyncIterator]();
  }

  /** Whether `take` has another event; reads the next batch if necessary. */
  async hasNext(): Promise<boolean> {
    while (this.#taken === this.#events.length) {
      const next = await this.#batches.next();
      if (next.done === true) return false;
      this.#events = inOrder(next.value);
      this.#taken = 0;
    }
    return true;
  }

  /** How many events can be taken before `hasNext` has to be called again. */
  get available(): number {
    return this.#events.length - this.#taken;
  }

  /** The next events, at most as many as are available. */
  take(count: number): readonly ReadEvent[] {
    const taken = this.#events.slice(this.#taken, this.#taken + count);
    this.#taken += taken.length;
    return taken;
  }

  async close(): Promise<void> {
    await this.#batches.return?.();
  }
}
