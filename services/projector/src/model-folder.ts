import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The folder of read models: one serves (`current.json` names it), another may be under construction. */
export type ModelFolder = {
  readonly path: string;
  /** The file that serves, or undefined where none was built yet. */
  current(): Promise<string | undefined>;
  /** A new file to build in; what an interrupted build left is removed by `sweep`. `hash` is the catalogue's. */
  begin(hash: string): string;
  /** Makes a built file the one that serves, atomically. */
  promote(file: string): Promise<void>;
  /** Removes every file but the one that serves, those given, and what another process is building. */
  sweep(keep: readonly string[]): Promise<void>;
};

const POINTER = "current.json";

const namedIn = (text: string): string | undefined => {
  const value: unknown = JSON.parse(text);
  const file = typeof value === "object" && value !== null && "file" in value ? value.file : undefined;
  return typeof file === "string" ? file : undefined;
};

/** Whether another running process may be building in a file: its name holds the process id of the builder. */
const isBuiltElsewhere = (name: string): boolean => {
  const pid = Number(/^read-[0-9a-f]+-(\d+)-\d+\.duckdb/.exec(name)?.[1] ?? process.pid);
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Opens (and makes) the folder of read models. */
export const openModelFolder = async (path: string): Promise<ModelFolder> => {
  await mkdir(path, { recursive: true });
  const current = async (): Promise<string | undefined> => {
    const name = await readFile(join(path, POINTER), "utf8")
      .then(namedIn)
      .catch(() => undefined);
    return name !== undefined && existsSync(join(path, name)) ? join(path, name) : undefined;
  };
  const sweep = async (keep: readonly string[]): Promise<void> => {
    const kept = [await current(), ...keep].filter((file) => file !== undefined);
    for (const name of await readdir(path)) {
      const file = join(path, name);
      const isKept = kept.some((one) => file === one || file.startsWith(`${one}.`));
      if (name === POINTER || isKept || isBuiltElsewhere(name)) continue;
      await rm(file, { recursive: true, force: true });
    }
  };
  return {
    path,
    current,
    sweep,
    begin(hash) {
      for (let number = 1; ; number++) {
        const file = join(path, `read-${hash}-${process.pid}-${number}.duckdb`);
        if (!existsSync(file)) return file;
      }
    },
    async promote(file) {
      const next = join(path, `${POINTER}.next`);
      await writeFile(next, JSON.stringify({ file: file.slice(path.length + 1) }), { flush: true });
      await rename(next, join(path, POINTER));
    },
  };
};
