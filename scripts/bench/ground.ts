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
import type { RebuildResult } from "./rebuild.child.ts";
import type { Teller } from "./teller.ts";

/** What the rows stand on, made when first asked for and kept for the next. */
export type Ground = {
  events(): Promise<number>;
  /** The events as a file of NDJSON, and those of the following days. */
  files(): Promise<EventFile>;
  /** The data folder with its log. */
  log(): Promise<string>;
  /** The data folder with its log and a read model of these rules. */
  model(): Promise<string>;
  /** A new import of the file, measured. The first one becomes the log of the data folder. */
  importAnew(): Promise<ImportResult>;
  /** A new read model of the log, measured. The first one becomes that of the data folder. */
  rebuildAnew(): Promise<RebuildResult>;
};

const isCurrent = (folder: string): boolean =>
  existsSync(join(folder, "current.json")) &&
  readdirSync(folder).some((name) => name.startsWith(`read-${catalogueHash(catalogueOf(cubes))}-`));

const readNote = async (file: string): Promise<EventFile | undefined> =>
  existsSync(file) ? (JSON.parse(await readFile(file, "utf8")) as EventFile) : undefined;

const makeFiles = async (folder: BenchFolder, options: Options, teller: Teller): Promise<EventFile> => {
  const note = join(folder.path, "ground.json");
  const found = await readNote(note);
  if (found !== undefined && options.events !== undefined && found.asked !== options.events)
    throw new BenchError(
      `${folder.path} holds a bench of ${found.events.toLocaleString("en")} events: use it with --data, or keep this one elsewhere.`,
    );
  if (found !== undefined) return found;
  const made = await writeEventFiles(folder.path, options.events ?? 0, teller);
  await writeFile(note, JSON.stringify(made));
  return made;
};

type Parts = { readonly folder: BenchFolder; readonly teller: Teller };

const importInto = async ({ folder, teller }: Parts, file: string): Promise<ImportResult> => {
  const scratch = folder.scratch("import");
  const result = await runChild("import", { folder: scratch, file }, { onProgress: teller.update });
  const log = join(folder.data, "log.sqlite");
  if (!existsSync(log)) {
    await mkdir(folder.data, { recursive: true });
    renameSync(join(scratch, "log.sqlite"), log);
  }
  folder.drop("import");
  return result as ImportResult;
};

const rebuildFrom = async ({ folder, teller }: Parts): Promise<RebuildResult> => {
  const scratch = folder.scratch("rebuild");
  const input = { log: join(folder.data, "log.sqlite"), folder: scratch };
  const result = await runChild("rebuild", input, { onProgress: teller.update });
  const read = join(folder.data, "read");
  if (!isCurrent(read)) {
    folder.drop("data/read");
    renameSync(scratch, read);
  }
  folder.drop("rebuild");
  return result as RebuildResult;
};

/** Opens the ground of a folder. Nothing is made yet. */
export const openGround = (folder: BenchFolder, options: Options, teller: Teller): Ground => {
  let made: Promise<EventFile> | undefined;
  const files = (): Promise<EventFile> => {
    made ??= makeFiles(folder, options, teller);
    return made;
  };
  const parts = { folder, teller };
  const importAnew = async (): Promise<ImportResult> => importInto(parts, (await files()).path);
  const log = async (): Promise<string> => {
    if (!existsSync(join(folder.data, "log.sqlite"))) await importAnew();
    return folder.data;
  };
  const rebuildAnew = async (): Promise<RebuildResult> => {
    await log();
    return rebuildFrom(parts);
  };
  return {
    events: async () => (await files()).events,
    files,
    log,
    importAnew,
    rebuildAnew,
    async model() {
      await log();
      if (!isCurrent(join(folder.data, "read"))) await rebuildAnew();
      return folder.data;
    },
  };
};
