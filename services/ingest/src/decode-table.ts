import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { IngestError, unreadable } from "./ingest-error.ts";

/** The first bytes of a file, which tell how it is packed or encoded. */
const MAGIC_BYTES = 2;

const isGzip = async (path: string): Promise<boolean> => {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAGIC_BYTES), 0, MAGIC_BYTES, 0);
    return bytesRead === MAGIC_BYTES && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
};

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const packed = await isGzip(path);
  const file = createReadStream(path);
  // Errors come out of the loop; the callback only prevents that they are reported as unhandled.
  yield* packed ? pipeline(file, createGunzip(), () => undefined) : file;
}

/** The encoding that a byte order mark names; UTF-8 without one. */
const encodingOf = (first: Uint8Array): string => {
  if (first[0] === 0xff && first[1] === 0xfe) return "utf-16le";
  return first[0] === 0xfe && first[1] === 0xff ? "utf-16be" : "utf-8";
};

const notText = (path: string, cause?: unknown): IngestError =>
  new IngestError(
    "NOT_UTF8",
    `The table ${path} is neither UTF-8 text nor UTF-16 text with a byte order mark.`,
    cause,
  );

/** Bytes are collected until the byte order mark can be judged. */
async function* withStart(path: string): AsyncGenerator<Uint8Array> {
  let start: Uint8Array | undefined = new Uint8Array();
  for await (const bytes of bytesOf(path)) {
    if (start === undefined) {
      yield bytes;
      continue;
    }
    start = Buffer.concat([start, bytes]);
    if (start.length < MAGIC_BYTES) continue;
    yield start;
    start = undefined;
  }
  if (start !== undefined) yield start;
}

async function* decoded(path: string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const bytes of withStart(path)) {
    decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder?.decode() ?? "";
}

const explained = (path: string, error: unknown): unknown => {
  if (error instanceof TypeError) return notText(path, error);
  const isZlib = error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
  return isZlib
    ? new IngestError(
        "TABLE_BROKEN",
        `${path} cannot be unpacked: the gzip file is damaged or cut off.`,
        error,
      )
    : unreadable(path, error);
};

/**
 * The text of a table, plain or packed with gzip, in UTF-8 or in UTF-16 with a byte order mark. Every line ends with
 * a line feed, however it ended in the file. Throws IngestError.
 */
export async function* decodeTable(path: string): AsyncGenerator<string> {
  let held = "";
  try {
    for await (const text of decoded(path)) {
      if (text.includes("\0")) throw notText(path);
      const piece = held + text;
      held = piece.endsWith("\r") ? "\r" : "";
      yield piece.slice(0, piece.length - held.length).replace(/\r\n?/g, "\n");
    }
    if (held !== "") yield "\n";
  } catch (error) {
    throw explained(path, error);
  }
}
