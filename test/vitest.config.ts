import { defineConfig } from "vitest/config";

const ROOT = new URL("..", import.meta.url).pathname;

export default defineConfig({
  root: ROOT,
  test: {
    include: ["{schema,projections,services,scripts,test}/**/*.spec.ts"],
    allowOnly: false,
    silent: "passed-only",
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
