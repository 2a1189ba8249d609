import { isUtf8 } from "node:buffer";
import { EndpointError } from "./endpoint-errors.ts";
import { MAX_REQUEST_BYTES, MAX_REQUEST_EVENTS } from "./limits.ts";
import { type Block, blockOfLines, blockOfValues } from "./line-block.ts";
import { LineSplitter } from "./split-lines.ts";
import { readStrictJson } from "./strict-json.ts";

/** Events that arrive over HTTP never state when they were recorded. */
const OPTIONS = { size: MAX_REQUEST_EVENTS, historical: false } as const;

const checkCount = (count: number): void => {
  if (count > MAX_REQUEST_EVENTS) throw new EndpointError("TOO_MANY_EVENTS");
};

/** Reads a body as JSON; a byte order mark in front is skipped. */
const parse = (body: Buffer): unknown => {
  if (!isUtf8(body)) throw new EndpointError("BODY_NOT_JSON");
  const json = readStrictJson(body.toString("utf8").replace(/^\ufeff/, ""));
  if (json.ok) return json.value;
  throw new EndpointError(json.fault === "NOT_JSON" ? "BODY_NOT_JSON" : `BODY_${json.fault}`);
};

const readBatch = (body: Buffer): Block => {
  const values = parse(body);
  if (!Array.isArray(values)) throw new EndpointError("BODY_NOT_JSON");
  checkCount(values.length);
  return blockOfValues(values, OPTIONS);
};

const readNdjson = (body: Buffer): Block => {
  const splitter = new LineSplitter();
  const lines = [...splitter.push(body), ...splitter.finish()];
  checkCount(lines.length);
  return blockOfLines(lines, OPTIONS);
};

/** Media type → how its events are read. The first two are those of CloudEvents over HTTP. */
const FORMATS: ReadonlyMap<string, (body: Buffer) => Block> = new Map([
  ["application/cloudevents+json", (body: Buffer) => blockOfValues([parse(body)], OPTIONS)],
  ["application/cloudevents-batch+json", readBatch],
  ["application/x-ndjson", readNdjson],
]);

const bytesOf = async (request: Request): Promise<Buffer> => {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_REQUEST_BYTES)
    throw new EndpointError("REQUEST_TOO_LARGE");
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.byteLength;
    if (size > MAX_REQUEST_BYTES) throw new EndpointError("REQUEST_TOO_LARGE");
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
};

/** The events of a request, and a refusal of each that is not one. Throws EndpointError. */
export const readBody = async (request: Request): Promise<Block> => {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  const read = FORMATS.get(type);
  const isPlain = ["", "identity"].includes(request.headers.get("content-encoding") ?? "");
  if (read === undefined || !isPlain) throw new EndpointError("UNKNOWN_MEDIA_TYPE");
  return read(await bytesOf(request));
};
