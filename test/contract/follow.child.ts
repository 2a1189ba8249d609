// Follows the log from its beginning up to a head and tells the first hole, or a digest of what it saw.
import { createHash } from "node:crypto";
import { eventsOf } from "./events.ts";
import { openFromArguments, tell } from "./opened.ts";

const { log, rest } = await openFromArguments();
const head = BigInt(rest[0] ?? 0);
const digest = createHash("sha256");
let expected = 1;
tell("following");
for await (const batch of log.follow(0n, new AbortController().signal)) {
  for (const { position, id } of eventsOf(batch)) {
    if (position !== expected) tell(`${position} came where ${expected} was due`);
    digest.update(id);
    expected += 1;
  }
  if (batch.last >= head) break;
}
tell(digest.digest("hex"));
await log.close();
