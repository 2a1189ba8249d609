import type { EncodedEvent } from "@karnameh/event-log/port";

/** Encoded events as columns; what repeats (producers, types) is named once. */
export type EventColumns = {
  readonly ids: readonly string[];
  readonly streams: readonly string[];
  readonly bodies: readonly string[];
  readonly recordedAts: readonly (string | undefined)[];
  readonly names: readonly string[];
  readonly sources: Uint32Array;
  readonly types: Uint32Array;
};

export const toColumns = (events: readonly EncodedEvent[]): EventColumns => {
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, numbers.size);
    return numbers.size - 1;
  };
  const sources = Uint32Array.from(events, ({ source }) => numberOf(source));
  const types = Uint32Array.from(events, ({ type }) => numberOf(type));
  return {
    ids: events.map(({ id }) => id),
    streams: events.map(({ stream }) => stream),
    bodies: events.map(({ body }) => body),
    recordedAts: events.map(({ recordedAt }) => recordedAt),
    names: [...numbers.keys()],
    sources,
    types,
  };
};

export const fromColumns = ({
  ids,
  streams,
  bodies,
  recordedAts,
  names,
  sources,
  types,
}: EventColumns): EncodedEvent[] =>
  ids.map((id, index) => {
    const recordedAt = recordedAts[index];
    return {
      id,
      source: names[sources[index] ?? 0] ?? "",
      type: names[types[index] ?? 0] ?? "",
      stream: streams[index] ?? "",
      body: bodies[index] ?? "",
      ...(recordedAt === undefined ? {} : { recordedAt }),
    };
  });
