import type { EventLog } from "@karnameh/event-log/port";

/** One log under test, as the contract needs it. */
export type Engine = {
  /** Opens the log, again and again if need be; what was recorded before is there. */
  readonly open: (options?: { readonly clock?: () => number }) => Promise<EventLog>;
  /** The URL of a module that exports `openTarget(target)`, so that other processes open the same log. */
  readonly opener: string;
  readonly target: string;
  readonly dispose: () => Promise<void>;
};

/** An engine with a new, empty log. */
export type NewEngine = () => Promise<Engine>;
