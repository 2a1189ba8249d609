import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import { CommandError, ExitCode } from "../exit-code.ts";

type Fetching = { readonly fetch: (request: Request) => Response | Promise<Response> };

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
