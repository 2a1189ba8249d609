import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder and those above it, where there is none. Each by itself: below /proc Node's recursive making never
 * ends, because what it makes there is never found. Throws what the system says.
 */
export const makeFolder = (path: string): void => {
  const missing: string[] = [];
  for (let folder = path; !existsSync(folder) && dirname(folder) !== folder; folder = dirname(folder))
    missing.unshift(folder);
  for (const folder of missing) makeOne(folder);
  // The system says what it says of a file that stands in the way.
  if (!statSync(path).isDirectory()) mkdirSync(path);
};

/** Another process may make it at the same time. */
const makeOne = (folder: string): void => {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST" && existsSync(folder)))
      throw error;
  }
};
