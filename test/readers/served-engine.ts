import type { EventLog } from "@karnameh/event-log/port";

/** A log of one engine, as a command line names it. */
export type ServedLog = {
  /** The arguments that every command over this log is given, `--data FOLDER` and the like. */
  readonly args: readonly string[];
  /** Opens it to write to it in this process. */
  readonly open: () => Promise<EventLog>;
  readonly dispose: () => Promise<void>;
};

/** An engine with a new, empty log; `home` is a folder of the test's own. */
export type ServedEngine = (home: string) => Promise<ServedLog>;
