import { LogError, type LogErrorCode } from "../port.ts";

/** SQLite's primary result codes, https://sqlite.org/rescode.html. */
const MEANINGS = new Map<number, readonly [LogErrorCode, string]>([
  [3, ["NOT_WRITABLE", "is not writable; give this user write access to the file and its folder"]],
  [5, ["UNAVAILABLE", "is locked by another process; wait until its import has ended and try again"]],
  [6, ["UNAVAILABLE", "is locked by another process; wait until its import has ended and try again"]],
  [
    8,
    [
      "NOT_WRITABLE",
      "is read-only; give this user write access to it and its folder, or, to read it, start a process with the role ingest first",
    ],
  ],
  [10, ["UNAVAILABLE", "could not be read or written by the disk; check the disk and try again"]],
  [11, ["DAMAGED", "is damaged; run `karnameh verify` to see where, and restore a copy"]],
  [13, ["DISK_FULL", "could not grow because the disk is full; free some space and try again"]],
  [14, ["NOT_WRITABLE", "cannot be opened or created; check that its folder exists and is writable"]],
  [23, ["NOT_WRITABLE", "is not writable; give this user write access to the file and its folder"]],
  [26, ["DAMAGED", "is not a Karnameh log; give another file name, this file was left as it is"]],
]);

const resultCodeOf = (error: unknown): number | undefined =>
  error instanceof Error && "errcode" in error && typeof error.errcode === "number"
    ? error.errcode
    : undefined;

/** True if another process has to finish first: SQLITE_BUSY and SQLITE_LOCKED. */
export const isBusy = (error: unknown): boolean => [5, 6].includes((resultCodeOf(error) ?? 0) & 0xff);

/** True if a page of the file is not what SQLite wrote: SQLITE_CORRUPT and SQLITE_NOTADB. */
export const isDamage = (error: unknown): boolean => [11, 26].includes((resultCodeOf(error) ?? 0) & 0xff);

/** States in one sentence what failed, in which file, and what to do. A LogError passes through unchanged. */
export const failureOf = (file: string, error: unknown): LogError => {
  if (error instanceof LogError) return error;
  const [code, meaning] = MEANINGS.get((resultCodeOf(error) ?? 0) & 0xff) ?? [
    "UNAVAILABLE" as const,
    `failed (${error instanceof Error ? error.message : String(error)})`,
  ];
  return new LogError(code, `The event log ${file} ${meaning}.`, { cause: error });
};

/** Uses the log's file and turns errors of SQLite into LogError. */
export const withFailuresOf = <T>(file: string, act: () => T): T => {
  try {
    return act();
  } catch (error) {
    throw failureOf(file, error);
  }
};
