import { existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { BenchError } from "./bench-error.ts";
import { stopChildren } from "./child.ts";
import type { Options } from "./options.ts";

/** Where the bench works: what it keeps for its rows, and what each row throws away. */
export type BenchFolder = {
  readonly path: string;
  /** A data folder as the product keeps it. */
  readonly data: string;
  /** An empty folder for one row. */
  scratch(name: string): string;
  drop(name: string): void;
  remove(): void;
};

/** Bytes an event takes at the worst moment: its line (about 550), two logs (570 each) and two
 * read models (120 each), with room for journals and what DuckDB puts aside. Measured.
 */
const BYTES_AN_EVENT = 2_500;

const checkSpace = (path: string, events: number): void => {
  const { bavail, bsize } = statfsSync(path);
  const [free, needed] = [bavail * bsize, events * BYTES_AN_EVENT];
  if (free >= needed) return;
  const gib = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(1)} GiB`;
  throw new BenchError(
    `The bench of ${events.toLocaleString("en")} events needs about ${gib(needed)} in ${path}, and ${gib(free)} are free: ` +
      "give fewer --events, another folder with --keep, or set TMPDIR.",
  );
};

const place = ({ keep, data }: Options): string => {
  if (keep !== undefined) {
    mkdirSync(keep, { recursive: true });
    return resolve(keep);
  }
  if (data === undefined) return mkdtempSync(join(tmpdir(), "karnameh-bench-"));
  if (existsSync(join(data, "ground.json"))) return resolve(data);
  throw new BenchError(`There is nothing of a bench in ${data}; make it with --keep ${data}.`);
};

/** Opens the folder; one that nobody asked to keep is removed at the end, also by Ctrl-C. Throws BenchError. */
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
