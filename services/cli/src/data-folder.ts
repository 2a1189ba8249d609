import { constants, existsSync, statSync } from "node:fs";
import { access } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { makeFolder } from "@karnameh/ingest/make-folder";
import type { CliContext } from "./cli-context.ts";
import { CommandError, ExitCode } from "./exit-code.ts";

/** The paths of everything that Karnameh stores. */
export type DataFolder = {
  readonly path: string;
  /** Whether commands use it without an option. */
  readonly isDefault: boolean;
  readonly log: string;
  /** The address of the cluster that holds the log, if it is not a file. */
  readonly cluster: string | undefined;
  /** The folder of one reader's read model; by default the data folder. */
  readonly model: string;
  readonly readModels: string;
  /** The file in which a running reader publishes its address. */
  readonly serving: string;
  /** Exists while the demonstration is being loaded. */
  readonly demonstration: string;
  readonly refusals: string;
  readonly imports: string;
};

const ROOT = resolve(import.meta.dirname, "../../..");

const REASONS: Readonly<Record<string, string>> = {
  ENOTDIR: "a part of its path is a file",
  EEXIST: "a file of that name exists",
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  ENOENT: "nothing can be created there",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
};

/** The folders and the log given on the command line. */
export type GivenPlaces = {
  readonly data?: string | undefined;
  readonly log?: string | undefined;
  readonly model?: string | undefined;
};

/** Resolves the paths from options, then environment variables, then defaults. Touches no file. */
export const dataFolder = ({ env }: CliContext, given: GivenPlaces): DataFolder => {
  const defaultPath = join(ROOT, "data");
  const path = resolve(given.data ?? (env.dataFolder || defaultPath));
  const model = given.model === undefined ? path : resolve(given.model);
  return {
    path,
    isDefault: path === defaultPath && model === path,
    log: join(path, "log.sqlite"),
    cluster: given.log ?? (env.eventLog || undefined),
    model,
    readModels: join(model, "read"),
    serving: join(model, "serve.json"),
    demonstration: join(path, "demonstration.json"),
    refusals: join(path, "refusals"),
    imports: join(path, "imports"),
  };
};

/** Creates a folder if it does not exist. Throws CommandError if it cannot be written to. */
export const makeWritable = async (
  path: string,
  kind: "data" | "model" | "target",
  advice: string,
): Promise<void> => {
  try {
    makeFolder(path);
    await access(path, constants.W_OK);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const reason = REASONS[code] ?? code;
    throw new CommandError(
      ExitCode.unable,
      `The ${kind} folder ${path} cannot be written to (${reason}): choose another ${advice}.`,
      error,
    );
  }
};

/** Creates the data folder if it does not exist. Throws CommandError if it cannot be written to. */
export const makeDataFolder = ({ path }: DataFolder): Promise<void> =>
  makeWritable(path, "data", "with --data or KARNAMEH_DATA");

/** Creates the folder of the read model if it does not exist. Throws CommandError if it cannot be written to. */
export const makeModelFolder = ({ path, model }: DataFolder): Promise<void> =>
  model === path
    ? makeWritable(path, "data", "with --data or KARNAMEH_DATA")
    : makeWritable(model, "model", "with --model");

/** Throws CommandError if there is no log. */
export const requireLog = ({ log, path, cluster }: DataFolder): void => {
  if (cluster !== undefined || existsSync(log)) return;
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) {
    throw new CommandError(
      ExitCode.unable,
      `The data folder ${path} is a file: choose another with --data or KARNAMEH_DATA.`,
    );
  }
  throw new CommandError(
    ExitCode.unable,
    `There is no event log in ${path}: run 'karnameh serve --demo' or 'karnameh import FILE', or choose the folder with --data.`,
  );
};

/** The path relative to the current directory, if that is shorter. */
export const shortPath = (path: string): string => {
  const short = relative(process.cwd(), path);
  return short === "" || short.startsWith(join("..", "..")) ? path : short;
};
