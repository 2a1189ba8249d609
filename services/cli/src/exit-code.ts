/** The exit codes of every command. */
export const ExitCode = {
  ok: 0,
  incomplete: 1,
  usage: 2,
  unable: 3,
  damaged: 4,
  interrupted: 130,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** What each exit code means; `karnameh --help` and docs/errors.md print this list. */
export const exitCodeMeanings: Readonly<Record<keyof typeof ExitCode, string>> = {
  ok: "success",
  incomplete:
    "completed with errors: lines were rejected, a query returned errors, or something unexpected failed",
  usage: "usage error: the command line or an input file is not valid",
  unable:
    "environment error: file not found, port in use, file not writable, disk full, another process holds the data …",
  damaged: "damaged data: the log or the ledger is not what was recorded",
  interrupted: "interrupted by Ctrl-C or SIGTERM before it was finished",
};

/** Sets the exit code of a command that ends without an exception. */
export type SetExitCode = (exitCode: ExitCode) => void;

const names = Object.keys(ExitCode) as (keyof typeof ExitCode)[];

export const EXIT_CODE_HELP = [
  "Exit codes:",
  ...names.map((name) => `  ${String(ExitCode[name]).padEnd(3)}  ${exitCodeMeanings[name]}`),
].join("\n");

/** A failure that the user can act on: printed as one sentence, without a stack. */
export class CommandError extends Error {
  readonly exitCode: ExitCode;
  constructor(exitCode: ExitCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "CommandError";
    this.exitCode = exitCode;
  }
}
