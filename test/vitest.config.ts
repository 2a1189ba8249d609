import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["{schema,projections,services,scripts,test}/**/*.spec.ts"],
    globalSetup: "test/folder-of-run.ts",
    allowOnly: false,
    silent: "passed-only",
    // One more than processors: some spec is always waiting, for a disk, a process or a clock.
    maxWorkers: availableParallelism() + 1,
    // A worker loads the catalogue and its libraries once, not for each spec; so no spec may change what it imports.
    isolate: false,
    // Node itself reads the sources, as it does outside of tests; nothing here needs what Vite could make of them.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
