// Waits for the log's first event, so that all start together; then appends to one stream, which another
// process writes too, each time at an exact revision, and prints which.
import { LogError } from "@karnameh/event-log/port";
import { event } from "./events.ts";
import { openFromArguments, printLine } from "./opened.ts";

const { log, rest } = await openFromArguments();
const from = Number(rest[0]);
const count = Number(rest[1]);
printLine("ready");
await log.follow(0n, new AbortController().signal)[Symbol.asyncIterator]().next();
let revision = -1;
for (let n = from; n < from + count; ) {
  const expected = new Map([["race-1", revision < 0 ? ("none" as const) : BigInt(revision)]]);
  try {
    await log.append([event(n, { stream: "race-1" })], { expected });
    n += 1;
    printLine(String(revision + 1));
  } catch (error) {
    if (!(error instanceof LogError) || error.code !== "WRONG_REVISION") throw error;
  }
  revision += 1;
}
await log.close();
