import { readFile, rm, writeFile } from "node:fs/promises";
import type { DataFolder } from "../data-folder.ts";
import { CommandError, ExitCode } from "../exit-code.ts";

/** A running server, as it is recorded in its folder. */
export type RunningServer = { readonly url: string; readonly pid: number };

const TIMEOUT_MS = 3_000;

const parseServer = (text: string): RunningServer | undefined => {
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null || !("url" in value) || !("pid" in value)) return undefined;
  return typeof value.url === "string" && typeof value.pid === "number"
    ? { url: value.url, pid: value.pid }
    : undefined;
};

const isProcess = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

/** A killed server leaves its file behind, so only a server that responds with its process id is running. */
const isRunning = async ({ url, pid }: RunningServer): Promise<boolean> => {
  try {
    const response = await fetch(new URL("health/live", url), {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body: unknown = await response.json();
    return typeof body === "object" && body !== null && "pid" in body && body.pid === pid;
  } catch {
    return false;
  }
};

/** The server that uses the read model of the folder, if there is one. */
export const runningServer = async ({ serving }: DataFolder): Promise<RunningServer | undefined> => {
  const found = await readFile(serving, "utf8")
    .then(parseServer)
    .catch(() => undefined);
  if (found === undefined || !isProcess(found.pid)) return undefined;
  return (await isRunning(found)) ? found : undefined;
};

/** Throws CommandError if a server is already running on the folder. */
export const refuseSecondServer = async (folder: DataFolder): Promise<void> => {
  const other = await runningServer(folder);
  if (other === undefined) return;
  throw new CommandError(
    ExitCode.unable,
    `Karnameh is already serving ${folder.model} at ${other.url} (process ${other.pid}): stop it, or choose another folder with --data, or with --model for another reader of the same log.`,
  );
};

/** Publishes the address for `query` and other commands; the function returned removes it. */
export const announce = async ({ serving }: DataFolder, url: string): Promise<() => Promise<void>> => {
  await writeFile(serving, JSON.stringify({ url, pid: process.pid } satisfies RunningServer));
  return () => rm(serving, { force: true });
};
