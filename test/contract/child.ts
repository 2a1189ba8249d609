import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Engine } from "./engine.ts";

/** A process of its own that works on the engine's log and tells what it does, line by line. */
export type Child = {
  readonly lines: string[];
  /** Resolves when it has told so many lines. */
  readonly told: (count: number) => Promise<void>;
  readonly kill: () => Promise<void>;
  /** Resolves when it has ended well; rejects with its last words otherwise. */
  readonly ended: () => Promise<void>;
};

const start = (module: string, args: readonly string[]): ChildProcess =>
  spawn(process.execPath, ["--no-warnings", fileURLToPath(new URL(module, import.meta.url)), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });

/** Starts one of the *.child.ts modules over the engine's log. */
export const child = (module: string, engine: Engine, ...args: (string | number)[]): Child => {
  const running = start(module, [engine.opener, engine.target, ...args.map(String)]);
  const { stdout, stderr } = running;
  if (stdout === null || stderr === null) throw new Error("a child without output");
  const closed = once(running, "close");
  const lines: string[] = [];
  let words = "";
  let heard = Promise.withResolvers<void>();
  createInterface({ input: stdout }).on("line", (line) => {
    lines.push(line);
    heard.resolve();
    heard = Promise.withResolvers();
  });
  stderr.on("data", (chunk) => {
    words += chunk;
  });
  const mustLive = closed.then(() => heard.resolve());
  return {
    lines,
    told: async (count) => {
      while (lines.length < count) {
        await Promise.race([heard.promise, mustLive]);
        if (running.exitCode !== null && lines.length < count) throw new Error(`the child ended: ${words}`);
      }
    },
    kill: async () => {
      running.kill("SIGKILL");
      await closed;
    },
    ended: async () => {
      await closed;
      if (running.exitCode !== 0) throw new Error(`the child failed: ${words}`);
    },
  };
};
