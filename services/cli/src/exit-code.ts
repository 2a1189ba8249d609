/** What each exit code says to a script. The table stands in `karnameh --help`. */
export const ExitCode = {
  ok: 0,
  /** Not all of the work was done: a line was refused, a question met an error. */
  incomplete: 1,
  /** The command line, or the table that it names, is not one that this program understands. */
  usage: 2,
  /** This machine does not let it: a port, a file, a folder, a disk, another process. */
  unable: 3,
  /** The log or the ledger is not what was recorded. */
  damaged: 4,
  /** Stopped by Ctrl-C or SIGTERM before the work was done. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** How a command that has told its result says that it was not wholly good. */
export type SetExitCode = (exitCode: ExitCode) => void;

export const EXIT_CODES = `Exit codes:
  0    done
  1    not all of it was done: lines were refused, or a question met an error
  2    the command line, or the table it names, was not understood
  3    this machine does not let it: a port, a file, a folder, a disk, another process
  4    the log or the ledger is damaged
  130  stopped before it was done`;

/** A failure that its reader can act upon: shown as its one sentence. */
export class CommandError extends Error {
  readonly exitCode: ExitCode;
  constructor(exitCode: ExitCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "CommandError";
    this.exitCode = exitCode;
  }
}
