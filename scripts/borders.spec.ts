import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, runTool } from "./tool.ts";

const PACKAGES: Readonly<Record<string, string>> = {
  schema: "schema",
  projections: "projections",
  ingest: "services/ingest",
  projector: "services/projector",
  web: "services/web",
  cli: "services/cli",
};

const SAMPLES: Readonly<Record<string, string>> = {
  "schema/src/word.ts": 'import "node:crypto";\nexport type Word = string;',
  "schema/src/upward.ts": 'import type { Row } from "@karnameh/projections/row";\nexport type Word = Row;',
  "schema/src/machine.ts": 'import "node:fs";',
  "projections/src/row.ts": 'import type { Word } from "@karnameh/schema/word";\nexport type Row = Word;',
  "projections/src/path.ts": 'import type { Word } from "../../schema/src/word.ts";\nexport type Row = Word;',
  "projections/src/engine/cube.ts": "export type Cube = string;",
  "projections/src/claims/finding.ts":
    'import type { Page } from "../planner/page.ts";\nexport type Finding = Page;',
  "projections/src/planner/page.ts":
    'import type { Cube } from "../engine/cube.ts";\nexport type Page = Cube;',
  "projections/src/domains/training/training.ts":
    'import type { Page } from "../../planner/page.ts";\nexport type Training = Page;',
  "services/ingest/src/ingest-endpoint.ts":
    'import { page } from "@karnameh/web/page";\nexport const endpoint = page;',
  "services/web/src/page.ts": 'export const page = () => import("./missing.ts");',
  "services/projector/src/one.ts": 'import { two } from "./two.ts";\nexport const one = () => two;',
  "services/projector/src/two.ts": 'import { one } from "./one.ts";\nexport const two = () => one;',
  "services/cli/src/main.ts": 'import "@karnameh/ingest/ingest-endpoint";\nimport "@karnameh/web/page";',
  "services/unknown/src/main.ts": 'import "@karnameh/schema/word";',
};

type Report = { summary: { violations: { rule: { name: string }; from: string; to: string }[] } };

const write = (folder: string, file: string, text: string): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), `${text}\n`);
};

const writePackages = (folder: string): void => {
  const names = Object.keys(PACKAGES).map((name) => `@karnameh/${name}`);
  write(
    folder,
    "package.json",
    JSON.stringify({ dependencies: Object.fromEntries(names.map((name) => [name, "*"])) }),
  );
  mkdirSync(join(folder, "node_modules/@karnameh"), { recursive: true });
  for (const [name, path] of Object.entries(PACKAGES)) {
    write(
      folder,
      `${path}/package.json`,
      JSON.stringify({ name: `@karnameh/${name}`, exports: { "./*": "./src/*.ts" } }),
    );
    symlinkSync(join(folder, path), join(folder, "node_modules/@karnameh", name));
  }
};

const cruise = async (folder: string): Promise<Report> => {
  const args = ["--config", ".dependency-cruiser.mjs", "--output-type", "json"];
  const folders = ["schema", "projections", "services"];
  const { output } = await runTool(["dependency-cruiser", "depcruise"], [...args, ...folders], {
    cwd: folder,
  });
  return JSON.parse(output);
};

describe("the borders between the packages", () => {
  const folder = mkdtempSync(join(tmpdir(), "karnameh-borders-"));
  let found: string[] = [];

  beforeAll(async () => {
    cpSync(join(ROOT, ".dependency-cruiser.mjs"), join(folder, ".dependency-cruiser.mjs"));
    for (const [file, text] of Object.entries(SAMPLES)) write(folder, file, text);
    writePackages(folder);
    const { summary } = await cruise(folder);
    found = summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ["an import from a higher layer", "border-of-schema: schema/src/upward.ts"],
    ["a service that imports a service", "border-of-ingest: services/ingest/src/ingest-endpoint.ts"],
    ["a path into another package", "through-the-package: projections/src/path.ts"],
    ["claims that import the planner", "layer-of-claims: projections/src/claims/finding.ts"],
    ["a domain that imports the planner", "layer-of-domains: projections/src/domains/training/training.ts"],
    ["a schema that reads files", "schema-asks-nothing-of-the-machine: schema/src/machine.ts"],
    ["a cycle", "no-cycles: services/projector/src/one.ts"],
    ["an unresolved import", "unresolved: services/web/src/page.ts"],
    ["a service without a border", "service-without-border: services/unknown/src/main.ts"],
  ])("stop %s", (_, violation) => {
    expect(found).toContain(violation);
  });

  it.each([
    "schema/src/word.ts",
    "projections/src/row.ts",
    "projections/src/planner/page.ts",
    "services/cli/src/main.ts",
  ])("let %s pass", (file) => {
    expect(found.filter((violation) => violation.endsWith(file))).toEqual([]);
  });
});
