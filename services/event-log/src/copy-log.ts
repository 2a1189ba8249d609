import type { NewEvent, RecordedEvent } from "@karnameh/schema/event";
import { chained } from "./chain.ts";
import { type Compared, type CompareOptions, compareLogs, type Difference } from "./compare-logs.ts";
import { EventReader, type Read } from "./event-reader.ts";
import { type EventLog, LogError, type Position } from "./port.ts";

export type CopyLog = Omit<CompareOptions, "onProgress"> & {
  readonly from: EventLog;
  readonly to: EventLog;
  readonly onProgress: (so: CopyProgress) => void;
};

/**
 * COMPARING: what the target holds, with the source. COPYING. CHECKING: what was copied, read back. Of the first two
 * `done` and `total` are positions, of the last events.
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
  /** Where the two part: before anything was copied, or, read back, after it. */
  readonly difference: Difference | undefined;
  /** Told to stop: what was copied stays, and the next run goes on there. */
  readonly stopped: boolean;
};

const newEventOf = ({ position: _, knownOn: __, ...event }: RecordedEvent): NewEvent => event;

const doubled = (position: number): LogError =>
  new LogError(
    "CONFLICT",
    `The event at position ${position} is already in the target. Either the source holds it twice, or another program ` +
      "writes to the target: stop that one and copy into a new log.",
  );

/** Appends what was read, as history, and refuses to go on where the target had any of it. */
const append = async (to: EventLog, read: readonly Read[]): Promise<void> => {
  const before = await to.head();
  const { duplicates, positions } = await to.append(
    read.map(({ event }) => newEventOf(event)),
    { historical: true, inOrder: true },
  );
  if (duplicates === 0) return;
  const index = positions.findIndex((position) => position <= before);
  throw doubled(read[Math.max(0, index)]?.event.position ?? 0);
};

type Stretch = { readonly log: EventLog; readonly after: Position; readonly until: Position };

/** Chains a stretch on, doing something with each part of it first; ends early when told to stop. */
const follow = async (
  { log, after, until }: Stretch,
  chain: string,
  { batchSize, signal }: CopyLog,
  work: (read: readonly Read[]) => Promise<void> | void,
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

/** What the target already holds; a difference where that is not how the source begins. */
const compare = async (copy: CopyLog): Promise<Compared> => {
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

const copyRest = async (copy: CopyLog, common: Compared): Promise<CopiedLog> => {
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

/** What a comparison alone tells, in the words of a copy. */
const asFound = ({ events, chain, difference }: Compared): CopiedLog => ({
  alreadyThere: events,
  copied: 0,
  chain: { from: chain, to: chain },
  difference,
  stopped: false,
});

/**
 * Copies a log into another, in order, each event with the instant of its first recording, and reads the copy
 * back. A target that holds the beginning of the source is gone on with; one that holds anything else is left as
 * it is, and the difference told. Throws LogError, and what the signal gives as its reason while comparing.
 */
export const copyLog = async (copy: CopyLog): Promise<CopiedLog> => {
  const common = await compare(copy);
  const isBeginning = common.difference === undefined || common.difference.other === undefined;
  return isBeginning ? copyRest(copy, common) : asFound(common);
};

/** Compares without writing; a target that holds less than the source is a difference too. Throws LogError. */
export const compareOnly = async (copy: CopyLog): Promise<CopiedLog> => asFound(await compare(copy));
