import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importFigures } from "../import-figures.ts";
import { type RecordingLog, recordingLog } from "../recording-log.ts";
import { extractFigures } from "./extract-figures.ts";

const TEXT = "در سال جاری بیش از ۴۰۰ نفر، «کارگر ماهر»، استخدام شدند.\nهدفگذاری برای ۲ هزار نفر است.\n";

let folder: string;
let log: RecordingLog;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "karnameh-extract-"));
  log = recordingLog();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const extract = (text: string | Buffer = TEXT, name = "page one.txt") => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return extractFigures({ file, publishedOn: "2024-06-05" });
};
const importTable = (table: string) => {
  const file = join(folder, "proposed.csv");
  writeFileSync(file, table);
  return importFigures({ file, log, refusalsFile: join(folder, "refusals.ndjson") });
};
/** Answers in the column `confirmed`, row by row. */
const answer = (table: string, ...answers: readonly string[]) =>
  table
    .split("\n")
    .map((line, at) => (at === 0 ? line : `${answers[at - 1] ?? ""}${line}`))
    .join("\n");
const types = () => log.events.map(({ type }) => type);

describe("a table of proposed figures", () => {
  it("is recorded by nobody's leave but a person's", async () => {
    const { table, proposals } = await extract();
    expect(proposals).toHaveLength(2);
    expect(await importTable(table)).toMatchObject({ recorded: 0, refused: 0, unconfirmed: 2 });
    expect(types()).toEqual([]);
  });

  it("gives what was confirmed, found by a program, and leaves out what was turned down or is open", async () => {
    const { table } = await extract();
    const done = await importTable(answer(table, "yes", "no"));
    expect(done).toMatchObject({ recorded: 2, unconfirmed: 0, judged: [] });
    expect(types()).toEqual(["DocumentIngested", "FigureReported"]);
    expect(log.events[1]?.data).toMatchObject({
      figureId: "page-one-001",
      documentId: "page-one",
      value: 400,
      unit: "PERSONS",
      qualifier: "GT",
      kind: "FLOW",
      periodFrom: "2024-03-20",
      periodTo: "2025-03-20",
      place: "line 1",
      periodStated: "سال جاری",
      lineFrom: 1,
      lineTo: 1,
      extraction: "MACHINE",
      confidence: 1,
    });
    expect(log.events[1]?.data).not.toHaveProperty("quote");
    expect(await importTable(answer(table, "بله", "YES"))).toMatchObject({ recorded: 1, duplicates: 2 });
  });

  it("takes no word for yes that is none", async () => {
    const { table } = await extract();
    expect(await importTable(answer(table, "perhaps", "yes"))).toMatchObject({ refused: 1, recorded: 2 });
    expect(JSON.parse(readFileSync(join(folder, "refusals.ndjson"), "utf8"))).toMatchObject({
      code: "CELL_INVALID",
      path: "confirmed",
      hint: "Write yes or no.",
    });
  });

  it("names the document by its file and fingerprint", async () => {
    const { table } = await extract();
    await importTable(answer(table, "yes"));
    expect(log.events[0]).toMatchObject({
      effectiveOn: "2024-06-05",
      data: { documentId: "page-one", language: "fa", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });
});

describe("a document", () => {
  it.each([
    ["%PDF-1.7", "PDF"],
    ["PK\u0003\u0004", "an office document"],
    ["<!DOCTYPE html><p>", "HTML"],
  ])("that begins with %j is not read as text", async (start, kind) => {
    await expect(extract(`${start} ۴۰۰ نفر`)).rejects.toMatchObject({
      code: "NOT_PLAIN_TEXT",
      message: expect.stringContaining(kind),
    });
  });

  it("has to be UTF-8", async () => {
    await expect(extract(Buffer.from([0xd3, 0xe5]))).rejects.toMatchObject({ code: "NOT_UTF8" });
  });

  it("has to be there, and not to come from the future", async () => {
    await expect(extractFigures({ file: join(folder, "no.txt") })).rejects.toMatchObject({
      code: "FILE_NOT_FOUND",
    });
    await expect(
      extractFigures({ file: join(folder, "no.txt"), publishedOn: "2999-01-01" }),
    ).rejects.toMatchObject({ code: "OPTION_INVALID" });
  });

  it("without figures gives a table without rows", async () => {
    const { table, proposals } = await extract("هیچ رقمی در این متن نیست.");
    expect(proposals).toEqual([]);
    expect(table.trimEnd().split("\n")).toHaveLength(1);
  });
});
