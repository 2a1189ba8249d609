import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ENVIRONMENT, TEST_ENVIRONMENT } from "@karnameh/cli/environment";
import { expect, it } from "vitest";
import { ROOT } from "./markdown.ts";

const files = globSync("{schema,projections,services,scripts,test}/**/*.{ts,mjs}", {
  cwd: ROOT,
  exclude: (path) => path.includes("node_modules"),
});
/** A variable of ours, or any variable that is read from an environment by name. */
const VARIABLE = /\bKARNAMEH_[A-Z_]*[A-Z]\b|(?<=\benv(?:\.|\["))[A-Z][A-Z_]+\b/g;
const named = new Set(files.flatMap((file) => readFileSync(join(ROOT, file), "utf8").match(VARIABLE) ?? []));
const listed = [...Object.values(ENVIRONMENT), ...TEST_ENVIRONMENT].map(({ name }) => name);

it("lists every environment variable that the code names", () => {
  expect([...named].filter((name) => !listed.includes(name))).toEqual([]);
});

it("prints each of them in docs/commands.md", () => {
  const commands = readFileSync(join(ROOT, "docs/commands.md"), "utf8");
  expect(listed.filter((name) => !commands.includes(`\`${name}\``))).toEqual([]);
});

it("lists those of the commands in the README, in the same order", () => {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
  expect(rows).toEqual(Object.values(ENVIRONMENT).map(({ name }) => name));
});
