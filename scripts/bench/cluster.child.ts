import { once } from "node:events";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { Worker } from "node:worker_threads";
import { openKurrentLog } from "@karnameh/event-log/kurrent/log";
import type { EventLog } from "@karnameh/event-log/port";
import { readCloudEvent } from "@karnameh/schema/cloud-event";
import type { NewEvent } from "@karnameh/schema/event";
import { excludeSystemEvents, KurrentDBClient, START } from "@kurrent/kurrentdb-client";
import { BenchError } from "./bench-error.ts";
import { work } from "./work.ts";

export type ClusterInput = {
  readonly file: string;
  readonly events: number;
  readonly times: number;
  /** An empty cluster; else the double of one. */
  readonly address?: string;
};

/** Seconds that each way took, each time. */
export type ClusterResult = {
  readonly seconds: Readonly<Record<"bareRead" | "read" | "bareFollow" | "follow", readonly number[]>>;
};

const APPENDED = 5_000;
const BATCH = 20_000;

/** The double, in a thread of its own: it is no part of what is measured, and still takes one of the processors. */
const startDouble = async (): Promise<string> => {
  const worker = new Worker(new URL("../../test/kurrentdb-double/double.child.ts", import.meta.url));
  worker.unref();
  worker.postMessage({});
  const [port] = await once(worker, "message");
  return `kurrentdb://localhost:${port}?tls=false&discoveryInterval=5`;
};

const fill = async (log: EventLog, file: string, events: number): Promise<void> => {
  let batch: NewEvent[] = [];
  let taken = 0;
  for await (const line of createInterface(createReadStream(file))) {
    const read = readCloudEvent(JSON.parse(line), { historical: true });
    if (!read.ok) throw new Error(`the simulator wrote an invalid event: ${read.message}`);
    batch.push(read.event);
    taken += 1;
    if (batch.length < APPENDED && taken < events) continue;
    await log.append(batch, { historical: true });
    batch = [];
    if (taken === events) return;
  }
};

const timed = async (events: number, counts: AsyncIterable<number>): Promise<number> => {
  const began = performance.now();
  let seen = 0;
  for await (const count of counts) {
    seen += count;
    if (seen >= events) break;
  }
  if (seen !== events) throw new Error(`${seen} of ${events} events were read`);
  return (performance.now() - began) / 1000;
};

async function* each(resolved: AsyncIterable<unknown>): AsyncGenerator<number> {
  for await (const _ of resolved) yield 1;
}

async function* batches(read: AsyncIterable<{ readonly count: number }>): AsyncGenerator<number> {
  for await (const { count } of read) yield count;
}

/** Reads and follows the same events by the client alone and by the log, in turn. */
work<ClusterInput>(async ({ file, events, times, ...given }, { progress }): Promise<ClusterResult> => {
  const address = given.address ?? (await startDouble());
  const log = await openKurrentLog({ address });
  if ((await log.head()) > 0n)
    throw new BenchError(
      "This cluster already contains events. Give an empty one, because the bench fills it.",
    );
  await fill(log, file, events);
  const head = await log.head();
  const client = KurrentDBClient.connectionString(address);
  const seconds = { bareRead: [0], read: [0], bareFollow: [0], follow: [0] };
  // The event that names the log is read too, by the client alone.
  const options = { fromPosition: START as typeof START, filter: excludeSystemEvents() };
  for (let time = 0; time <= times; time += 1) {
    const stopping = new AbortController();
    seconds.bareRead[time] = await timed(events + 1, each(client.readAll(options)));
    seconds.read[time] = await timed(events, batches(log.readRange(0n, head, BATCH)));
    seconds.bareFollow[time] = await timed(events + 1, each(client.subscribeToAll(options)));
    seconds.follow[time] = await timed(events, batches(log.follow(0n, stopping.signal, BATCH)));
    stopping.abort();
    progress("reading", time + 1, times + 1);
  }
  await client.dispose();
  await log.close();
  // The first time warms up.
  for (const all of Object.values(seconds)) all.shift();
  return { seconds };
});
