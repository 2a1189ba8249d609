import { on } from "node:events";
import { Worker } from "node:worker_threads";
import type { WorkerInput, WorkerMessage } from "./block-worker.ts";
import { fromColumns } from "./event-columns.ts";
import { IngestError } from "./ingest-error.ts";
import { type Block, blocksOf, type ReadOptions } from "./line-block.ts";
import { type Boundary, LineSplitter } from "./split-lines.ts";

/** Pieces of the file that are read ahead: one in the parser, one waiting, one on its way to the log. */
const PIECES_AHEAD = 3;

/** Splits, parses and checks lines in this thread: for a file that is read before a worker would have started. */
export async function* readBlocks(
  pieces: AsyncIterable<Buffer>,
  from: Boundary,
  options: ReadOptions,
): AsyncGenerator<Block> {
  const splitter = new LineSplitter(from);
  for await (const piece of pieces) yield* blocksOf(splitter.push(piece), splitter.boundary(), options);
  yield* blocksOf(splitter.finish(), splitter.boundary(), options);
}

/**
 * The same in a worker thread, so that checking the next lines and recording the last ones run in parallel.
 * A piece is transferred only when an earlier one has been consumed: memory stays bounded.
 */
export async function* readBlocksAhead(
  pieces: AsyncIterator<Buffer>,
  from: Boundary,
  options: ReadOptions,
): AsyncGenerator<Block> {
  const input: WorkerInput = { from, options };
  const worker = new Worker(new URL("./block-worker.ts", import.meta.url), { workerData: input });
  let ended = false;
  const transferNext = async (): Promise<void> => {
    if (ended) return;
    const next = await pieces.next();
    ended = next.done === true;
    worker.postMessage(next.done === true ? "end" : next.value);
  };
  try {
    const messages = on(worker, "message", { close: ["exit"] });
    for (let ahead = 0; ahead < PIECES_AHEAD; ahead += 1) await transferNext();
    for await (const received of messages) {
      const message: WorkerMessage = received[0];
      if (message === "end") return;
      if (message === "piece read") await transferNext();
      else yield { ...message, events: fromColumns(message.events) };
    }
    throw new IngestError("READER_FAILED", "The thread that reads the lines stopped unexpectedly.");
  } finally {
    await worker.terminate();
    await pieces.return?.();
  }
}
