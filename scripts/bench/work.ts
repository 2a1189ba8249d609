import { LogError } from "@karnameh/event-log/port";
import { BenchError } from "./bench-error.ts";
import type { FromChild } from "./child.ts";

const send = (message: FromChild): Promise<void> =>
  new Promise((resolve) => {
    if (process.send) process.send(message, () => resolve());
    else resolve();
  });

export type Speech = {
  readonly progress: (what: string, done: number, total: number) => void;
  readonly say: (said: unknown) => void;
};

/** What the parent shows of a failure: its sentence where a reader can act upon it, and else where it came from. */
const wordsOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const isPlain = error instanceof BenchError || error instanceof LogError;
  return isPlain ? error.message : (error.stack ?? error.message);
};

/** In a child: does the work that the parent's first message describes, and ends. `I` is what the parent sends. */
export const work = <I>(run: (input: I, speech: Speech) => unknown): void => {
  const speech: Speech = {
    progress: (...progress) => void send({ progress }),
    say: (said) => void send({ said }),
  };
  process.once("message", async (input) => {
    try {
      await send({ result: (await run(input as I, speech)) ?? null });
    } catch (error) {
      await send({ failed: wordsOf(error) });
    }
    process.disconnect?.();
  });
};

/** What this process has used so far: seconds of processor time, and the most memory it held. */
export const usage = (): { readonly cpuSeconds: number; readonly peakMib: number } => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMib: maxRSS / 1024 };
};
