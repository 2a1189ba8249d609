import { parentPort, workerData } from "node:worker_threads";
import { type EventColumns, toColumns } from "./event-columns.ts";
import { type Block, blocksOf, type ReadOptions } from "./line-block.ts";
import { type Boundary, LineSplitter } from "./split-lines.ts";

/** A block that is sent between threads: its events as columns, which cost less to transfer than objects. */
export type TransferredBlock = Omit<Block, "events"> & { readonly events: EventColumns };

export type WorkerMessage = TransferredBlock | "piece read" | "end";
export type WorkerInput = { readonly from: Boundary; readonly options: ReadOptions };

const { from, options }: WorkerInput = workerData;
const splitter = new LineSplitter(from);

const send = (message: WorkerMessage): void => parentPort?.postMessage(message);

const sendBlocks = (blocks: Iterable<Block>): void => {
  for (const block of blocks) send({ ...block, events: toColumns(block.events) });
};

parentPort?.on("message", (piece: Uint8Array | "end") => {
  if (piece === "end") {
    sendBlocks(blocksOf(splitter.finish(), splitter.boundary(), options));
    send("end");
    parentPort?.close();
    return;
  }
  const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
  sendBlocks(blocksOf(splitter.push(bytes), splitter.boundary(), options));
  send("piece read");
});
