import { existsSync, statSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import type { VerifiableLog } from "@karnameh/event-log/port";
import { type CliContext, printError } from "./cli-context.ts";
import { type DataFolder, makeWritable } from "./data-folder.ts";

type Opening = { readonly readOnly?: boolean };

/** The address of a log that a cluster keeps. It may hold a password: no message repeats it. */
const isAddress = (text: string): boolean =>
  /^(kurrentdb|kurrent|kdb|esdb|eventstore)([+]discover)?:/i.test(text);

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

const openCluster = async (cli: CliContext, address: string, opening: Opening): Promise<VerifiableLog> => {
  const { openKurrentLog } = await import("@karnameh/event-log/kurrent/log");
  return openKurrentLog({
    address,
    ...opening,
    onDisconnected: (sentence) =>
      printError(cli, `${sentence} Trying again; responses stay as they are meanwhile.`),
    onReconnected: () => printError(cli, "The event log can be reached again."),
    onWaiting: (sentence) => printError(cli, sentence),
  });
};

const openFile = async (file: string, opening: Opening): Promise<VerifiableLog> => {
  const { openSqliteLog } = await import("@karnameh/event-log/sqlite/log");
  return openSqliteLog({ file, ...opening });
};

/**
 * Opens the log that a text names: a file or folder of an embedded log, or the address of a cluster. One that is
 * only read has to be there; one that is written is made. Throws LogError.
 */
export const openLogAt = async (cli: CliContext, text: string, opening: Opening): Promise<VerifiableLog> => {
  if (isAddress(text)) return openCluster(cli, text, opening);
  const file = fileOf(text);
  if (opening.readOnly !== true) await makeWritable(dirname(file), "target", "to copy to");
  return openFile(file, opening);
};

/** The event log of a data folder, or of the cluster named in its place; begun where there is none. */
export const openLog = (
  cli: CliContext,
  { log, cluster }: DataFolder,
  opening: Opening = {},
): Promise<VerifiableLog> =>
  cluster === undefined ? openFile(log, opening) : openCluster(cli, cluster, opening);

/** How many events a log holds, where its head says so. */
export const countOf = async (log: VerifiableLog): Promise<bigint | null> =>
  log.countsPositions ? log.head() : null;
