import { createHash, timingSafeEqual } from "node:crypto";
import { type EventLog, LogError } from "@karnameh/event-log/port";
import type { Logger } from "@karnameh/runtime/logger";
import { appendBlock } from "./append-block.ts";
import { EndpointError, rejectRequest } from "./endpoint-errors.ts";
import { MAX_CONCURRENT_REQUESTS } from "./limits.ts";
import type { Refusal } from "./refusal.ts";
import { readBody } from "./request-body.ts";

export type IngestEndpointOptions = {
  readonly log: EventLog;
  /** The token of `Authorization: Bearer …`. */
  readonly token: string;
  readonly logger: Pick<Logger, "error">;
};

/** What became of the events of a request: each is recorded, a duplicate or refused. */
export type IngestResponse = {
  readonly recorded: number;
  readonly duplicates: number;
  /** `number` is the event's place in the request, from 1; in NDJSON its line. */
  readonly refused: readonly (Omit<Refusal, "line"> & { readonly number: number })[];
  /** The last position in the log of these events; a reader that has reached it has read all of them. */
  readonly position: string | null;
};

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

const isAllowed = (request: Request, token: Buffer): boolean => {
  const [, sent] = /^bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  return sent !== undefined && timingSafeEqual(digest(sent), token);
};

const ingest = async (log: EventLog, request: Request): Promise<IngestResponse> => {
  const block = await readBody(request);
  const { recorded, duplicates, refusals, lastPosition } = await appendBlock(log, block, {});
  const refused = [...block.refusals, ...refusals]
    .sort((one, other) => one.line - other.line)
    .map(({ line, ...refusal }) => ({ number: line, ...refusal }));
  return {
    recorded,
    duplicates,
    refused,
    position: lastPosition === undefined ? null : String(lastPosition),
  };
};

/**
 * The ingest endpoint over HTTP. It takes CloudEvents: one, a batch or NDJSON. When it responds, the events are on
 * disk. Status 200: every event is in the log. Status 422: some were rejected, the others are in the log.
 */
export const createIngestEndpoint = ({ log, token, logger }: IngestEndpointOptions) => {
  const expected = digest(token);
  let inProgress = 0;
  const respond = async (request: Request): Promise<Response> => {
    try {
      const body = await ingest(log, request);
      return Response.json(body, { status: body.refused.length > 0 ? 422 : 200 });
    } catch (error) {
      if (error instanceof EndpointError) return rejectRequest(error.code);
      if (!(error instanceof LogError)) throw error;
      logger.error("The event log recorded nothing of a request.", { error });
      return rejectRequest("LOG_UNAVAILABLE");
    }
  };
  return {
    fetch: async (request: Request): Promise<Response> => {
      if (request.method !== "POST") return rejectRequest("METHOD_NOT_ALLOWED");
      if (!isAllowed(request, expected)) return rejectRequest("NOT_AUTHORISED");
      if (inProgress >= MAX_CONCURRENT_REQUESTS) return rejectRequest("TOO_MANY_REQUESTS");
      inProgress += 1;
      try {
        return await respond(request);
      } finally {
        inProgress -= 1;
      }
    },
  };
};
