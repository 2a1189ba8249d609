import type { NewEvent, RecordedEvent } from "@karnameh/schema/event";
import { chained } from "./chain.ts";
import { type CompareOptions, compareLogs, type Difference, type LogComparison } from "./compare-logs.ts";
import { EventReader, type ReadEvent } from "./event-reader.ts";
import { type EventLog, LogError, type Position } from "./port.ts";

export type CopyLog = Omit<CompareOptions, "onProgress"> & {
  readonly from: EventLog;
  readonly to: EventLog;
  readonly onProgress: (progress: CopyProgress) => void;
};

/**
 * COMPARING: the events of the target with those of the source. COPYING. CHECKING: the copied events, read again. In
 * the first two phases `done` and `total` are positions, in the last one numbers of events.
 */
export type CopyProgress = {
  readonly phase: "COMPARING" | "COPYING" | "CHECKING";
  readonly done: number;
  readonly total: number;
};

export type CopiedLog = {
  /** Events that the target held before, and events that this run added. */
  readonly alreadyThere: number;
  readonly copied: number;
  /** The chain over all of these, computed over each log as it was read. */
  readonly chain: { readonly from: string; readonly to: string };
  /** Where the two differ: before anything was copied, or after it. */
  readonly difference: Difference | undefined;
  /** Stopped by the signal: what was copied stays, and the next run continues there. */
  readonly stopped: boolean;
};

const newEventOf = ({ position: _, knownOn: __, ...event }: RecordedEvent): NewEvent => event;

const alreadyThere = (position: number): LogError =>
  new LogError(
    "CONFLICT",
    `The event at position ${position} is already in the target. Either the source contains it twice, or another program ` +
      "writes to the target: stop that program and copy into a new log.",
  );

/** Appends events as history. Throws LogError if the target already has one of them. */
const append = async (to: EventLog, read: readonly ReadEvent[]): Promise<void> => {
  const before = await to.head();
  const { duplicates, positions } = await to.append(
    read.map(({ event }) => newEventOf(event)),
    { historical: true, inOrder: true },
  );
  if (duplicates === 0) return;
  const index = positions.findIndex((position) => position <= before);
  throw alreadyThere(read[Math.max(0, index)]?.event.position ?? 0);
};

type Range = { readonly log: EventLog; readonly after: Position; readonly until: Position };

/** Continues a chain over a range, after `work` on each part of it; ends early when the signal aborts. */
const follow = async (
  { log, after, until }: Range,
  chain: string,
  { batchSize, signal }: CopyLog,
  work: (read: readonly ReadEvent[]) => Promise<void> | void,
): Promise<string> => {
  const reader = new EventReader(log, after, until, batchSize);
  let reached = chain;
  try {
    while (!signal.aborted && (await reader.hasNext())) {
      const read = reader.take(batchSize);
      await work(read);
      for (const { canonical } of read) reached = chained(reached, canonical);
    }
    return reached;
  } finally {
    await reader.close();
  }
};

/** Compares the target with the beginning of the source. */
const compare = async (copy: CopyLog): Promise<LogComparison> => {
  const { from, to, batchSize, signal, onProgress } = copy;
  const total = Number(await to.head());
  return compareLogs(from, to, {
    batchSize,
    signal,
    onProgress: (position) => {
      const done = Number(position);
      onProgress({ phase: "COMPARING", done, total: Math.max(done, total) });
    },
  });
};

const copyRest = async (copy: CopyLog, common: LogComparison): Promise<CopiedLog> => {
  const { from, to, onProgress, signal } = copy;
  const [until, begin] = [await from.head(), await to.head()];
  const total = Number(until);
  let copied = 0;
  const first = { log: from, after: common.one, until };
  const ofFrom = await follow(first, common.chain, copy, async (read) => {
    await append(to, read);
    copied += read.length;
    onProgress({ phase: "COPYING", done: read.at(-1)?.event.position ?? total, total });
  });
  let checked = 0;
  const second = { log: to, after: begin, until: await to.head() };
  const ofTo = await follow(second, common.chain, copy, (read) => {
    checked += read.length;
    onProgress({ phase: "CHECKING", done: checked, total: copied });
  });
  const chain = { from: ofFrom, to: ofTo };
  const counts = { alreadyThere: common.events, copied, chain };
  if (signal.aborted) return { ...counts, difference: undefined, stopped: true };
  const difference = ofFrom === ofTo ? undefined : (await compare(copy)).difference;
  return { ...counts, difference, stopped: false };
};

/** A comparison alone, as the result of a copy. */
const withoutCopy = ({ events, chain, difference }: LogComparison): CopiedLog => ({
  alreadyThere: events,
  copied: 0,
  chain: { from: chain, to: chain },
  difference,
  stopped: false,
});

/**
 * Copies a log into another, in order, each event with the instant of its first recording, and verifies the copy. If
 * the target holds the beginning of the source, copying continues there; if it holds anything else, nothing is copied
 * and the difference is returned. Throws LogError, and the reason of the signal while comparing.
 */
export const copyLog = async (copy: CopyLog): Promise<CopiedLog> => {
  const common = await compare(copy);
  const isBeginning = common.difference === undefined || common.difference.other === undefined;
  return isBeginning ? copyRest(copy, common) : withoutCopy(common);
};

/** Compares without writing; a target with fewer events than the source is a difference too. Throws LogError. */
export const compareOnly = async (copy: CopyLog): Promise<CopiedLog> => withoutCopy(await compare(copy));
