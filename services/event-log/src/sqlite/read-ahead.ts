import { on } from "node:events";
import { Worker } from "node:worker_threads";
import type { EventBatch } from "../port.ts";
import type { ReadAhead } from "./read-ahead-worker.ts";

/** Batches that are read ahead: one with the consumer, one waiting. */
const BATCHES_AHEAD = 2;

/** Reads a range of the log in a thread of its own, so that the consumer works while the next batch is read. */
export async function* readAhead(range: ReadAhead): AsyncGenerator<EventBatch> {
  const worker = new Worker(new URL("./read-ahead-worker.ts", import.meta.url), { workerData: range });
  try {
    const messages = on(worker, "message", { close: ["exit"] });
    for (let batch = 0; batch < BATCHES_AHEAD; batch += 1) worker.postMessage("next");
    for await (const received of messages) {
      const batch: EventBatch = received[0];
      if (batch.count === 0) return;
      yield batch;
      worker.postMessage("next");
    }
  } finally {
    await worker.terminate();
  }
}
