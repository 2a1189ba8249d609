import type { EventLog } from "@karnameh/event-log/port";

/** One log under test, as the contract needs it. */
export type Engine = {
  /** Opens the log, again and again if need be; what was recorded before is there. */
  readonly open: (options?: { readonly clock?: () => number }) => Promise<EventLog>;
  /** The URL of a module that exports `openTarget(target)`, so that other processes open the same log. */
  readonly opener: string;
  readonly target: string;
  readonly dispose: () => Promise<void>;
  /** Loses every connection to the log, where it is reached by any. */
  readonly disconnect?: () => Promise<void>;
};

/** An engine with a new, empty log. */
export type NewEngine = () => Promise<Engine>;

/** In what engines differ, so that one text can say of each what it promises. */
export type Promises = {
  /** The same source and id is recorded once for ever; else once in its stream's last thousand events. */
  readonly recordsOnce: boolean;
  /** Positions are 1, 2, 3 …, and an append tells each event's own; else they only rise. */
  readonly countsPositions: boolean;
  /** `recordedAt` comes from the clock that the log was opened with, and never falls; else from the server's. */
  readonly takesClock: boolean;
  /** An append lies in the log in the order in which it was given; else in that order for each stream. */
  readonly keepsOrder: boolean;
  /** So many events of an append are surely whole or absent; a multiple of four. */
  readonly atomicEvents: number;
  /** How often a writer is killed: starting one takes its time. */
  readonly kills: number;
  /** How many events each of two racing writers records. */
  readonly raced: number;
  /** Whether a hundred megabytes are recorded past a reader that is stuck: that takes its time too. */
  readonly flooded: boolean;
  /** The largest event that it takes, bytes of JSON. */
  readonly largestEvent: number;
};
