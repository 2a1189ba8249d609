import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { BenchError } from "./bench-error.ts";

/** A message of a child: its progress, data of its own, its result, or why it failed. */
export type FromChild =
  | { readonly progress: readonly [what: string, done: number, total: number] }
  | { readonly message: unknown }
  | { readonly result: unknown }
  | { readonly failed: string };

const running = new Set<ChildProcess>();

/** Tracks a process, so that none outlives the bench. */
export const track = (child: ChildProcess): ChildProcess => {
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
};

export const stopChildren = (): void => {
  for (const child of running) child.kill("SIGKILL");
};

type ChildListeners = {
  readonly onProgress?: (what: string, done: number, total: number) => void;
  readonly onMessage?: (message: unknown, child: ChildProcess) => void;
};

/** A process of its own for work whose memory or threads are measured; resolves to its result when it has ended. */
export const runChild = (
  name: string,
  input: object,
  { onProgress, onMessage }: ChildListeners = {},
): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const child = track(fork(join(import.meta.dirname, `${name}.child.ts`), { execArgv: [] }));
    let outcome: { readonly result: unknown } | undefined;
    child.on("message", (received) => {
      const message = received as FromChild;
      if ("progress" in message) onProgress?.(...message.progress);
      else if ("message" in message) onMessage?.(message.message, child);
      else if ("result" in message) outcome = message;
      else reject(new BenchError(`The part '${name}' of the bench failed: ${message.failed}`));
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (outcome !== undefined) resolve(outcome.result);
      else reject(new BenchError(`The part '${name}' of the bench ended early (${signal ?? code}).`));
    });
    child.send(input);
  });
