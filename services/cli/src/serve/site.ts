import type { EventLog } from "@karnameh/event-log/port";
import type { Logger } from "@karnameh/runtime/logger";
import { Hono } from "hono";
import type { ReadSide } from "../read-side.ts";

type HttpHandler = { readonly fetch: (request: Request) => Response | Promise<Response> };

/** The parts are loaded after the port is open, because the chart library alone takes most of a second. */
const lazily = (load: () => Promise<HttpHandler>) => {
  let loading: Promise<HttpHandler> | undefined;
  return (): Promise<HttpHandler> => {
    loading ??= load();
    return loading;
  };
};

const loadApi = (readSide: ReadSide, logger: Logger) =>
  lazily(async () => {
    const { createApi } = await import("@karnameh/api/create-api");
    return createApi({ planner: readSide.planner, live: readSide.live, logger });
  });

const loadWeb = (readSide: ReadSide, logger: Logger) =>
  lazily(async () => {
    const [{ createWeb }, { examples }] = await Promise.all([
      import("@karnameh/web/web"),
      import("@karnameh/api/examples"),
    ]);
    return createWeb({ planner: readSide.planner, live: readSide.live, exampleQueries: examples, logger });
  });

type IngestAccess = { readonly log: EventLog; readonly token: string };

const loadIngest = ({ log, token }: IngestAccess, logger: Logger) =>
  lazily(async () => {
    const { createIngestEndpoint } = await import("@karnameh/ingest/ingest-endpoint");
    return createIngestEndpoint({ log, token, logger });
  });

/** The parts of a process: each is defined if the process has the role. */
export type SiteParts = {
  readonly logger: Logger;
  readonly readSide: ReadSide | undefined;
  readonly ingest: IngestAccess | undefined;
};

type Readiness = { readonly isReady: boolean; readonly live: object };

/** The ingest role is ready while its log can be read. */
const readinessOf = async ({ readSide, ingest }: SiteParts): Promise<Readiness> => {
  if (readSide !== undefined) return { isReady: readSide.isReady(), live: await readSide.live() };
  try {
    return { isReady: ingest !== undefined, live: { head: String(await ingest?.log.head()) } };
  } catch {
    return { isReady: false, live: {} };
  }
};

/** A response with its complete text: passed on as Yoga's stream, each response would take 1.5 ms longer. */
const withCompleteBody = async (response: Response): Promise<Response> => {
  const { status, headers } = response;
  const text = response.body === null ? null : await response.text();
  return new Response(text, { status, headers: Object.fromEntries(headers) });
};

/** Errors of the site itself; the ingest endpoint's have the same fields. */
export const siteErrors = {
  NO_READER: "This process has no reader: use a process with the role reader.",
  UNEXPECTED: "Unexpected error.",
} as const;

const errorBody = (code: keyof typeof siteErrors) => ({ code, message: siteErrors[code] });

/** The complete site: health checks, ingest endpoint, GraphQL API and pages. `warm` loads the parts in advance. */
export const createSite = (parts: SiteParts) => {
  const { readSide, logger } = parts;
  const ingest = parts.ingest && loadIngest(parts.ingest, logger);
  const api = readSide && loadApi(readSide, logger);
  const web = readSide && loadWeb(readSide, logger);
  const app = new Hono();
  app.get("/health/live", (context) => context.json({ status: "live", pid: process.pid }));
  app.get("/health/ready", async (context) => {
    const { isReady, live } = await readinessOf(parts);
    return context.json({ status: isReady ? "ready" : "not ready", ...live }, isReady ? 200 : 503);
  });
  if (ingest) app.all("/v1/events", async (context) => (await ingest()).fetch(context.req.raw));
  if (api)
    app.all("/graphql", async (context) => withCompleteBody(await (await api()).fetch(context.req.raw)));
  app.all("*", async (context) =>
    web ? (await web()).fetch(context.req.raw) : context.json(errorBody("NO_READER"), 404),
  );
  app.onError((error, context) => {
    logger.error("A request failed.", { error });
    return context.json(errorBody("UNEXPECTED"), 500);
  });
  const warm = async (): Promise<void> => void (await Promise.all([ingest?.(), api?.(), web?.()]));
  return { fetch: app.fetch, warm };
};
