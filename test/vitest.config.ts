import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { SlowFirst } from "./slow-first.ts";
import { SpecTimes } from "./spec-times.ts";

/** `npm test` reads from here what passed and how long each file took. */
const reports = process.env["KARNAMEH_SPECS_REPORT"];

const hasEngines = process.env["KARNAMEH_ENGINES"] === "all";
const hasKills = process.env["KARNAMEH_KILLS"] !== undefined;

/** Specs of a longer run: `.ci/run` has them, and docs/architecture.md lists them. */
const LONG_ONLY = [
  ...(hasEngines ? [] : ["test/readers/kurrent.spec.ts", "test/contract/copy-between-engines.spec.ts"]),
  ...(hasKills ? [] : ["services/cli/src/serve/serve.kill.spec.ts"]),
];

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["{schema,projections,services,scripts,test}/**/*.spec.ts"],
    exclude: ["**/node_modules/**", ...LONG_ONLY],
    globalSetup: "test/folder-of-run.ts",
    allowOnly: false,
    silent: "passed-only",
    // As many workers as processors: left alone, Vitest keeps one of two free.
    maxWorkers: "100%",
    reporters:
      reports === undefined
        ? ["default"]
        : [
            "default",
            ["json", { outputFile: join(reports, "report.json") }],
            new SpecTimes(join(reports, "times.json")),
          ],
    sequence: { sequencer: SlowFirst },
    // A worker loads the catalogue and its libraries once, not for each spec; so no spec may change what it imports.
    isolate: false,
    // Node itself reads the sources, as it does outside of tests; nothing here needs what Vite could make of them.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // A test that hangs ends; one on a busy machine does not: nothing here measures time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
