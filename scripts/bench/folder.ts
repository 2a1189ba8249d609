import { existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { BenchError } from "./bench-error.ts";
import { stopChildren } from "./child.ts";
import type { Options } from "./options.ts";

/** The folder of a bench, with a scratch folder for each row. */
export type BenchFolder = {
  readonly path: string;
  /** A data folder as the product keeps it. */
  readonly data: string;
  /** An empty folder for one row. */
  scratch(name: string): string;
  drop(name: string): void;
  remove(): void;
};

/** Maximum bytes per event: its line (about 550), two logs (570 each) and two
 * read models (120 each), with room for temporary files of SQLite and DuckDB. Measured.
 */
const BYTES_PER_EVENT = 2_500;

const checkSpace = (path: string, events: number): void => {
  const { bavail, bsize } = statfsSync(path);
  const [free, needed] = [bavail * bsize, events * BYTES_PER_EVENT];
  if (free >= needed) return;
  const gib = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(1)} GiB`;
  throw new BenchError(
    `The bench of ${events.toLocaleString("en")} events needs about ${gib(needed)} in ${path}, but only ${gib(free)} are free. ` +
      "Give fewer --events or another folder with --keep, or set TMPDIR.",
  );
};

const place = ({ keep, data }: Options): string => {
  if (keep !== undefined) {
    mkdirSync(keep, { recursive: true });
    return resolve(keep);
  }
  if (data === undefined) return mkdtempSync(join(tmpdir(), "karnameh-bench-"));
  if (existsSync(join(data, "fixture.json"))) return resolve(data);
  throw new BenchError(`${data} contains no bench. Create one with --keep ${data}.`);
};

/** Opens the folder. Without --keep or --data it is removed at the end, also after Ctrl-C. Throws BenchError. */
export const openBenchFolder = (options: Options): BenchFolder => {
  const path = place(options);
  const isKept = options.keep !== undefined || options.data !== undefined;
  const scratches = new Set<string>();
  const drop = (name: string): void => rmSync(join(path, name), { recursive: true, force: true });
  const remove = (): void => {
    for (const name of scratches) drop(name);
    if (!isKept) rmSync(path, { recursive: true, force: true });
  };
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)
    process.once(signal, () => {
      stopChildren();
      remove();
      process.exit(code);
    });
  try {
    if (options.events !== undefined) checkSpace(path, options.events);
  } catch (error) {
    remove();
    throw error;
  }
  return {
    path,
    data: join(path, "data"),
    drop,
    remove,
    scratch(name) {
      scratches.add(name);
      drop(name);
      mkdirSync(join(path, name), { recursive: true });
      return join(path, name);
    },
  };
};
