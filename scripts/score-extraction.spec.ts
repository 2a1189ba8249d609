import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT } from "./tool.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "karnameh-score-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("counts what was found at its place, what was missed and what was repeated", () => {
  const table = join(folder, "figures.csv");
  writeFileSync(
    join(folder, "page.txt"),
    "بیش از ۶۰ نفر آمدند.\nهر ۶۰ نفر ماندند.\nشهر تبریز میزبان بود.\n۵ کشور.\n",
  );
  writeFileSync(
    table,
    "id,seed_file,value,unit,qualifier,quote_fa\nA-1,page.txt,60,persons,>,بیش از ۶۰ نفر\nA-2,page.txt,Tabriz,place,=,شهر تبریز\n",
  );
  const script = join(ROOT, "scripts/score-extraction.ts");
  const { stdout, status } = spawnSync(process.execPath, [script, folder, table], { encoding: "utf8" });
  expect(status).toBe(0);
  expect(stdout.trimEnd().split("\n")).toEqual([
    "page.txt",
    "  missed: A-2 (Tabriz)",
    "  not in the table: 5 COUNTRIES in line 4",
    "recall, by place and value:      1 of 2 = 50.0 %",
    "  of these with the right unit:  1 of 1 = 100.0 %",
    "  with the right qualifier:      1 of 1 = 100.0 %",
    "precision, by place and value:   1 of 3 = 33.3 %",
    "  with repeated figures counted: 2 of 3 = 66.7 %",
  ]);
});
