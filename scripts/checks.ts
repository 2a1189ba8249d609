import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTool } from "./tool.ts";
import { type Tally, tallyOf, type VitestReport } from "./vitest-report.ts";

/** What a check found; `output` is for whoever has to mend it. */
export type Outcome = Tally & { readonly output: string };

export type Check = {
  readonly name: string;
  readonly title: string;
  /** Nothing else runs meanwhile, and it is told last. */
  readonly isAlone?: boolean;
  /** `filters` are parts of paths; only the specs heed them. */
  readonly run: (filters: readonly string[]) => Promise<Outcome>;
};

const tool = (packageName: string, bin: string, args: readonly string[]) => async (): Promise<Outcome> => {
  const { exitCode, output } = await runTool([packageName, bin], args);
  return exitCode === 0
    ? { passed: 1, failed: 0, skipped: 0, output }
    : { passed: 0, failed: 1, skipped: 0, output };
};

const readReport = async (file: string): Promise<VitestReport | undefined> => {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return undefined;
  }
};

const specs = async (filters: readonly string[]): Promise<Outcome> => {
  const folder = await mkdtemp(join(tmpdir(), "karnameh-specs-"));
  const report = join(folder, "report.json");
  const { exitCode, output } = await runTool(
    ["vitest", "vitest"],
    [
      ...["run", "--config", "test/vitest.config.ts", ...filters],
      ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    ],
  );
  const tally = tallyOf(await readReport(report), exitCode);
  await rm(folder, { recursive: true, force: true });
  return { ...tally, output };
};

/** In the order in which they are told. */
export const CHECKS: readonly Check[] = [
  {
    name: "lint",
    title: "format and lint",
    run: tool("@biomejs/biome", "biome", [
      ...["ci", "--error-on-warnings", "--diagnostic-level=warn", "--max-diagnostics=none"],
      ...["--reporter=concise", "--colors=off", "."],
    ]),
  },
  { name: "types", title: "types", run: tool("typescript", "tsc", ["-p", "tsconfig.base.json"]) },
  { name: "dead-code", title: "dead code", run: tool("knip", "knip", ["--no-config-hints"]) },
  {
    name: "borders",
    title: "borders",
    run: tool("dependency-cruiser", "depcruise", [
      ...["--config", ".dependency-cruiser.mjs", "--output-type", "err-long"],
      ...["schema", "projections", "services", "scripts", "test"],
    ]),
  },
  { name: "specs", title: "specs, properties, stories", isAlone: true, run: specs },
];
