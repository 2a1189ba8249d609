import { closeSync, existsSync, ftruncateSync, openSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { IngestError } from "./ingest-error.ts";
import { makeFolder } from "./make-folder.ts";
import type { Refusal } from "./refusal.ts";

/** The refusals with one code: the first of them, and their number. */
export type RefusalCount = { readonly first: Refusal; readonly times: number };

/** Keeps refusals as NDJSON. The file is created with the first refusal. */
export type RefusalsFile = {
  readonly count: () => number;
  /** The refusals of this run with the most frequent code. */
  readonly mostFrequent: () => RefusalCount | undefined;
  /** Bytes written so far: where a resumed import continues. */
  readonly size: () => number;
  readonly add: (refusals: readonly Refusal[]) => void;
  readonly close: () => void;
};

const writing = <T>(path: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw new IngestError("REFUSALS_NOT_WRITABLE", `The refusals file ${path} cannot be written.`, error);
  }
};

const open = (path: string, keep: number): number => {
  makeFolder(dirname(path));
  const file = openSync(path, keep > 0 ? "r+" : "w");
  if (keep > 0) ftruncateSync(file, keep);
  return file;
};

/**
 * Opens the refusals of one import. `keep` bytes of an interrupted run stay; whatever else an earlier run
 * left under this name is removed, so that the file speaks of this import only.
 */
export const refusalsFile = (path: string, keep = 0): RefusalsFile => {
  const kept = keep > 0 && existsSync(path) ? keep : 0;
  if (kept === 0) writing(path, () => rmSync(path, { force: true }));
  let file: number | undefined;
  let size = kept;
  let count = 0;
  const byCode = new Map<string, RefusalCount>();
  return {
    count: () => count,
    mostFrequent: () => [...byCode.values()].sort((one, other) => other.times - one.times)[0],
    size: () => size,
    add: (refusals) => {
      if (refusals.length === 0) return;
      const handle = file ?? writing(path, () => open(path, kept));
      file = handle;
      const text = refusals.map((refusal) => `${JSON.stringify(refusal)}\n`).join("");
      size += writing(path, () => writeSync(handle, text, size));
      count += refusals.length;
      for (const refusal of refusals) {
        const { first = refusal, times = 0 } = byCode.get(refusal.code) ?? {};
        byCode.set(refusal.code, { first, times: times + 1 });
      }
    },
    close: () => {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
};
