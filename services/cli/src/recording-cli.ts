import { Readable, Writable } from "node:stream";
import { runCli } from "./program.ts";
import type { Surroundings } from "./surroundings.ts";

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
  readonly env?: Partial<Surroundings["env"]>;
  readonly stdin?: string;
  readonly signal?: AbortSignal;
};

const NO_ENV: Surroundings["env"] = {
  port: undefined,
  dataFolder: undefined,
  eventLog: undefined,
  logLevel: undefined,
  demoPeople: undefined,
  token: undefined,
  tokenFile: undefined,
};

/** Surroundings that touch nothing of the machine, and what was said in them. */
export const recordingSurroundings = (given: Given = {}) => {
  const [out, err] = [recorder(), recorder()];
  const cli: Surroundings = {
    env: { ...NO_ENV, logLevel: "silent", ...given.env },
    stdin: Readable.from([given.stdin ?? ""]),
    stdout: out.stream,
    stderr: err.stream,
    interruption: given.signal ?? new AbortController().signal,
  };
  return { cli, out: out.text, err: err.text };
};

/** Runs a command line in this process and keeps what it said. */
export const runRecorded = async (args: readonly string[], given: Given = {}): Promise<Told> => {
  const { cli, out, err } = recordingSurroundings(given);
  const exitCode = await runCli(args, cli);
  return { exitCode, out: out(), err: err() };
};
