import type { EventLog } from "@karnameh/event-log/port";
import type { Logger } from "@karnameh/runtime/logger";
import { Hono } from "hono";
import type { Reading } from "../wiring-reading.ts";

type Fetching = { readonly fetch: (request: Request) => Response | Promise<Response> };

/** The parts are loaded after the port answers, because the charts alone take most of a second. */
const lazily = (load: () => Promise<Fetching>) => {
  let loading: Promise<Fetching> | undefined;
  return (): Promise<Fetching> => {
    loading ??= load();
    return loading;
  };
};

const apiOver = (reading: Reading, logger: Logger) =>
  lazily(async () => {
    const { createApi } = await import("@karnameh/api/create-api");
    return createApi({ planner: reading.planner, live: reading.live, logger });
  });

const webOver = (reading: Reading, logger: Logger) =>
  lazily(async () => {
    const [{ createWeb }, { examples }] = await Promise.all([
      import("@karnameh/web/web"),
      import("@karnameh/api/examples"),
    ]);
    return createWeb({ planner: reading.planner, live: reading.live, exampleQueries: examples, logger });
  });

type IngestAccess = { readonly log: EventLog; readonly token: string };

const ingestOver = ({ log, token }: IngestAccess, logger: Logger) =>
  lazily(async () => {
    const { createIngestEndpoint } = await import("@karnameh/ingest/ingest-endpoint");
    return createIngestEndpoint({ log, token, logger });
  });

/** What a process answers with: each part where it has the role. */
export type Parts = {
  readonly logger: Logger;
  readonly reading: Reading | undefined;
  readonly ingest: IngestAccess | undefined;
};

type Ready = { readonly isReady: boolean; readonly live: object };

/** The ingest role is ready while its log can be read. */
const stateOf = async ({ reading, ingest }: Parts): Promise<Ready> => {
  if (reading !== undefined) return { isReady: reading.isReady(), live: await reading.live() };
  try {
    return { isReady: ingest !== undefined, live: { head: String(await ingest?.log.head()) } };
  } catch {
    return { isReady: false, live: {} };
  }
};

/** An answer whose text is there already: handed on as the stream that Yoga gives, each would take 1.5 ms longer. */
const inOnePiece = async (answer: Response): Promise<Response> => {
  const { status, headers } = answer;
  const text = answer.body === null ? null : await answer.text();
  return new Response(text, { status, headers: Object.fromEntries(headers) });
};

const NO_READER = { error: "This process has no reader: ask one that serves with the role reader." };

/** The whole site: health, events, questions, pages. `warm` loads what would make the first caller wait. */
export const createSite = (parts: Parts) => {
  const { reading, logger } = parts;
  const ingest = parts.ingest && ingestOver(parts.ingest, logger);
  const api = reading && apiOver(reading, logger);
  const web = reading && webOver(reading, logger);
  const app = new Hono();
  app.get("/health/live", (context) => context.json({ status: "live", pid: process.pid }));
  app.get("/health/ready", async (context) => {
    const { isReady, live } = await stateOf(parts);
    return context.json({ status: isReady ? "ready" : "not ready", ...live }, isReady ? 200 : 503);
  });
  if (ingest) app.all("/v1/events", async (context) => (await ingest()).fetch(context.req.raw));
  if (api) app.all("/graphql", async (context) => inOnePiece(await (await api()).fetch(context.req.raw)));
  app.all("*", async (context) =>
    web ? (await web()).fetch(context.req.raw) : context.json(NO_READER, 404),
  );
  app.onError((error, context) => {
    logger.error("a request failed", { error });
    return context.json({ error: "Unexpected error" }, 500);
  });
  const warm = async (): Promise<void> => void (await Promise.all([ingest?.(), api?.(), web?.()]));
  return { fetch: app.fetch, warm };
};
