import type { Appended, Position } from "../port.ts";
import type { Prepared } from "../prepared.ts";
import type { PendingEvent } from "./pending-events.ts";
import { type KurrentStreamState, keyOf } from "./streams.ts";

const later = (one: Position | undefined, other: Position | undefined): Position | undefined =>
  one === undefined || (other !== undefined && other > one) ? other : one;

/**
 * What is known of one append while it is attempted, possibly several times. An event is `sent` from when it goes to
 * the server until the server says that it did not record it; in between it may be recorded.
 */
export class AppendAttempt {
  readonly prepared: Prepared;
  /** Sent events by source and id. */
  readonly #sent = new Set<string>();
  /** By place in the append. */
  readonly #positions: (Position | undefined)[] = [];

  constructor(prepared: Prepared) {
    this.prepared = prepared;
  }

  /** The streams of the events and of the expectations. */
  get streams(): ReadonlySet<string> {
    return new Set([...this.prepared.expected.keys(), ...this.prepared.events.map(({ stream }) => stream)]);
  }

  noteSent(events: readonly PendingEvent[]): void {
    for (const { key } of events) this.#sent.add(key);
  }

  noteNotRecorded(events: readonly PendingEvent[]): void {
    for (const { key } of events) this.#sent.delete(key);
  }

  noteRecorded(events: readonly PendingEvent[], position: Position): void {
    for (const { index } of events) this.#positions[index] = position;
  }

  /** The revision of a stream without the events that this append itself recorded in it. */
  revisionBefore(state: KurrentStreamState | undefined): number {
    if (state === undefined) return -1;
    if (this.#sent.size === 0) return state.revision;
    return state.revision - [...state.digests.keys()].filter((key) => this.#sent.has(key)).length;
  }

  /** The last position at which something was recorded, if any was. */
  get last(): Position | undefined {
    return this.#positions.reduce<Position | undefined>((last, one) => later(last, one), undefined);
  }

  /** The result once every event is recorded; `head` stands for positions that are not known. */
  result(head: Position): Appended {
    const { events } = this.prepared;
    const keys = new Set(events.map(({ source, id }) => keyOf(source, id)));
    const recorded = keys.intersection(this.#sent).size;
    const positions = events.map((_, index) => this.#positions[index] ?? head);
    return { head, positions, recorded, duplicates: positions.length - recorded };
  }
}
