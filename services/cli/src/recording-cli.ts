import { Readable, Writable } from "node:stream";
import type { CliContext } from "./cli-context.ts";
import { runCli } from "./program.ts";

export type Told = { readonly exitCode: number; readonly out: string; readonly err: string };

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
  readonly env?: Partial<CliContext["env"]>;
  readonly stdin?: string;
  readonly signal?: AbortSignal;
};

const NO_ENV: CliContext["env"] = {
  port: undefined,
  dataFolder: undefined,
  eventLog: undefined,
  logLevel: undefined,
  demoPeople: undefined,
  token: undefined,
  tokenFile: undefined,
};

/** CliContext that touch nothing of the machine, and what was said in them. */
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

/** Runs a command line in this process and keeps what it said. */
export const runRecorded = async (args: readonly string[], given: Given = {}): Promise<Told> => {
  const { cli, out, err } = recordingContext(given);
  const exitCode = await runCli(args, cli);
  return { exitCode, out: out(), err: err() };
};
