import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import { CommandError, ExitCode } from "../exit-code.ts";

type HttpHandler = { readonly fetch: (request: Request) => Response | Promise<Response> };

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: "another program uses it",
  EACCES: "this user may not use it",
  EADDRNOTAVAIL: "it is not an address of this machine",
  ENOTFOUND: "the host is unknown",
};

const cannotListen = (error: unknown, port: number, host: string): unknown => {
  const reason = error instanceof Error && "code" in error ? REASONS[String(error.code)] : undefined;
  if (reason === undefined) return error;
  const message = `Cannot listen on ${host}, port ${port}: ${reason}. Choose another one with --host, --port or PORT.`;
  return new CommandError(ExitCode.unable, message, error);
};

const GRACE_MS = 3_000;

/** Stops accepting requests, waits for open ones up to the grace period, then closes their connections. */
const close = async (server: ServerType): Promise<void> => {
  const closed = once(server, "close");
  server.close();
  if ("closeIdleConnections" in server) server.closeIdleConnections();
  const timer = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(timer);
};

/** A URL that programs on this machine can reach. */
const urlOf = ({ address, port }: AddressInfo): string => {
  if (["0.0.0.0", "::"].includes(address)) return `http://127.0.0.1:${port}/`;
  return `http://${address.includes(":") ? `[${address}]` : address}:${port}/`;
};

/** Starts an HTTP server. Throws CommandError if the port cannot be used. */
export const listen = async (
  fetch: HttpHandler["fetch"],
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
