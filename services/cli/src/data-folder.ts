import { constants, existsSync, statSync } from "node:fs";
import { access } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { makeFolder } from "@karnameh/ingest/make-folder";
import type { CliContext } from "./cli-context.ts";
import { CommandError, ExitCode } from "./exit-code.ts";

/** Where everything that Karnameh keeps stands. */
export type DataFolder = {
  readonly path: string;
  /** Whether a command finds it without being told. */
  readonly isDefault: boolean;
  readonly log: string;
  /** The address of the cluster that holds the log in the file's place. */
  readonly cluster: string | undefined;
  /** Where one reader keeps what it made of the log; the data folder itself unless another was named. */
  readonly model: string;
  readonly readModels: string;
  /** Where a running reader says its address. */
  readonly serving: string;
  /** There while the demonstration is being loaded. */
  readonly demonstration: string;
  readonly refusals: string;
  readonly imports: string;
};

const ROOT = resolve(import.meta.dirname, "../../..");

const REASONS: Readonly<Record<string, string>> = {
  ENOTDIR: "a part of its path is a file",
  EEXIST: "there is a file of that name",
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  ENOENT: "nothing can be made there",
  EROFS: "the disk may only be read",
  ENOSPC: "the disk is full",
};

/** Where a command is told to keep its data. */
export type Places = {
  readonly data?: string | undefined;
  readonly log?: string | undefined;
  readonly model?: string | undefined;
};

/**
 * The folder by flag, else by KARNAMEH_DATA, else `data` in the repository; so too the log. The read model by its
 * own flag, else beside them. Not touched yet.
 */
export const dataFolder = ({ env }: CliContext, given: Places): DataFolder => {
  const usual = join(ROOT, "data");
  const path = resolve(given.data ?? (env.dataFolder || usual));
  const model = given.model === undefined ? path : resolve(given.model);
  return {
    path,
    isDefault: path === usual && model === path,
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

/** Makes a folder where there is none. Throws CommandError where it cannot be written. */
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

/** Makes the folder where there is none. Throws CommandError where it cannot be written. */
export const makeDataFolder = ({ path }: DataFolder): Promise<void> =>
  makeWritable(path, "data", "with --data or KARNAMEH_DATA");

/** The same for the folder of the read model. */
export const makeModelFolder = ({ path, model }: DataFolder): Promise<void> =>
  model === path
    ? makeWritable(path, "data", "with --data or KARNAMEH_DATA")
    : makeWritable(model, "model", "with --model");

/** Throws CommandError where nothing was ever recorded. */
export const requireLog = ({ log, path, cluster }: DataFolder): void => {
  if (cluster !== undefined || existsSync(log)) return;
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) {
    throw new CommandError(
      ExitCode.unable,
      `There is a file where the data folder ${path} should be: choose another with --data or KARNAMEH_DATA.`,
    );
  }
  throw new CommandError(
    ExitCode.unable,
    `There is no event log in ${path}: start with 'karnameh serve --demo' or 'karnameh import FILE', or name the folder with --data.`,
  );
};

/** A path as it is typed from here, where that is shorter. */
export const shortPath = (path: string): string => {
  const near = relative(process.cwd(), path);
  return near === "" || near.startsWith(join("..", "..")) ? path : near;
};
