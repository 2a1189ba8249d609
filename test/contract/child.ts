import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Engine } from "./engine.ts";

/** A process that works on the engine's log and prints what it does, line by line. */
export type Child = {
  readonly lines: string[];
  /** Resolves when it has printed so many lines. */
  readonly printed: (count: number) => Promise<void>;
  readonly kill: () => Promise<void>;
  /** Resolves when it has ended well; rejects with its error output otherwise. */
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
  let errors = "";
  let nextLine = Promise.withResolvers<void>();
  createInterface({ input: stdout }).on("line", (line) => {
    lines.push(line);
    nextLine.resolve();
    nextLine = Promise.withResolvers();
  });
  stderr.on("data", (chunk) => {
    errors += chunk;
  });
  const mustLive = closed.then(() => nextLine.resolve());
  return {
    lines,
    printed: async (count) => {
      while (lines.length < count) {
        await Promise.race([nextLine.promise, mustLive]);
        if (running.exitCode !== null && lines.length < count) throw new Error(`the child ended: ${errors}`);
      }
    },
    kill: async () => {
      running.kill("SIGKILL");
      await closed;
    },
    ended: async () => {
      await closed;
      if (running.exitCode !== 0) throw new Error(`the child failed: ${errors}`);
    },
  };
};
