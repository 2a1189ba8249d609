import type { Readable, Writable } from "node:stream";
import type { Environment } from "./environment.ts";

/** Everything outside the program that a command may use, so that specs can replace it. */
export type CliContext = {
  readonly env: Environment;
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
  /** Aborted by the first Ctrl-C or SIGTERM. */
  readonly abortSignal: AbortSignal;
};

/** Writes a line of the result to standard output. */
export const print = ({ stdout }: CliContext, text: string): void => void stdout.write(`${text}\n`);

/** Writes a line to standard error: an error, a warning or progress. */
export const printError = ({ stderr }: CliContext, text: string): void => void stderr.write(`${text}\n`);

const jsonValue = (_: string, value: unknown): unknown => (typeof value === "bigint" ? String(value) : value);

/** Writes the result as one line of JSON, for scripts. Positions are strings. */
export const printJson = (cli: CliContext, result: object): void =>
  print(cli, JSON.stringify(result, jsonValue));
