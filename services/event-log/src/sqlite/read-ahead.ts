import { on } from "node:events";
import { Worker } from "node:worker_threads";
import type { Batch } from "../port.ts";
import type { ReadAhead } from "./read-ahead-worker.ts";

/** Batches under way at once: one with the consumer, one waiting. */
const AHEAD = 2;

/** Reads a stretch of the log in a thread of its own, so that the consumer works while the next batch is read. */
export async function* readAhead(stretch: ReadAhead): AsyncGenerator<Batch> {
  const worker = new Worker(new URL("./read-ahead-worker.ts", import.meta.url), { workerData: stretch });
  try {
    const messages = on(worker, "message", { close: ["exit"] });
    for (let batch = 0; batch < AHEAD; batch += 1) worker.postMessage("next");
    for await (const received of messages) {
      const batch: Batch = received[0];
      if (batch.count === 0) return;
      yield batch;
      worker.postMessage("next");
    }
  } finally {
    await worker.terminate();
  }
}
