/** The command line: `karnameh COMMAND`. The one place that reads the environment. */

import { abortOnSignal } from "./abort-signal.ts";
import { readEnvironment } from "./environment.ts";
import { runCli } from "./program.ts";

const { env, stdin, stdout, stderr } = process;

// The program that reads the output may close the pipe early; that is not an error.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const exitCode = await runCli(process.argv.slice(2), {
  env: readEnvironment(env),
  stdin,
  stdout,
  stderr,
  abortSignal: abortOnSignal((text) => void stderr.write(`${text}\n`)),
});

process.exitCode = exitCode;
