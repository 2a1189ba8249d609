// Appends batches from an event on until it is killed, and prints each one once it is acknowledged.
import { events } from "./events.ts";
import { openFromArguments, printLine } from "./opened.ts";

const { log, rest } = await openFromArguments();
const size = Number(rest[1]);
for (let from = Number(rest[0]); ; from += size) {
  await log.append(events(from, size));
  printLine(String(from));
}
