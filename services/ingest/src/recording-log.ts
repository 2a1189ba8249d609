import type { AppendedEvent } from "@karnameh/event-log/port";
import { type Appended, type EventLog, LogError } from "@karnameh/event-log/port";
import type { NewEvent } from "@karnameh/schema/event";

const decoded = (event: AppendedEvent): NewEvent => {
  if (!("body" in event)) return event;
  const { recordedAt } = event;
  return { ...JSON.parse(event.body), ...(recordedAt === undefined ? {} : { recordedAt }) };
};

/** A log for specs that keeps events in memory and rejects them as the port requires. */
export type RecordingLog = EventLog & {
  readonly events: readonly NewEvent[];
  /** Sizes of the appends that were recorded. */
  readonly appends: readonly number[];
};

const unused = (): never => {
  throw new Error("a recording log is not read");
};

export const recordingLog = (maxBytes = 100_000): RecordingLog => {
  const events: NewEvent[] = [];
  const appends: number[] = [];
  const known = new Map<string, string>();
  const check = (event: NewEvent, index: number, seen: Map<string, string>): boolean => {
    const [key, bytes] = [`${event.source} ${event.id}`, JSON.stringify(event)];
    const before = known.get(key) ?? seen.get(key);
    if (before !== undefined && before !== bytes)
      throw new LogError("CONFLICT", "other bytes, same id", { index });
    if (bytes.length > maxBytes) throw new LogError("TOO_LARGE", "the event is too large", { index });
    seen.set(key, bytes);
    return before === undefined;
  };
  const record = (encoded: readonly AppendedEvent[]): Appended => {
    const batch = encoded.map(decoded);
    const seen = new Map<string, string>();
    const added = batch.filter((event, index) => check(event, index, seen));
    for (const [key, bytes] of seen) known.set(key, bytes);
    events.push(...added);
    appends.push(batch.length);
    const head = BigInt(events.length);
    return {
      head,
      positions: added.map(() => head),
      recorded: added.length,
      duplicates: batch.length - added.length,
    };
  };
  return {
    events,
    appends,
    countsPositions: true,
    recordsOnce: true,
    append: (batch) => Promise.try(record, batch),
    read: unused,
    readRange: unused,
    follow: unused,
    head: async () => BigInt(events.length),
    identity: async () => "a log in memory",
    close: async () => undefined,
  };
};
