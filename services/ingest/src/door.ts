import { createHash, timingSafeEqual } from "node:crypto";
import { type EventLog, LogError } from "@karnameh/event-log/port";
import { appendBlock } from "./append-block.ts";
import { DoorError, refuseRequest } from "./door-answer.ts";
import { readBody } from "./door-body.ts";
import type { Refusal } from "./refusal.ts";

export type DoorOptions = {
  readonly log: EventLog;
  /** What a caller shows as `Authorization: Bearer …`. */
  readonly token: string;
  readonly logger: { error(message: string, fields: object): void };
};

/** What became of the events of a request; each is recorded, a duplicate or refused. */
export type Taken = {
  readonly recorded: number;
  readonly duplicates: number;
  /** By `number`, the event's place in the request, from 1; of NDJSON its line. */
  readonly refused: readonly (Omit<Refusal, "line"> & { readonly number: number })[];
  /** The last place in the log that the request speaks of; a reader that has reached it knows all of these. */
  readonly position: string | null;
};

/** Bodies are held in memory, so only so many at once. */
const MOST_UNDER_WAY = 32;

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

const isAllowed = (request: Request, token: Buffer): boolean => {
  const [, shown] = /^bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  return shown !== undefined && timingSafeEqual(digest(shown), token);
};

const take = async (log: EventLog, request: Request): Promise<Taken> => {
  const block = await readBody(request);
  const { recorded, duplicates, refusals, lastPosition } = await appendBlock(log, block, {});
  const refused = [...block.refusals, ...refusals]
    .sort((one, other) => one.line - other.line)
    .map(({ line, ...said }) => ({ number: line, ...said }));
  return {
    recorded,
    duplicates,
    refused,
    position: lastPosition === undefined ? null : String(lastPosition),
  };
};

/**
 * The door over HTTP: CloudEvents in, one, a batch or NDJSON. What it answers for is on disk. Status 200 where
 * every event is in the log, 422 where some were refused and the others are in.
 */
export const createDoor = ({ log, token, logger }: DoorOptions) => {
  const expected = digest(token);
  let underWay = 0;
  const answer = async (request: Request): Promise<Response> => {
    try {
      const taken = await take(log, request);
      return Response.json(taken, { status: taken.refused.length > 0 ? 422 : 200 });
    } catch (error) {
      if (error instanceof DoorError) return refuseRequest(error.code);
      if (!(error instanceof LogError)) throw error;
      logger.error("The log took nothing of a request.", { error });
      return refuseRequest("LOG_UNAVAILABLE");
    }
  };
  return {
    fetch: async (request: Request): Promise<Response> => {
      if (request.method !== "POST") return refuseRequest("METHOD_NOT_ALLOWED");
      if (!isAllowed(request, expected)) return refuseRequest("NOT_AUTHORISED");
      if (underWay >= MOST_UNDER_WAY) return refuseRequest("DOOR_BUSY");
      underWay += 1;
      try {
        return await answer(request);
      } finally {
        underWay -= 1;
      }
    },
  };
};
