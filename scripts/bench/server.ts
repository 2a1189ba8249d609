import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { BenchError } from "./bench-error.ts";
import { track } from "./child.ts";
import { type Client, createClient } from "./client.ts";

const MAIN = join(import.meta.dirname, "../../services/cli/src/main.ts");
const TIMEOUT_MS = 180_000;
const POLL_MS = 5;

/** A query for the position of the read model that the response uses. */
const POSITION = JSON.stringify({
  query:
    '{ observations(indicator: "certificates_issued", frequency: YEAR, period: { from: "1401", to: "1401" }) { vintage { position } observations { value } } }',
});

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
};

/** The position that a response includes; undefined while there is no response. */
export const fetchPosition = async (client: Client): Promise<number | undefined> => {
  const { data } = JSON.parse(await client.post(POSITION)) as {
    data?: { observations?: { vintage: { position: string } } } | null;
  };
  return data?.observations === undefined ? undefined : Number(data.observations.vintage.position);
};

export type Server = {
  readonly url: string;
  /** Seconds from the start of the process to the first complete response. */
  readonly readySeconds: number;
  stop(): Promise<void>;
};

/** Starts `karnameh serve` over a data folder and waits for its first response. Throws BenchError. */
export const startServer = async (data: string): Promise<Server> => {
  const port = await freePort();
  const began = performance.now();
  const args = [MAIN, "serve", "--port", String(port), "--data", data];
  const child = track(spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] }));
  let output = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    output = `${output}${text}`.slice(-2_000);
  });
  const ended = once(child, "exit");
  const url = `http://127.0.0.1:${port}/`;
  const client = createClient(url);
  for (;;) {
    if (child.exitCode !== null)
      throw new BenchError(`'karnameh serve' ended unexpectedly: ${output.trim()}`);
    if (performance.now() - began > TIMEOUT_MS)
      throw new BenchError(`'karnameh serve' did not respond: ${output.trim()}`);
    if ((await fetchPosition(client).catch(() => undefined)) !== undefined) break;
    await sleep(POLL_MS);
  }
  const readySeconds = (performance.now() - began) / 1000;
  client.close();
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended;
  };
  return { url, readySeconds, stop };
};
