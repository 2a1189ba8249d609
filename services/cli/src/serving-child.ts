import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const MAIN = join(import.meta.dirname, "main.ts");
const NODE_ENV = { ...process.env, KARNAMEH_LOG_LEVEL: "silent" };

/** A command in a process of its own, as a user would start it. */
export type Child = {
  readonly process: ChildProcess;
  /** What it has printed so far, on both streams. */
  readonly output: () => string;
  readonly exited: Promise<number | null>;
};

export const startChild = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Child => {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...NODE_ENV, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
  const exited = once(child, "close").then(([code]) => (typeof code === "number" ? code : null));
  return { process: child, output: () => text, exited };
};

/** The address of the server on a folder, once it responds. */
export const addressOf = (folder: string, { exited, output, process: child }: Child): Promise<string> => {
  const ended = exited.then(() => {
    throw new Error(`The server ended: ${output()}`);
  });
  const found = (async () => {
    for (;;) {
      const text = await readFile(join(folder, "serve.json"), "utf8").catch(() => "");
      const { url, pid } = text.endsWith("}") ? JSON.parse(text) : {};
      if (pid === child.pid) return String(url);
      await sleep(20);
    }
  })();
  return Promise.race([found, ended]);
};

export const untilReady = async (url: string): Promise<void> => {
  while (!(await fetch(new URL("health/ready", url))).ok) await sleep(50);
};
