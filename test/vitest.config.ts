import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["{schema,projections,services,scripts,test}/**/*.spec.ts"],
    allowOnly: false,
    silent: "passed-only",
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
