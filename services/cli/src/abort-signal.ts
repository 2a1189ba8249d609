import { ExitCode } from "./exit-code.ts";

/**
 * One stop often arrives twice: a process manager signals the whole group, and the launcher hands its own signal on.
 * Nobody presses Ctrl-C twice within this time.
 */
const SAME_STOP_MS = 150;

/**
 * Hears Ctrl-C and SIGTERM. The first asks the command to come to an end, the second ends the process at once,
 * which is safe: what was acknowledged is on disk.
 */
export const abortOnSignal = (tell: (text: string) => void): AbortSignal => {
  const controller = new AbortController();
  let firstAt = 0;
  const heard = (): void => {
    if (controller.signal.aborted) {
      if (performance.now() - firstAt > SAME_STOP_MS) process.exit(ExitCode.interrupted);
      return;
    }
    firstAt = performance.now();
    tell("Stopping … (Ctrl-C again stops at once)");
    controller.abort();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, heard);
  return controller.signal;
};
