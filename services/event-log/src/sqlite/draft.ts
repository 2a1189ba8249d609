import type { LogError, Position } from "../port.ts";
import type { Prepared } from "../prepared.ts";
import type { SqliteStreamState } from "./streams.ts";

/** An append inside a transaction: the state of the log after it. */
export type AppendDraft = {
  readonly prepared: Prepared;
  readonly streams: Map<string, SqliteStreamState>;
  /** An expectation that is not met; it matters only if the append has new events to record. */
  readonly violation: LogError | undefined;
  readonly positions: Position[];
  readonly now: string;
  head: number;
  /** The log's latest recordedAt. */
  latest: string;
  recorded: number;
};
