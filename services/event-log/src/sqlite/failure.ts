import { LogError, type LogErrorCode } from "../port.ts";

/** SQLite's primary result codes, https://sqlite.org/rescode.html. */
const MEANINGS = new Map<number, readonly [LogErrorCode, string]>([
  [3, ["NOT_WRITABLE", "may not be written; give this user the right to write the file and its folder"]],
  [5, ["UNAVAILABLE", "is held by another process; wait until its import has ended and try again"]],
  [6, ["UNAVAILABLE", "is held by another process; wait until its import has ended and try again"]],
  [
    8,
    [
      "NOT_WRITABLE",
      "may only be read; give this user the right to write it and its folder, or, to read it, start a process with the role ingest first",
    ],
  ],
  [10, ["UNAVAILABLE", "could not be read or written by the disk; check the disk and try again"]],
  [11, ["DAMAGED", "is damaged; run `karnameh verify` to see where, and restore a copy"]],
  [13, ["DISK_FULL", "could not grow because the disk is full; free some space and try again"]],
  [14, ["NOT_WRITABLE", "cannot be opened or created; check that its folder exists and may be written"]],
  [23, ["NOT_WRITABLE", "may not be written; give this user the right to write the file and its folder"]],
  [26, ["DAMAGED", "is not a Karnameh log; give another file name, this file was left as it is"]],
]);

const resultCodeOf = (error: unknown): number | undefined =>
  error instanceof Error && "errcode" in error && typeof error.errcode === "number"
    ? error.errcode
    : undefined;

/** True where another process only has to finish: SQLITE_BUSY and SQLITE_LOCKED. */
export const isBusy = (error: unknown): boolean => [5, 6].includes((resultCodeOf(error) ?? 0) & 0xff);

/** True where a page of the file cannot be what SQLite wrote: SQLITE_CORRUPT and SQLITE_NOTADB. */
export const isDamage = (error: unknown): boolean => [11, 26].includes((resultCodeOf(error) ?? 0) & 0xff);

/** Says in one sentence what failed, in which file, and what to do. Refusals pass through unchanged. */
export const failureOf = (file: string, error: unknown): LogError => {
  if (error instanceof LogError) return error;
  const [code, meaning] = MEANINGS.get((resultCodeOf(error) ?? 0) & 0xff) ?? [
    "UNAVAILABLE" as const,
    `failed (${error instanceof Error ? error.message : String(error)})`,
  ];
  return new LogError(code, `The event log ${file} ${meaning}.`, { cause: error });
};

/** Does something with the log's file, failing in the log's own words. */
export const withFailuresOf = <T>(file: string, act: () => T): T => {
  try {
    return act();
  } catch (error) {
    throw failureOf(file, error);
  }
};
