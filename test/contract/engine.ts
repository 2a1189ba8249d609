import type { EventLog } from "@karnameh/event-log/port";

/** One log under test, as the contract needs it. */
export type Engine = {
  /** Opens the log, as often as needed; it holds what was recorded before. */
  readonly open: (options?: { readonly clock?: () => number }) => Promise<EventLog>;
  /** The URL of a module that exports `openTarget(target)`, so that other processes open the same log. */
  readonly opener: string;
  readonly target: string;
  readonly dispose: () => Promise<void>;
  /** Breaks every connection to the log, if it is reached by connections. */
  readonly disconnect?: () => Promise<void>;
};

/** An engine with a new, empty log. */
export type NewEngine = () => Promise<Engine>;

/** How engines differ, so that one contract can state what each promises. */
export type Promises = {
  /** The same source and id is recorded only once; else once in its stream's last thousand events. */
  readonly recordsOnce: boolean;
  /** Positions are 1, 2, 3 …, and an append returns that of each event; else they only rise. */
  readonly countsPositions: boolean;
  /** `recordedAt` comes from the clock that the log was opened with, and never falls; else from the server's. */
  readonly takesClock: boolean;
  /** An append lies in the log in the order in which it was given; else in that order for each stream. */
  readonly keepsOrder: boolean;
  /** So many events of an append are recorded all or not at all; a multiple of four. */
  readonly atomicEvents: number;
  /** How often a writer is killed: starting one takes time. */
  readonly kills: number;
  /** How many events each of two racing writers records. */
  readonly raced: number;
  /** Whether a hundred megabytes are recorded past a reader that is stuck: that takes time too. */
  readonly flooded: boolean;
  /** The largest event that it takes, bytes of JSON. */
  readonly largestEvent: number;
};
