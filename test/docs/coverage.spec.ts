import { readFileSync } from "node:fs";
import { join } from "node:path";
import { apiSchema } from "@karnameh/api/schema";
import { policies } from "@karnameh/policies/policies";
import { indicators } from "@karnameh/projections/indicators";
import { codelists } from "@karnameh/schema/codelists";
import { contracts } from "@karnameh/schema/contracts";
import { describe, expect, it } from "vitest";
import { commandNames } from "./commands-page.ts";
import { printedBy, ROOT } from "./markdown.ts";

type Row = { readonly number: number; readonly coveredBy: readonly string[]; readonly planned: string };

const rows = readFileSync(join(ROOT, "docs/coverage.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| \d/.test(line))
  .map((line): Row => {
    const [number, , covered = "", planned = ""] = line
      .split("|")
      .slice(1)
      .map((cell) => cell.trim());
    return {
      number: Number(number),
      coveredBy: [...covered.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
      planned,
    };
  });

const names = new Set([
  ...contracts.flatMap(({ type, data }) => [
    type,
    ...Object.keys(data.shape).map((field) => `${type}.${field}`),
  ]),
  ...codelists.flatMap(({ id, codes }) => [id, ...codes.map(({ code }) => `${id}.${code}`)]),
  ...indicators.map(({ code }) => code),
  ...policies.map(({ name }) => name),
  ...commandNames(printedBy("--help")),
  ...Object.keys(apiSchema.getQueryType()?.getFields() ?? {}),
  "/",
  "/en",
]);

describe("the table of docs/coverage.md", () => {
  it("has every number from 1 to 100 once, in order", () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  });

  it("names only what exists", () => {
    expect(rows.flatMap(({ coveredBy }) => coveredBy).filter((name) => !names.has(name))).toEqual([]);
  });

  it("covers every subject", () => {
    expect(rows.filter(({ coveredBy }) => coveredBy.length === 0).map(({ number }) => number)).toEqual([]);
  });

  it("lists nothing that exists as planned", () => {
    for (const { planned } of rows) for (const name of names) expect(planned).not.toContain(`\`${name}\``);
  });
});
