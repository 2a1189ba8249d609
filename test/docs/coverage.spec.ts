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

type Row = { readonly number: number; readonly carriers: readonly string[]; readonly toCome: string };

const rows = readFileSync(join(ROOT, "docs/coverage.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| \d/.test(line))
  .map((line): Row => {
    const [number, , carried = "", toCome = ""] = line
      .split("|")
      .slice(1)
      .map((cell) => cell.trim());
    return {
      number: Number(number),
      carriers: [...carried.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
      toCome,
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

  it("names as carriers only what there is", () => {
    expect(rows.flatMap(({ carriers }) => carriers).filter((name) => !names.has(name))).toEqual([]);
  });

  it("leaves nothing without a carrier", () => {
    expect(rows.filter(({ carriers }) => carriers.length === 0).map(({ number }) => number)).toEqual([]);
  });

  it("does not name what there is as still to come", () => {
    for (const { toCome } of rows) for (const name of names) expect(toCome).not.toContain(`\`${name}\``);
  });
});
