import { ExitCode } from "./exit-code.ts";

/**
 * Hears Ctrl-C and SIGTERM. The first asks the command to come to an end, the second ends the process at once,
 * which is safe: what was acknowledged is on disk.
 */
export const hearInterruption = (tell: (text: string) => void): AbortSignal => {
  const controller = new AbortController();
  const heard = (): void => {
    if (controller.signal.aborted) process.exit(ExitCode.interrupted);
    tell("Stopping … (Ctrl-C again stops at once)");
    controller.abort();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, heard);
  return controller.signal;
};
