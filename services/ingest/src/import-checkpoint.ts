import { createHash } from "node:crypto";
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { EventLog } from "@karnameh/event-log/port";
import { makeFolder } from "./make-folder.ts";
import type { Boundary } from "./split-lines.ts";

/** How far an import got: all lines up to the boundary are in the log or in the first bytes of the refusals file. */
export type ImportCheckpoint = Boundary & { readonly refusalsBytes: number };

/** Keeps the checkpoint of the import of one file into one log in a file of the data folder. */
export type CheckpointFile = {
  /** The checkpoint of an interrupted run, unless the file or the log is another one now. */
  readonly load: () => Promise<ImportCheckpoint | undefined>;
  /** Call only once the log has acknowledged everything up to the boundary. */
  readonly save: (checkpoint: ImportCheckpoint) => Promise<void>;
  readonly clear: () => void;
};

type Saved = ImportCheckpoint & { readonly file: string; readonly log: string; readonly head: string };

const identityOf = (path: string): string => {
  const { dev, ino, size, mtimeMs } = statSync(path);
  return [dev, ino, size, mtimeMs].join(":");
};

const isSaved = (value: unknown): value is Saved => {
  if (typeof value !== "object" || value === null) return false;
  const saved: Partial<Record<keyof Saved, unknown>> = value;
  const numbers = [saved.offset, saved.line, saved.refusalsBytes];
  const texts = [saved.file, saved.log, saved.head];
  return numbers.every(Number.isSafeInteger) && texts.every((text) => typeof text === "string");
};

const readSaved = (path: string): Saved | undefined => {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    return isSaved(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/**
 * The checkpoint of the import of `source` into `log`, kept in `folder`. It may lag the log but is never ahead of it:
 * losing it only costs time, because lines that are in the log already count as duplicates.
 */
export const checkpointFile = (folder: string, source: string, log: EventLog): CheckpointFile => {
  const name = createHash("sha256").update(resolve(source)).digest("hex").slice(0, 16);
  const path = join(folder, `import-${name}.json`);
  return {
    load: async () => {
      const saved = readSaved(path);
      if (saved === undefined || saved.file !== identityOf(source)) return undefined;
      const sameLog = saved.log === (await log.identity()) && BigInt(saved.head) <= (await log.head());
      return sameLog
        ? { offset: saved.offset, line: saved.line, refusalsBytes: saved.refusalsBytes }
        : undefined;
    },
    save: async (checkpoint) => {
      const [identity, head] = [await log.identity(), await log.head()];
      const saved: Saved = { ...checkpoint, file: identityOf(source), log: identity, head: String(head) };
      makeFolder(folder);
      writeFileSync(`${path}.new`, JSON.stringify(saved));
      renameSync(`${path}.new`, path);
    },
    clear: () => rmSync(path, { force: true }),
  };
};
