import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import { Hono } from "hono";
import type { Logger } from "pino";
import { CommandError, ExitCode } from "../exit-code.ts";
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

const apiOver = (reading: Reading, journal: Logger) =>
  lazily(async () => {
    const { createApi } = await import("@karnameh/api/create-api");
    const logger = { error: (message: string, facts: object) => journal.error(facts, message) };
    return createApi({ planner: reading.planner, live: reading.live, logger });
  });

const webOver = (reading: Reading, journal: Logger) =>
  lazily(async () => {
    const [{ createWeb }, { examples }] = await Promise.all([
      import("@karnameh/web/web"),
      import("@karnameh/api/examples"),
    ]);
    const logger = { error: (fields: object, message: string) => journal.error(fields, message) };
    return createWeb({ planner: reading.planner, live: reading.live, exampleQueries: examples, logger });
  });

/** The whole site: health, questions, pages. `warm` loads what would make the first reader wait. */
export const createSite = (reading: Reading, journal: Logger) => {
  const [api, web] = [apiOver(reading, journal), webOver(reading, journal)];
  const app = new Hono();
  app.get("/health/live", (context) => context.json({ status: "live", pid: process.pid }));
  app.get("/health/ready", async (context) => {
    const live = await reading.live();
    const isReady = reading.isReady();
    return context.json({ status: isReady ? "ready" : "not ready", ...live }, isReady ? 200 : 503);
  });
  app.all("/graphql", async (context) => (await api()).fetch(context.req.raw));
  app.all("*", async (context) => (await web()).fetch(context.req.raw));
  app.onError((error, context) => {
    journal.error({ error }, "a request failed");
    return context.json({ error: "Unexpected error" }, 500);
  });
  return { fetch: app.fetch, warm: async (): Promise<void> => void (await Promise.all([api(), web()])) };
};

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: "is taken by another program",
  EACCES: "may not be used by this user",
  EADDRNOTAVAIL: "is not on an address of this machine",
  ENOTFOUND: "is on a host that is not known",
};

const cannotListen = (error: unknown, port: number, host: string): unknown => {
  const reason = error instanceof Error && "code" in error ? REASONS[String(error.code)] : undefined;
  if (reason === undefined) return error;
  const message = `The port ${port} of ${host} ${reason}: choose another with --port or PORT.`;
  return new CommandError(ExitCode.unable, message, error);
};

const GRACE_MS = 3_000;

/** Ends what is under way, waits a little for it, then lets go of it. */
const close = async (server: ServerType): Promise<void> => {
  const closed = once(server, "close");
  server.close();
  if ("closeIdleConnections" in server) server.closeIdleConnections();
  const timer = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(timer);
};

/** An address that a program on this machine can reach. */
const urlOf = ({ address, port }: AddressInfo): string => {
  if (["0.0.0.0", "::"].includes(address)) return `http://127.0.0.1:${port}/`;
  return `http://${address.includes(":") ? `[${address}]` : address}:${port}/`;
};

/** Begins to answer. Throws CommandError where the port cannot be had. */
export const listen = async (
  fetch: Fetching["fetch"],
  { port, host }: { readonly port: number; readonly host: string },
) => {
  const server = createAdaptorServer({ fetch });
  try {
    const listening = once(server, "listening");
    server.listen(port, host);
    await listening;
  } catch (error) {
    throw cannotListen(error, port, host);
  }
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return { url: urlOf(address), close: () => close(server) };
};
