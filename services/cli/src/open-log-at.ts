import { existsSync, statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, extname, join, resolve } from "node:path";
import type { EventLog } from "@karnameh/event-log/port";
import { CommandError, ExitCode } from "./exit-code.ts";

/** The address of a log that a server keeps. It may hold a password: no message repeats it. */
const isAddress = (text: string): boolean => /^(kurrentdb|kdb|esdb|eventstore)([+]discover)?:/i.test(text);

/** The file of an embedded log: as given, or `log.sqlite` in the folder given, which need not be there yet. */
const fileOf = (text: string): string => {
  const path = resolve(text);
  const isFolder = existsSync(path) ? statSync(path).isDirectory() : extname(path) === "";
  return isFolder ? join(path, "log.sqlite") : path;
};

/** Where a log is, as it may be said: never more of an address than its scheme. */
export const placeOf = (text: string): string =>
  isAddress(text) ? `${text.slice(0, text.indexOf(":"))}://…` : fileOf(text);

/** Whether two texts name one log, as far as that can be told without opening them. */
export const isSamePlace = (one: string, other: string): boolean =>
  isAddress(one) || isAddress(other) ? one === other : fileOf(one) === fileOf(other);

/**
 * Opens the log that a text names: a file or folder of an embedded log, or the address of a cluster. One that is
 * only read has to be there; one that is written is made. Throws CommandError and LogError.
 */
export const openLogAt = async (
  text: string,
  { readOnly }: { readonly readOnly: boolean },
): Promise<EventLog> => {
  if (isAddress(text))
    throw new CommandError(
      ExitCode.unable,
      `This version keeps logs in files only and cannot open ${placeOf(text)}: give the file or folder of a log.`,
    );
  const file = fileOf(text);
  if (!readOnly) await mkdir(dirname(file), { recursive: true });
  const { openSqliteLog } = await import("@karnameh/event-log/sqlite/log");
  return openSqliteLog({ file, readOnly });
};
