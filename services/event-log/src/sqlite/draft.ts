import type { LogError, Position } from "../port.ts";
import type { Prepared } from "../prepared.ts";
import type { StreamState } from "./streams.ts";

/** An append under way inside a transaction: what the log would look like after it. */
export type Draft = {
  readonly prepared: Prepared;
  readonly streams: Map<string, StreamState>;
  /** What the writer expected and did not find; it counts only if the append has anything new to record. */
  readonly violation: LogError | undefined;
  readonly positions: Position[];
  readonly now: string;
  head: number;
  /** The log's latest recordedAt. */
  latest: string;
  recorded: number;
};
