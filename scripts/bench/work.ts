import { LogError } from "@karnameh/event-log/port";
import { BenchError } from "./bench-error.ts";
import type { FromChild } from "./child.ts";

const post = (message: FromChild): Promise<void> =>
  new Promise((resolve) => {
    if (process.send) process.send(message, () => resolve());
    else resolve();
  });

export type ParentChannel = {
  readonly progress: (what: string, done: number, total: number) => void;
  readonly send: (message: unknown) => void;
};

/** The text that the parent shows of a failure: only the message of an expected error, otherwise the stack. */
const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const isPlain = error instanceof BenchError || error instanceof LogError;
  return isPlain ? error.message : (error.stack ?? error.message);
};

/** In a child: does the work of the parent's first message, and ends. `I` is the type of that message. */
export const work = <I>(run: (input: I, channel: ParentChannel) => unknown): void => {
  const channel: ParentChannel = {
    progress: (...progress) => void post({ progress }),
    send: (message) => void post({ message }),
  };
  process.once("message", async (input) => {
    try {
      await post({ result: (await run(input as I, channel)) ?? null });
    } catch (error) {
      await post({ failed: messageOf(error) });
    }
    process.disconnect?.();
  });
};

/** Resource use of this process so far: seconds of processor time, and peak memory. */
export const usage = (): { readonly cpuSeconds: number; readonly peakMib: number } => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMib: maxRSS / 1024 };
};
