import { createReadStream } from "node:fs";
import { addAbortSignal, type Readable } from "node:stream";
import { unreadable } from "./ingest-error.ts";

/** Large enough that reading costs nothing compared with parsing, small enough that a few of them fit in memory. */
export const PIECE_BYTES = 4 * 1024 * 1024;

const bytesOf = (chunk: unknown): Buffer => {
  if (Buffer.isBuffer(chunk)) return chunk;
  if (chunk instanceof Uint8Array) return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  return Buffer.from(String(chunk), "utf8");
};

/** The bytes of a file, from an offset on, or of a stream, in pieces of some MiB; ends on abort. */
export async function* readPieces(
  source: string | Readable,
  offset = 0,
  signal?: AbortSignal,
): AsyncGenerator<Buffer> {
  const stream =
    typeof source === "string"
      ? createReadStream(source, { highWaterMark: PIECE_BYTES, ...(offset > 0 ? { start: offset } : {}) })
      : source;
  if (signal !== undefined) addAbortSignal(signal, stream);
  let held: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = bytesOf(chunk);
      held.push(bytes);
      size += bytes.length;
      if (size < PIECE_BYTES) continue;
      yield Buffer.concat(held);
      held = [];
      size = 0;
    }
  } catch (error) {
    if (signal?.aborted === true) return;
    throw typeof source === "string" ? unreadable(source, error) : error;
  }
  if (size > 0) yield Buffer.concat(held);
}
