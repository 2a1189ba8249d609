import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./markdown.ts";
import { pages } from "./pages.ts";

for (const [file, make] of Object.entries(pages)) {
  writeFileSync(join(ROOT, "docs", file), make());
  process.stdout.write(`docs/${file}\n`);
}
