import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runRecorded } from "../recording-cli.ts";

let folder: string;
let page: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "karnameh-extract-"));
  [page, out] = [join(folder, "page.txt"), join(folder, "proposed.csv")];
  writeFileSync(page, "بیش از ۴۰۰ نفر استخدام شدند.\nدو هزار مجوز صادر شد.\n");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const extract = (...more: string[]) =>
  runRecorded(["extract", page, "--published-on", "2024-06-05", ...more]);

describe("karnameh extract", () => {
  it("prints the table of what it proposes, or one object for a script", async () => {
    const { exitCode, out: printed } = await extract();
    expect(exitCode).toBe(0);
    expect(printed.trimEnd().split("\n")).toHaveLength(3);
    expect(JSON.parse((await extract("--json")).out).proposals).toMatchObject([
      { value: 400 },
      { value: 2_000 },
    ]);
  });

  it("never writes over what somebody may have confirmed", async () => {
    expect((await extract("--out", out)).out).toContain("2 figures proposed");
    writeFileSync(out, "mine");
    const again = await extract("--out", out);
    expect(again).toMatchObject({ exitCode: 2, err: expect.stringContaining("already exists") });
    expect(readFileSync(out, "utf8")).toBe("mine");
  });

  it("leads to figures only through a person, whom the import counts out", async () => {
    await extract("--out", out);
    const data = ["--data", join(folder, "data")];
    const before = await runRecorded(["import-figures", out, ...data]);
    expect(before.out).toBe("0 recorded, 0 already there, 0 rejected, 2 not confirmed yet.\n");
    const [header, first, ...others] = readFileSync(out, "utf8").split("\n");
    writeFileSync(out, [header, `yes${first}`, ...others].join("\n"));
    const after = await runRecorded(["import-figures", out, ...data]);
    expect(after.out).toBe("2 recorded, 0 already there, 0 rejected, 1 not confirmed yet.\n");
  });

  it("writes a table that spreadsheets show and do not compute, and that is read back", async () => {
    writeFileSync(page, "=SUM(A1) شمار ۴۰۰ نفر بود.\n\n@X رشد منفی ۲٫۵ درصد بود.\n\n+1 رشد ۳ درصد بود.\n");
    await extract("--out", out);
    const table = readFileSync(out, "utf8");
    expect(table.startsWith("\ufeffconfirmed,")).toBe(true);
    const cells = table.split(/[,\n]/);
    expect(cells.filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([]);
    writeFileSync(out, table.replaceAll("\n,", "\nyes,"));
    const data = ["--data", join(folder, "data")];
    const done = await runRecorded(["import-figures", out, "--kind", "RATE", ...data]);
    expect(done.out).toContain("4 recorded, 0 already there, 0 rejected");
    const query = "{ figures { edges { node { value } } } }";
    const answer = await runRecorded(["query", query, ...data]);
    expect(answer.out).toContain("-2.5");
  });

  it("repeats no digit of a national code, from the text or the name of the document", async () => {
    const coded = join(folder, "page-0012345679.txt");
    writeFileSync(coded, "کد ملی ۰۰۱ ۲۳۴۵۶۷ ۹ برای ۴۰۰ نفر و 0012345679 نفر.\n");
    const { out: printed } = await runRecorded(["extract", coded, "--json"]);
    const { out: table } = await runRecorded(["extract", coded, "--out", out]);
    expect(JSON.parse(printed).proposals).toMatchObject([{ value: 400 }]);
    expect(readFileSync(out, "utf8")).not.toMatch(/1234567|234567|۲۳۴۵۶۷|۰۰۱/);
    expect(table).toContain("1 figures proposed");
  });

  it("says what a document has to be", async () => {
    writeFileSync(page, "%PDF-1.4");
    const { exitCode, err } = await extract();
    expect(exitCode).toBe(2);
    expect(err).toContain("save it as plain text first");
  });
});
