import { tehranDay } from "@karnameh/schema/calendar";
import type { AppendedEvent } from "../port.ts";

/** An event still to be recorded; `index` is its place in the append. */
export type Fresh = {
  readonly index: number;
  readonly event: AppendedEvent;
  readonly key: string;
  readonly body: string;
};

/**
 * EventStoreDB up to 25.0 takes 1 MiB an append. The server counts data, metadata and type; what it may count
 * beside those is left room for.
 */
const MAX_PART_BYTES = 1_000_000;
const OVERHEAD_BYTES = 200;

const sizeOf = ({ body, event }: Fresh): number =>
  Buffer.byteLength(body) + 2 * event.type.length + OVERHEAD_BYTES;

/**
 * One part for each day of knowledge, because within a part the order is that of the streams; none too large. To
 * keep the order of the events, no stream comes back in a part.
 */
export function* partsOf(fresh: Iterable<Fresh>, inOrder: boolean): Generator<readonly Fresh[]> {
  let [part, size, day]: [Fresh[], number, string] = [[], 0, ""];
  const streams = new Set<string>();
  for (const one of fresh) {
    const { recordedAt } = one.event;
    const knownOn = recordedAt === undefined ? "" : tehranDay(recordedAt);
    const isFull = size + sizeOf(one) > MAX_PART_BYTES;
    const { stream } = one.event;
    const comesBack = inOrder && streams.has(stream) && part.at(-1)?.event.stream !== stream;
    if (part.length > 0 && (isFull || knownOn !== day || comesBack)) {
      yield part;
      [part, size] = [[], 0];
      streams.clear();
    }
    streams.add(stream);
    part.push(one);
    size += sizeOf(one);
    day = knownOn;
  }
  if (part.length > 0) yield part;
}
