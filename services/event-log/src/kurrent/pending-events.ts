import { MAX_KURRENT_REQUEST_BYTES } from "../limits.ts";
import type { AppendedEvent } from "../port.ts";

/** An event that is not recorded yet; `index` is its place in the append. */
export type PendingEvent = {
  readonly index: number;
  readonly event: AppendedEvent;
  /** Source and id, as `keyOf` writes them. */
  readonly key: string;
  /** Its JSON. */
  readonly body: string;
};

/** Bytes of an event in a request, apart from its data and type. */
const OVERHEAD_BYTES = 200;

const sizeOf = ({ body, event }: PendingEvent): number =>
  Buffer.byteLength(body) + 2 * event.type.length + OVERHEAD_BYTES;

/**
 * Splits events into groups of which none is too large for one request. The server records a group stream by stream.
 * So a stream does not come back within a group where that would make the times of recording run backwards, or
 * where the order of the events is to be kept.
 */
export function* groupsOf(
  events: Iterable<PendingEvent>,
  inOrder: boolean,
): Generator<readonly PendingEvent[]> {
  let [group, size]: [PendingEvent[], number] = [[], 0];
  const streams = new Set<string>();
  for (const one of events) {
    const isFull = size + sizeOf(one) > MAX_KURRENT_REQUEST_BYTES;
    const { stream, recordedAt } = one.event;
    const comesBack = streams.has(stream) && group.at(-1)?.event.stream !== stream;
    const isLater = group[0]?.event.recordedAt !== recordedAt;
    if (group.length > 0 && (isFull || (comesBack && (inOrder || isLater)))) {
      yield group;
      [group, size] = [[], 0];
      streams.clear();
    }
    streams.add(stream);
    group.push(one);
    size += sizeOf(one);
  }
  if (group.length > 0) yield group;
}
