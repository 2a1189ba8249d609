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
 * None too large. Within a part the order is that of the streams, so none comes back in it where that would make
 * the times of recording run backwards, or where the order of the events is to be kept.
 */
export function* partsOf(fresh: Iterable<Fresh>, inOrder: boolean): Generator<readonly Fresh[]> {
  let [part, size]: [Fresh[], number] = [[], 0];
  const streams = new Set<string>();
  for (const one of fresh) {
    const isFull = size + sizeOf(one) > MAX_PART_BYTES;
    const { stream, recordedAt } = one.event;
    const comesBack = streams.has(stream) && part.at(-1)?.event.stream !== stream;
    const isLater = part[0]?.event.recordedAt !== recordedAt;
    if (part.length > 0 && (isFull || (comesBack && (inOrder || isLater)))) {
      yield part;
      [part, size] = [[], 0];
      streams.clear();
    }
    streams.add(stream);
    part.push(one);
    size += sizeOf(one);
  }
  if (part.length > 0) yield part;
}
