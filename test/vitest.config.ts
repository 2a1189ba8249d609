import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  // Vite's own conditions would load a second copy of graphql beside the one its users load.
  ssr: { resolve: { conditions: ["module-sync", "node", "import", "default"] } },
  test: {
    include: ["{schema,projections,services,scripts,test}/**/*.spec.ts"],
    allowOnly: false,
    silent: "passed-only",
    // As many workers as processors: left alone, Vitest keeps one of two free.
    maxWorkers: "100%",
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
