import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { openSqliteLog } from "@karnameh/event-log/sqlite/log";
import { readCloudEvent } from "@karnameh/schema/cloud-event";
import type { NewEvent } from "@karnameh/schema/event";
import { wallMs } from "./clock.ts";
import { work } from "./work.ts";

export type AppendInput = {
  readonly log: string;
  readonly file: string;
  readonly seconds: number;
  readonly perSecond: number;
  readonly everyMs: number;
};

/** An append that the log acknowledged: its last position and when, ms since 1970. */
export type Acknowledged = { readonly position: number; readonly at: number; readonly took: number };

/** The simulated events without their own time of recording: they become known as they arrive. */
const readEvents = (file: string, count: number): NewEvent[] =>
  readFileSync(file, "utf8")
    .split("\n", count)
    .map((line) => {
      const read = readCloudEvent(JSON.parse(line), { historical: true });
      if (!read.ok) throw new Error(`the simulator wrote an invalid event: ${read.message}`);
      const { recordedAt: _, ...event } = read.event;
      return event;
    });

/** Appends small batches at an even pace, as other programs would. */
work<AppendInput>(async ({ log: logFile, file, seconds, perSecond, everyMs }) => {
  const log = await openSqliteLog({ file: logFile });
  const size = Math.round((perSecond * everyMs) / 1000);
  const appends = Math.round((seconds * 1000) / everyMs);
  const events = readEvents(file, size * appends);
  const acknowledged: Acknowledged[] = [];
  const began = performance.now();
  for (let number = 0; number < appends; number++) {
    await sleep(Math.max(0, began + number * everyMs - performance.now()));
    const sent = performance.now();
    const { positions } = await log.append(events.slice(number * size, (number + 1) * size));
    acknowledged.push({ position: Number(positions.at(-1)), at: wallMs(), took: performance.now() - sent });
  }
  const took = (performance.now() - began) / 1000;
  await log.close();
  return { acknowledged, events: size * appends, seconds: took };
});
