/** The command line: `karnameh COMMAND`. The one place that reads the environment. */

import { abortOnSignal } from "./abort-signal.ts";
import { runCli } from "./program.ts";

const { env, stdin, stdout, stderr } = process;

// A reader that has seen enough closes the pipe; that is no failure.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const exitCode = await runCli(process.argv.slice(2), {
  env: {
    port: env["PORT"],
    dataFolder: env["KARNAMEH_DATA"],
    eventLog: env["KARNAMEH_EVENT_LOG"],
    logLevel: env["KARNAMEH_LOG_LEVEL"],
    demoPeople: env["KARNAMEH_DEMO_PEOPLE"],
    token: env["KARNAMEH_TOKEN"],
    tokenFile: env["KARNAMEH_TOKEN_FILE"],
  },
  stdin,
  stdout,
  stderr,
  abortSignal: abortOnSignal((text) => void stderr.write(`${text}\n`)),
});

process.exitCode = exitCode;
