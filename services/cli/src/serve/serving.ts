import { readFile, rm, writeFile } from "node:fs/promises";
import type { DataFolder } from "../data-folder.ts";
import { CommandError, ExitCode } from "../exit-code.ts";

/** A running server, as it says of itself in the data folder. */
export type Serving = { readonly url: string; readonly pid: number };

const ANSWER_WITHIN_MS = 3_000;

const servingIn = (text: string): Serving | undefined => {
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

/** A server that was killed leaves its note; only one that answers by its own number counts. */
const answers = async ({ url, pid }: Serving): Promise<boolean> => {
  try {
    const response = await fetch(new URL("health/live", url), {
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const told: unknown = await response.json();
    return typeof told === "object" && told !== null && "pid" in told && told.pid === pid;
  } catch {
    return false;
  }
};

/** The server that now holds the read model of the folder, if there is one. */
export const runningServer = async ({ serving }: DataFolder): Promise<Serving | undefined> => {
  const found = await readFile(serving, "utf8")
    .then(servingIn)
    .catch(() => undefined);
  if (found === undefined || !isProcess(found.pid)) return undefined;
  return (await answers(found)) ? found : undefined;
};

/** Throws CommandError where a server already runs over the folder. */
export const refuseSecondServer = async (folder: DataFolder): Promise<void> => {
  const other = await runningServer(folder);
  if (other === undefined) return;
  throw new CommandError(
    ExitCode.unable,
    `Karnameh already serves ${folder.model} at ${other.url} (process ${other.pid}): stop it, or give this one another folder with --data, or another reader of the same log with --model.`,
  );
};

/** Leaves the address for `query` and others; the answer takes it away again. */
export const announce = async ({ serving }: DataFolder, url: string): Promise<() => Promise<void>> => {
  await writeFile(serving, JSON.stringify({ url, pid: process.pid } satisfies Serving));
  return () => rm(serving, { force: true });
};
