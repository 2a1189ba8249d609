import type { Readable, Writable } from "node:stream";

/** All that a command may know of the machine, given by main so that a spec can give something else. */
export type CliContext = {
  readonly env: {
    readonly port: string | undefined;
    readonly dataFolder: string | undefined;
    /** The address of a cluster that holds the log. */
    readonly eventLog: string | undefined;
    readonly logLevel: string | undefined;
    /** People of the demonstration, for specs; a whole number. */
    readonly demoPeople: string | undefined;
    /** The bearer token of the ingest endpoint, or the file that holds it. */
    readonly token: string | undefined;
    readonly tokenFile: string | undefined;
  };
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
  /** Aborted by the first Ctrl-C or SIGTERM. */
  readonly abortSignal: AbortSignal;
};

/** Writes a line that is a result. */
export const print = ({ stdout }: CliContext, text: string): void => void stdout.write(`${text}\n`);

/** Writes a line about how it goes. */
export const printError = ({ stderr }: CliContext, text: string): void => void stderr.write(`${text}\n`);

const plain = (_: string, value: unknown): unknown => (typeof value === "bigint" ? String(value) : value);

/** One object on one line, for a script. Positions are texts. */
export const printJson = (cli: CliContext, result: object): void => print(cli, JSON.stringify(result, plain));
