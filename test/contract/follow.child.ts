// Follows the log from its beginning for a number of events and prints where its order is broken, or a digest of what it saw.
import { createHash } from "node:crypto";
import { eventsOf } from "./events.ts";
import { openFromArguments, printLine } from "./opened.ts";

const { log, rest } = await openFromArguments();
const digest = createHash("sha256");
let left = Number(rest[0]);
let before = 0;
printLine("following");
for await (const batch of log.follow(0n, new AbortController().signal)) {
  for (const { position, id } of eventsOf(batch)) {
    if (position <= before) printLine(`${position} came after ${before}`);
    digest.update(id);
    before = position;
  }
  left -= batch.count;
  if (left <= 0) break;
}
printLine(digest.digest("hex"));
await log.close();
