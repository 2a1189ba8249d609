import { existsSync, readdirSync, renameSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cubes } from "@karnameh/projections/cubes";
import { catalogueHash, catalogueOf } from "@karnameh/projections/engine/model";
import { BenchError } from "./bench-error.ts";
import { runChild } from "./child.ts";
import { type EventFile, writeEventFiles } from "./event-files.ts";
import type { BenchFolder } from "./folder.ts";
import type { ImportResult } from "./import.child.ts";
import type { Options } from "./options.ts";
import type { ProgressReporter } from "./progress-reporter.ts";
import type { RebuildResult } from "./rebuild.child.ts";

/** The events, log and read model that the rows use. Each is made when first needed and then reused. */
export type Fixture = {
  events(): Promise<number>;
  /** The events as a file of NDJSON, and those of the following days. */
  files(): Promise<EventFile>;
  /** The data folder with its log. */
  log(): Promise<string>;
  /** The data folder with its log and a read model of these rules. */
  model(): Promise<string>;
  /** Imports the file into a new log, measured. The first log becomes that of the data folder. */
  importToNewLog(): Promise<ImportResult>;
  /** Builds a new read model of the log, measured. The first one becomes that of the data folder. */
  buildNewModel(): Promise<RebuildResult>;
};

const isCurrent = (folder: string): boolean =>
  existsSync(join(folder, "current.json")) &&
  readdirSync(folder).some((name) => name.startsWith(`read-${catalogueHash(catalogueOf(cubes))}-`));

const readNote = async (file: string): Promise<EventFile | undefined> =>
  existsSync(file) ? (JSON.parse(await readFile(file, "utf8")) as EventFile) : undefined;

const makeFiles = async (
  folder: BenchFolder,
  options: Options,
  progressReporter: ProgressReporter,
): Promise<EventFile> => {
  const note = join(folder.path, "fixture.json");
  const found = await readNote(note);
  if (found !== undefined && options.events !== undefined && found.requested !== options.events)
    throw new BenchError(
      `${folder.path} contains a bench of ${found.events.toLocaleString("en")} events: use it with --data, or give another folder to --keep.`,
    );
  if (found !== undefined) return found;
  const made = await writeEventFiles(folder.path, options.events ?? 0, progressReporter);
  await writeFile(note, JSON.stringify(made));
  return made;
};

type Workplace = { readonly folder: BenchFolder; readonly progressReporter: ProgressReporter };

const importInto = async ({ folder, progressReporter }: Workplace, file: string): Promise<ImportResult> => {
  const scratch = folder.scratch("import");
  const result = await runChild("import", { folder: scratch, file }, { onProgress: progressReporter.update });
  const log = join(folder.data, "log.sqlite");
  if (!existsSync(log)) {
    await mkdir(folder.data, { recursive: true });
    renameSync(join(scratch, "log.sqlite"), log);
  }
  folder.drop("import");
  return result as ImportResult;
};

const rebuildFrom = async ({ folder, progressReporter }: Workplace): Promise<RebuildResult> => {
  const scratch = folder.scratch("rebuild");
  const input = { log: join(folder.data, "log.sqlite"), folder: scratch };
  const result = await runChild("rebuild", input, { onProgress: progressReporter.update });
  const read = join(folder.data, "read");
  if (!isCurrent(read)) {
    folder.drop("data/read");
    renameSync(scratch, read);
  }
  folder.drop("rebuild");
  return result as RebuildResult;
};

/** Opens the fixture of a folder; makes nothing yet. */
export const openFixture = (
  folder: BenchFolder,
  options: Options,
  progressReporter: ProgressReporter,
): Fixture => {
  let made: Promise<EventFile> | undefined;
  const files = (): Promise<EventFile> => {
    made ??= makeFiles(folder, options, progressReporter);
    return made;
  };
  const workplace = { folder, progressReporter };
  const importToNewLog = async (): Promise<ImportResult> => importInto(workplace, (await files()).path);
  const log = async (): Promise<string> => {
    if (!existsSync(join(folder.data, "log.sqlite"))) await importToNewLog();
    return folder.data;
  };
  const buildNewModel = async (): Promise<RebuildResult> => {
    await log();
    return rebuildFrom(workplace);
  };
  return {
    events: async () => (await files()).events,
    files,
    log,
    importToNewLog,
    buildNewModel,
    async model() {
      await log();
      if (!isCurrent(join(folder.data, "read"))) await buildNewModel();
      return folder.data;
    },
  };
};
