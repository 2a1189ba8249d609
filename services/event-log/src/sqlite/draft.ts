import type { Expected, Position } from "../port.ts";
import { LogError } from "../port.ts";
import type { Prepared } from "./prepared.ts";
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

const holds = (expected: Expected, revision: number): boolean => {
  if (expected === "any") return true;
  if (expected === "none") return revision < 0;
  if (expected === "exists") return revision >= 0;
  return expected === BigInt(revision);
};

const standOf = (revision: number): string => (revision < 0 ? "has no event" : `is at revision ${revision}`);

const wishOf = (expected: Expected): string => {
  if (expected === "none") return "a new stream";
  return expected === "exists" ? "an existing stream" : `revision ${expected}`;
};

/** The first expectation that the streams do not meet. */
export const violationOf = (
  { events, expected }: Prepared,
  streams: ReadonlyMap<string, StreamState>,
): LogError | undefined => {
  for (const [name, wanted] of expected) {
    const revision = streams.get(name)?.revision ?? -1;
    if (holds(wanted, revision)) continue;
    const index = events.findIndex(({ stream }) => stream === name);
    return new LogError(
      "WRONG_REVISION",
      `The stream ${name} ${standOf(revision)}, but the writer expected ${wishOf(wanted)}; read it again and retry.`,
      index < 0 ? {} : { index },
    );
  }
  return undefined;
};
