import { type Expected, LogError } from "./port.ts";
import type { Prepared } from "./prepared.ts";

const holds = (expected: Expected, revision: number): boolean => {
  if (expected === "any") return true;
  if (expected === "none") return revision < 0;
  if (expected === "exists") return revision >= 0;
  return expected === BigInt(revision);
};

const describeState = (revision: number): string =>
  revision < 0 ? "has no events" : `is at revision ${revision}`;

const describeExpected = (expected: Expected): string => {
  if (expected === "none") return "a new stream";
  return expected === "exists" ? "an existing stream" : `revision ${expected}`;
};

/** The first expectation that the streams do not meet; a stream without events is at revision -1. */
export const violationOf = (
  { events, expected }: Prepared,
  revisionOf: (stream: string) => number,
): LogError | undefined => {
  for (const [name, wanted] of expected) {
    const revision = revisionOf(name);
    if (holds(wanted, revision)) continue;
    const index = events.findIndex(({ stream }) => stream === name);
    return new LogError(
      "WRONG_REVISION",
      `The stream ${name} ${describeState(revision)}, but the writer expected ${describeExpected(wanted)}; read it again and retry.`,
      index < 0 ? {} : { index },
    );
  }
  return undefined;
};
