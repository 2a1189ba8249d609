import { Readable, Writable } from "node:stream";
import type { CliContext } from "./cli-context.ts";
import { type Environment, readEnvironment } from "./environment.ts";
import { runCli } from "./program.ts";

/** What a command line printed, and its exit code. */
export type CommandResult = { readonly exitCode: number; readonly out: string; readonly err: string };

const recorder = () => {
  let text = "";
  const stream = new Writable({
    write(chunk, _, done) {
      text += String(chunk);
      done();
    },
  });
  return { stream, text: () => text };
};

type Given = {
  readonly env?: Partial<Environment>;
  readonly stdin?: string;
  readonly signal?: AbortSignal;
};

const NO_ENV: Environment = readEnvironment({});

/** A context that touches nothing of the machine, and what was printed in it. */
export const recordingContext = (given: Given = {}) => {
  const [out, err] = [recorder(), recorder()];
  const cli: CliContext = {
    env: { ...NO_ENV, logLevel: "silent", ...given.env },
    stdin: Readable.from([given.stdin ?? ""]),
    stdout: out.stream,
    stderr: err.stream,
    abortSignal: given.signal ?? new AbortController().signal,
  };
  return { cli, out: out.text, err: err.text };
};

/** Runs a command line in this process and records what it prints. */
export const runRecorded = async (args: readonly string[], given: Given = {}): Promise<CommandResult> => {
  const { cli, out, err } = recordingContext(given);
  const exitCode = await runCli(args, cli);
  return { exitCode, out: out(), err: err() };
};
