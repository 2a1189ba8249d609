import { existsSync, statSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import type { VerifiableLog } from "@karnameh/event-log/port";
import { type CliContext, printError } from "./cli-context.ts";
import { type DataFolder, makeWritable } from "./data-folder.ts";

type OpenOptions = { readonly readOnly?: boolean };

/** Whether a text is the address of a cluster. It may contain a password, so no message repeats it. */
const isAddress = (text: string): boolean =>
  /^(kurrentdb|kurrent|kdb|esdb|eventstore)([+]discover)?:/i.test(text);

/** The file of a log: the file given, or `log.sqlite` in the folder given, which need not exist yet. */
const fileOf = (text: string): string => {
  const path = resolve(text);
  const isFolder = existsSync(path) ? statSync(path).isDirectory() : extname(path) === "";
  return isFolder ? join(path, "log.sqlite") : path;
};

/** The place of a log for messages: of an address only the scheme. */
export const placeOf = (text: string): string =>
  isAddress(text) ? `${text.slice(0, text.indexOf(":"))}://…` : fileOf(text);

/** Whether two texts name the same log, as far as that is known without opening it. */
export const isSamePlace = (one: string, other: string): boolean =>
  isAddress(one) || isAddress(other) ? one === other : fileOf(one) === fileOf(other);

const openCluster = async (
  cli: CliContext,
  address: string,
  options: OpenOptions,
): Promise<VerifiableLog> => {
  const { openKurrentLog } = await import("@karnameh/event-log/kurrent/log");
  return openKurrentLog({
    address,
    ...options,
    onDisconnected: (sentence) =>
      printError(cli, `${sentence} Waiting for it; queries are answered from what was read before.`),
    onReconnected: () => printError(cli, "The event log can be reached again."),
    onWaiting: (sentence) => printError(cli, sentence),
  });
};

const openFile = async (file: string, options: OpenOptions): Promise<VerifiableLog> => {
  const { openSqliteLog } = await import("@karnameh/event-log/sqlite/log");
  return openSqliteLog({ file, ...options });
};

/**
 * Opens the log that a text names: a file, a folder, or the address of a cluster. A log that is opened read-only must
 * exist; otherwise it is created. Throws LogError.
 */
export const openLogAt = async (
  cli: CliContext,
  text: string,
  options: OpenOptions,
): Promise<VerifiableLog> => {
  if (isAddress(text)) return openCluster(cli, text, options);
  const file = fileOf(text);
  if (options.readOnly !== true) await makeWritable(dirname(file), "target", "to copy to");
  return openFile(file, options);
};

/** Opens the log of a data folder, or that of the cluster given instead; creates it if it does not exist. */
export const openLog = (
  cli: CliContext,
  { log, cluster }: DataFolder,
  options: OpenOptions = {},
): Promise<VerifiableLog> =>
  cluster === undefined ? openFile(log, options) : openCluster(cli, cluster, options);

/** The number of events in a log, if its positions count them. */
export const countOf = async (log: VerifiableLog): Promise<bigint | null> =>
  log.countsPositions ? log.head() : null;
