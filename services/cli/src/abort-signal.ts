import { ExitCode } from "./exit-code.ts";

/**
 * A stop often arrives twice: a process manager signals the whole group, and the launcher forwards its own signal.
 * Nobody presses Ctrl-C twice within this time.
 */
const SAME_STOP_MS = 150;

/**
 * Listens for Ctrl-C and SIGTERM. The first one aborts the signal, so that the command can finish cleanly. The second
 * one ends the process immediately, which is safe: everything that was acknowledged is on disk.
 */
export const abortOnSignal = (print: (text: string) => void): AbortSignal => {
  const controller = new AbortController();
  let firstAt = 0;
  const onSignal = (): void => {
    if (controller.signal.aborted) {
      if (performance.now() - firstAt > SAME_STOP_MS) process.exit(ExitCode.interrupted);
      return;
    }
    firstAt = performance.now();
    print("Stopping … (press Ctrl-C again to stop immediately)");
    controller.abort();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, onSignal);
  return controller.signal;
};
