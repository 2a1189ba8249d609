import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT, runTool } from "./tool.ts";
import {
  failuresOf,
  type SpecTime,
  slowestFiles,
  type Tally,
  tallyOf,
  type VitestReport,
} from "./vitest-report.ts";

const SLOWEST = 10;

/** What a check found; `output` is for whoever has to fix it. */
export type Outcome = Tally & {
  readonly output: string;
  /** The tests that failed. */
  readonly failures?: readonly string[];
  readonly slowest?: readonly SpecTime[];
};

export type CheckOptions = {
  /** Parts of paths; only the specs use them. */
  readonly filters: readonly string[];
  /** A check is stopped after so many seconds. */
  readonly timeoutSeconds: number;
};

export type Check = {
  readonly name: string;
  readonly title: string;
  /** Nothing else runs meanwhile, and it is reported last. */
  readonly isAlone?: boolean;
  readonly run: (options: CheckOptions) => Promise<Outcome>;
};

/** Runs a tool for a check; where it takes too long its output ends with a sentence that says so. */
const runLimited = async (
  title: string,
  tool: Parameters<typeof runTool>[0],
  args: readonly string[],
  { seconds, env = {} }: { readonly seconds: number; readonly env?: Readonly<Record<string, string>> },
) => {
  const { exitCode, output, isTimedOut } = await runTool(tool, args, { timeoutMs: seconds * 1000, env });
  if (!isTimedOut) return { exitCode, output };
  const sentence = `The check "${title}" was stopped after ${seconds} s: the limit is set by \`npm test -- --timeout SECONDS\`.`;
  return { exitCode: 1, output: `${output.trimEnd()}\n\n${sentence}` };
};

const toolCheck = (
  name: string,
  title: string,
  tool: Parameters<typeof runTool>[0],
  args: readonly string[],
): Check => ({
  name,
  title,
  run: async ({ timeoutSeconds }) => {
    const { exitCode, output } = await runLimited(title, tool, args, { seconds: timeoutSeconds });
    return exitCode === 0
      ? { passed: 1, failed: 0, skipped: 0, output }
      : { passed: 0, failed: 1, skipped: 0, output };
  },
});

const readJson = async <T>(file: string): Promise<T | undefined> => {
  try {
    return JSON.parse(await readFile(file, "utf8")) as T;
  } catch {
    return undefined;
  }
};

const SPECS_TITLE = "specs, properties, stories";

const specs = async ({ filters, timeoutSeconds }: CheckOptions): Promise<Outcome> => {
  const folder = await mkdtemp(join(tmpdir(), "karnameh-specs-"));
  const [file, timesFile] = [join(folder, "report.json"), join(folder, "times.json")];
  const args = ["run", "--config", "test/vitest.config.ts", ...filters];
  const limits = { seconds: timeoutSeconds, env: { KARNAMEH_SPECS_REPORT: folder } };
  const { exitCode, output } = await runLimited(SPECS_TITLE, ["vitest", "vitest"], args, limits);
  const report = await readJson<VitestReport>(file);
  const times = (await readJson<readonly SpecTime[]>(timesFile)) ?? [];
  await rm(folder, { recursive: true, force: true });
  const short = (path: string): string => path.replace(`${ROOT}/`, "");
  return {
    ...tallyOf(report, exitCode),
    output,
    failures: failuresOf(report).map(short),
    slowest: slowestFiles(times, SLOWEST).map((each) => ({ ...each, file: short(each.file) })),
  };
};

/** In the order in which they are reported. */
export const CHECKS: readonly Check[] = [
  toolCheck(
    "lint",
    "format and lint",
    ["@biomejs/biome", "biome"],
    [
      ...["ci", "--error-on-warnings", "--diagnostic-level=warn", "--max-diagnostics=none"],
      ...["--reporter=concise", "--colors=off", "."],
    ],
  ),
  toolCheck("types", "types", ["typescript", "tsc"], ["-p", "tsconfig.base.json"]),
  toolCheck("dead-code", "dead code", ["knip", "knip"], ["--no-config-hints"]),
  toolCheck(
    "borders",
    "borders",
    ["dependency-cruiser", "depcruise"],
    [
      ...["--config", ".dependency-cruiser.mjs", "--output-type", "err-long"],
      ...["schema", "projections", "services", "scripts", "test"],
    ],
  ),
  { name: "specs", title: SPECS_TITLE, isAlone: true, run: specs },
];
