import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { printApiSchema } from "@karnameh/api/schema";
import { ROOT } from "./markdown.ts";
import { pages } from "./pages.ts";

const write = (file: string, text: string): void => {
  writeFileSync(join(ROOT, file), text);
  process.stdout.write(`${file}\n`);
};

for (const [file, make] of Object.entries(pages)) write(`docs/${file}`, make());
write("services/api/schema.graphql", printApiSchema());
