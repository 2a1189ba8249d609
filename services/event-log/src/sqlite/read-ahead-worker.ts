import { parentPort, workerData } from "node:worker_threads";
import type { EventBatch } from "../port.ts";
import { openFile } from "./file.ts";
import { SqliteReader } from "./reader.ts";

export type ReadAhead = {
  readonly file: string;
  readonly after: bigint;
  readonly until: bigint;
  readonly limit: number;
};

const { file, after, until, limit }: ReadAhead = workerData;
const db = openFile(file, true);
const reader = new SqliteReader(db);
let last = after;

let isAtEnd = false;

/** One batch for each message; the last one is empty. */
parentPort?.on("message", () => {
  if (isAtEnd) return;
  const left = Number(until - last);
  const batch: EventBatch = reader.read(last, Math.min(limit, left));
  last = batch.last;
  // Transferred, not copied.
  const buffers = [...batch.texts.values()].flatMap(({ buffer }) =>
    buffer instanceof ArrayBuffer ? [buffer] : [],
  );
  parentPort?.postMessage(batch, buffers);
  isAtEnd = batch.count === 0;
  if (!isAtEnd) return;
  db.close();
  parentPort?.close();
});
