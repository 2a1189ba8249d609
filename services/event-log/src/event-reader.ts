import type { RecordedEvent } from "@karnameh/schema/event";
import { canonicalEvent } from "./chain.ts";
import { type Batch, type EventLog, LogError, linesIn, type Position } from "./port.ts";

/** One event of a log, and its canonical JSON. */
export type Read = { readonly event: RecordedEvent; readonly canonical: string };

const parse = (line: string): RecordedEvent => {
  try {
    return JSON.parse(line);
  } catch (cause) {
    const message = "A line of the event log is not JSON; run `karnameh verify` to see where.";
    throw new LogError("DAMAGED", message, { cause });
  }
};

/** The events of a batch in the order of the log. */
const inOrder = ({ texts }: Batch): Read[] => {
  const events = [...texts.values()].flatMap(linesIn).map(parse);
  events.sort((one, other) => one.position - other.position);
  return events.map((event) => ({ event, canonical: canonicalEvent(event) }));
};

/** Reads a stretch of a log event by event, and no more than a batch or two ahead. */
export class EventReader {
  readonly #batches: AsyncIterator<Batch>;
  #events: readonly Read[] = [];
  #taken = 0;

  constructor(log: EventLog, after: Position, until: Position, limit: number) {
    this.#batches = log.stretch(after, until, limit)[Symbol.asyncIterator]();
  }

  /** True where `take` has an event to give; reads on where it has to. */
  async hasNext(): Promise<boolean> {
    while (this.#taken === this.#events.length) {
      const next = await this.#batches.next();
      if (next.done === true) return false;
      this.#events = inOrder(next.value);
      this.#taken = 0;
    }
    return true;
  }

  /** How many events can be taken before `hasNext` has to be asked again. */
  get atHand(): number {
    return this.#events.length - this.#taken;
  }

  /** The next events, as many as are at hand. */
  take(count: number): readonly Read[] {
    const taken = this.#events.slice(this.#taken, this.#taken + count);
    this.#taken += taken.length;
    return taken;
  }

  async close(): Promise<void> {
    await this.#batches.return?.();
  }
}
