import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Creates a folder and its parents. One by one: below /proc Node's recursive creation never ends, because the folders it
 * creates there are never found. Throws the error of the system.
 */
export const makeFolder = (path: string): void => {
  const missing: string[] = [];
  for (let folder = path; !existsSync(folder) && dirname(folder) !== folder; folder = dirname(folder))
    missing.unshift(folder);
  for (const folder of missing) makeOne(folder);
  // If a file has this name, the system reports it.
  if (!statSync(path).isDirectory()) mkdirSync(path);
};

/** Another process may create it at the same time. */
const makeOne = (folder: string): void => {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST" && existsSync(folder)))
      throw error;
  }
};
