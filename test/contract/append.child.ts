// Appends batches from an event on until it is killed, and tells of each once it is acknowledged.
import { events } from "./events.ts";
import { openFromArguments, tell } from "./opened.ts";

const { log, rest } = await openFromArguments();
const size = Number(rest[1]);
for (let from = Number(rest[0]); ; from += size) {
  await log.append(events(from, size));
  tell(String(from));
}
