import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder for what specs make once and share; it goes with the run. */
    folderOfRun: string;
  }
}

/** Makes the folder of a run; resolves to what removes it. Vitest calls it by this name. */
export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), "karnameh-run-"));
  provide("folderOfRun", folder);
  return () => rm(folder, { recursive: true, force: true });
};
