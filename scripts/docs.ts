// Regenerates the pages of docs/ that are made from the code: node scripts/docs.ts. The specs of test/docs compare them.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./tool.ts";

const { status } = spawnSync(process.execPath, [join(ROOT, "test/docs/write-pages.child.ts")], {
  stdio: "inherit",
});
process.exitCode = status ?? 1;
