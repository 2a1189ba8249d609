import { LogError, type LogErrorCode } from "@karnameh/event-log/port";
import { IngestError, type IngestErrorCode } from "@karnameh/ingest/ingest-error";
import { DatabaseError } from "@karnameh/projections/engine/database";
import { ProjectorError, type ProjectorErrorCode } from "@karnameh/projector/projector-error";
import { CommandError, ExitCode } from "./exit-code.ts";

/** How a failure is reported to the user. */
export type Failure = {
  readonly exitCode: ExitCode;
  readonly sentence: string;
  readonly isExpected: boolean;
};

const OF_LOG: Partial<Record<LogErrorCode, ExitCode>> = {
  BAD_ADDRESS: ExitCode.usage,
  ACCESS_DENIED: ExitCode.unable,
  DAMAGED: ExitCode.damaged,
  DISK_FULL: ExitCode.unable,
  NOT_WRITABLE: ExitCode.unable,
  UNAVAILABLE: ExitCode.unable,
};

const OF_PROJECTOR: Record<ProjectorErrorCode, ExitCode> = {
  BEYOND_HEAD: ExitCode.damaged,
  OTHER_LOG: ExitCode.unable,
  ALREADY_RUNNING: ExitCode.unable,
  NOT_WRITABLE: ExitCode.unable,
  WAIT_TIMEOUT: ExitCode.incomplete,
};

const OF_INGEST: Record<IngestErrorCode, ExitCode> = {
  FILE_NOT_FOUND: ExitCode.unable,
  FILE_NOT_READABLE: ExitCode.unable,
  REFUSALS_NOT_WRITABLE: ExitCode.unable,
  OPTION_INVALID: ExitCode.usage,
  SERIES_NEEDED: ExitCode.usage,
  SERIES_NAMED_TWICE: ExitCode.usage,
  FORMAT_UNKNOWN: ExitCode.usage,
  TABLE_EMPTY: ExitCode.usage,
  NOT_PLAIN_TEXT: ExitCode.usage,
  NOT_UTF8: ExitCode.usage,
  TABLE_BROKEN: ExitCode.usage,
  READER_FAILED: ExitCode.incomplete,
};
const DISK_FULL = /no space left|ENOSPC|could not write file|disk full/i;

const errno = (error: Error): string => ("code" in error && typeof error.code === "string" ? error.code : "");

const expected = (exitCode: ExitCode, sentence: string): Failure => ({
  exitCode,
  sentence,
  isExpected: true,
});

const ofDatabase = (error: DatabaseError): Failure =>
  DISK_FULL.test(error.message)
    ? expected(
        ExitCode.unable,
        "The read model could not grow because the disk is full: free some space and start again.",
      )
    : expected(
        ExitCode.incomplete,
        `The read model failed (${error.message.split("\n")[0]}): run 'karnameh rebuild' to rebuild it from the log.`,
      );

const ofSystem = (error: Error): Failure | undefined => {
  if (errno(error) === "ENOSPC")
    return expected(ExitCode.unable, "The disk is full: free some space and run the same command again.");
  if (["EACCES", "EPERM", "EROFS"].includes(errno(error)))
    return expected(ExitCode.unable, `A file or folder cannot be written: ${error.message}.`);
  return undefined;
};

/** One sentence that explains what failed and what to do, and the exit code. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof CommandError) return expected(error.exitCode, error.message);
  if (error instanceof LogError) return expected(OF_LOG[error.code] ?? ExitCode.incomplete, error.message);
  if (error instanceof ProjectorError) return expected(OF_PROJECTOR[error.code], error.message);
  if (error instanceof IngestError) return expected(OF_INGEST[error.code], error.message);
  if (error instanceof DatabaseError) return ofDatabase(error);
  const text = error instanceof Error ? error.message : String(error);
  const known = error instanceof Error ? ofSystem(error) : undefined;
  return (
    known ?? {
      exitCode: ExitCode.incomplete,
      sentence: `Unexpected error: ${text}. Run the command again with KARNAMEH_LOG_LEVEL=debug to see where it occurred.`,
      isExpected: false,
    }
  );
};
