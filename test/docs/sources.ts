import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./markdown.ts";

/** The texts of the product's own sources, without their specs and what only specs use. */
export const sources = (): readonly string[] =>
  globSync("{schema,projections,services/*}/src/**/*.ts", { cwd: ROOT })
    .filter(
      (file) => !/[.](spec|child)[.]ts$|twin|recording-log|\/testing\/|^services\/simulator\//.test(file),
    )
    .map((file) => readFileSync(join(ROOT, file), "utf8"));
