import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FiguresImport, importFigures } from "./import-figures.ts";
import { type RecordingLog, recordingLog } from "./recording-log.ts";

let folder: string;
let log: RecordingLog;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "karnameh-figures-"));
  log = recordingLog();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (rows: readonly string[], more: Partial<FiguresImport> = {}) => {
  const file = join(folder, "figures.csv");
  writeFileSync(file, rows.join("\n"));
  return importFigures({ file, log, refusalsFile: join(folder, "refusals.ndjson"), ...more });
};
const figures = () => log.events.filter(({ type }) => type === "FigureReported").map(({ data }) => data);

const STATED =
  "id,seed_file,measure,value,qualifier,unit,period_as_stated,period_iso,subject,actor,quote_fa,note";
const OWN =
  "figure,measure,value,value_text,unit,qualifier,kind,period_from,period_to,subject_en,subject_fa,speaker,role,organisation,document,place,weekday,published_on";

describe("importFigures", () => {
  it("records the document once and each figure with its qualifier, period and speaker", async () => {
    const result = await run([
      OWN,
      "F-1,hires,300,,PERSONS,EQ,FLOW,,2023-08-29,Hires,استخدام,A. Person,head,Maker,paper-1,p. 3,,2023-08-30",
      "F-2,retirees,1000,,PERSONS,APPROX_BELOW,FORECAST,2023-03-21,2024-03-19,Retirees,,,,Maker,paper-1,p. 3,,",
    ]);
    expect(result).toMatchObject({
      format: "OWN",
      documents: ["paper-1"],
      recorded: 3,
      refused: 0,
      judged: [],
    });
    expect(log.events.map(({ type, effectiveOn }) => [type, effectiveOn])).toEqual([
      ["DocumentIngested", "2023-08-30"],
      ["FigureReported", "2023-08-30"],
      ["FigureReported", "2023-08-30"],
    ]);
    expect(figures()[0]).toEqual({
      figureId: "F-1",
      documentId: "paper-1",
      measure: "hires",
      value: 300,
      qualifier: "EQ",
      unit: "PERSONS",
      kind: "FLOW",
      periodTo: "2023-08-29",
      subject: { fa: "استخدام", en: "Hires" },
      speakerName: "A. Person",
      speakerRole: "head",
      speakerOrganisation: "Maker",
      place: "p. 3",
      extraction: "HUMAN",
      confidence: 1,
    });
  });

  it("turns toman into rial and signs into qualifiers, and leaves the quotation behind", async () => {
    await run([STATED, "A-1,doc.txt,bonus,120000,~<,toman,-,,bonus,N. Person,a sentence,a note"], {
      reportedOn: "2023-08-30",
    });
    expect(figures()[0]).toMatchObject({
      value: 1_200_000,
      unit: "IRR",
      qualifier: "APPROX_BELOW",
      speakerName: "N. Person",
    });
    expect(JSON.stringify(log.events)).not.toContain("sentence");
  });

  it("takes the area, the stated period, the factor and the lines where a table has them", async () => {
    const rows = [
      `${OWN},area,period_stated,multiplier,line_from,line_to`,
      "F-1,hires,300,,PERSONS,EQ,FLOW,,,Hires,,,,,paper-1,,,2023-08-30,IR-03,two years,1000,3,4",
      "F-2,hires,300,,PERSONS,EQ,FLOW,,,Hires,,,,,paper-1,,,,,,,third,",
      "F-3,hires,300,,PERSONS,EQ,FLOW,,,Hires,,,,,paper-1,,,,NOWHERE,,,,",
    ];
    expect(await run(rows)).toMatchObject({ recorded: 2, refused: 2 });
    expect(figures()[0]).toMatchObject({
      area: "IR-03",
      periodStated: "two years",
      multiplier: 1000,
      lineFrom: 3,
      lineTo: 4,
    });
    const refusals = readFileSync(join(folder, "refusals.ndjson"), "utf8").trimEnd().split("\n");
    expect(refusals.map((line) => JSON.parse(line))).toMatchObject([
      { line: 3, code: "CELL_INVALID", path: "line_from" },
      { line: 4 },
    ]);
  });

  it("takes where a figure was stated, and who wrote the document, where a table has them", async () => {
    await run([
      `${OWN},venue,author`,
      "F-1,hires,300,,PERSONS,EQ,FLOW,,,Hires,,,,,paper-1,line 9,,2023-08-30,Exhibition of Government Week,A. Writer",
    ]);
    expect(figures()).toMatchObject([{ place: "line 9", venue: "Exhibition of Government Week" }]);
    const documents = log.events.filter(({ type }) => type === "DocumentIngested");
    expect(documents).toMatchObject([{ data: { author: "A. Writer" } }]);
  });

  it("keeps the period in the words of the table, and a dash for none", async () => {
    await run(
      [
        STATED,
        "A-1,doc.txt,share,50,>,percent,in two years,,share,Office,,",
        "A-2,doc.txt,share,50,>,percent,-,,share,Office,,",
      ],
      { reportedOn: "2023-08-30" },
    );
    expect(figures().map(({ periodStated }) => periodStated)).toEqual(["in two years", undefined]);
  });

  it("keeps a value that is no number as text", async () => {
    await run([STATED, "A-1,doc.txt,upcoming_host,Shanghai,=,place,-,,competition,head of it,,"], {
      reportedOn: "2021-05-11",
    });
    expect(figures()[0]).toMatchObject({
      valueText: "Shanghai",
      unit: "PLACE",
      kind: "FORECAST",
      speakerRole: "head of it",
    });
  });

  it("reads numbers in every script, and words in their own column only", async () => {
    const row = (id: string, value: string, text = "", unit = "PERSONS") =>
      `${id},hires,${value},${text},${unit},EQ,FLOW,,,Hires,,,,,paper-1,,,2023-08-30`;
    const taken = [row("F-1", '"2,047,000"'), row("F-2", "۲٬۰۴۷٬۰۰۰"), row("F-3", "60%", "", "PERCENT")];
    const words = row("F-4", "", "Shanghai", "PLACE");
    const moved = [
      row("F-5", "2.05E+06"),
      row("F-6", "TRUE"),
      row("F-7", "60%"),
      row("F-8", ""),
      "F-9,hires",
    ];
    expect(await run([OWN, ...taken, words, ...moved])).toMatchObject({ recorded: 5, refused: 5 });
    expect(figures().map(({ value, valueText }) => value ?? valueText)).toEqual([
      2_047_000,
      2_047_000,
      60,
      "Shanghai",
    ]);
    const refusals = readFileSync(join(folder, "refusals.ndjson"), "utf8").trimEnd().split("\n");
    expect(refusals.map((line) => JSON.parse(line))).toMatchObject([
      { line: 6, code: "CELL_INVALID", path: "value", hint: expect.stringContaining("all its digits") },
      { line: 7, code: "CELL_INVALID", path: "value" },
      { line: 8, code: "CELL_INVALID", path: "value" },
      { line: 9, code: "CELL_MISSING", path: "value" },
      { line: 10, code: "ROW_WIDTH", path: "" },
    ]);
  });

  it("judges the kind where the row does not say it, and says that it did", async () => {
    const result = await run(
      [
        STATED,
        "A-1,doc.txt,trainees_total,10,=,persons,-,2021-08-03/2023-08-02,courses,Office,,",
        "A-2,doc.txt,share,50,>,percent,-,,share,Office,,",
      ],
      { reportedOn: "2023-08-30" },
    );
    expect(result.judged).toEqual(["A-1", "A-2"]);
    expect(figures().map(({ kind, extraction, confidence }) => [kind, extraction, confidence])).toEqual([
      ["FLOW", "MACHINE", 0.5],
      ["RATE", "MACHINE", 0.5],
    ]);
  });

  it("refuses a kind that would be a guess, unless one is given", async () => {
    const rows = [STATED, "A-1,doc.txt,desks,35,>,countries,-,,desks,Office,,"];
    expect(await run(rows, { reportedOn: "2023-08-30" })).toMatchObject({ recorded: 1, refused: 1 });
    expect(JSON.parse(readFileSync(join(folder, "refusals.ndjson"), "utf8"))).toMatchObject({
      line: 2,
      code: "KIND_UNKNOWN",
      hint: expect.stringContaining("--kind CODE"),
    });
    expect(await run(rows, { reportedOn: "2023-08-30", kind: "TARGET" })).toMatchObject({
      refused: 0,
      recorded: 1,
      duplicates: 1,
    });
  });

  it("fingerprints a document that is next to the table, and says which did not", async () => {
    writeFileSync(join(folder, "here.txt"), "abc");
    const result = await run(
      [STATED, "A-1,here.txt,rate,1,=,percent,-,,x,Office,,", "A-2,gone.txt,rate,1,=,percent,-,,x,Office,,"],
      { reportedOn: "2023-08-30" },
    );
    expect(result.unseenDocuments).toEqual(["gone"]);
    expect(log.events[0]?.data["sha256"]).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
  });

  it("records nothing when it is run again", async () => {
    const rows = [STATED, "A-1,doc.txt,share,50,>,percent,-,,share,Office,,"];
    await run(rows, { reportedOn: "2023-08-30" });
    expect(await run(rows, { reportedOn: "2023-08-30" })).toMatchObject({ recorded: 0, duplicates: 2 });
  });

  it("refuses a national code in any cell, and repeats no digit of it", async () => {
    const row = (id: string, value: string, unit: string, more = "") =>
      `${id},doc.txt,m,${value},=,${unit},-,,${more || "share"},Office,,`;
    const result = await run(
      [
        STATED,
        row("A-1", "0012345679", "persons"),
        row("A-2", "۰۰۱-۲۳۴۵۶۷-۹", "persons"),
        row("001-234567-9", "5", "persons"),
        row("A-4", "5", "persons", "کد ملی 001 234567 9"),
        row("A-5", "1234567891", "persons"),
        row("A-6", "1234567891", "toman"),
        "A-7,0012345679.txt,m,5,=,persons,-,,share,Office,,",
      ],
      { reportedOn: "2023-08-30", kind: "STOCK" },
    );
    expect(figures()).toMatchObject([{ figureId: "A-6", value: 12_345_678_910 }]);
    const refused = readFileSync(join(folder, "refusals.ndjson"), "utf8");
    expect([...refused.matchAll(/"code":"(\w+)","path":"(\w+)?/g)].map(([, code]) => code)).toEqual(
      Array(7).fill("LOOKS_LIKE_NATIONAL_CODE"),
    );
    expect(refused + inspect(result, { depth: 9 }) + JSON.stringify(log.events)).not.toMatch(
      /1234567(?!891)|234567-9|۲۳۴۵۶۷/,
    );
  });

  it("does not invent the day of the report", async () => {
    const rows = [STATED, "A-1,doc.txt,share,50,>,percent,-,,share,Office,,"];
    await expect(run(rows)).rejects.toMatchObject({
      code: "OPTION_INVALID",
      message: expect.stringContaining("--reported-on YYYY-MM-DD"),
    });
  });

  it.each([
    ["1402-06-08", "looks like a Jalali day"],
    ["2999-01-01", "lies after today"],
    ["2023", "has to be a day"],
  ])("refuses %s as the day of the report before it reads anything", async (reportedOn, part) => {
    const given = { log, refusalsFile: join(folder, "refusals.ndjson"), reportedOn };
    await expect(importFigures({ ...given, file: join(folder, "nowhere.csv") })).rejects.toMatchObject({
      code: "OPTION_INVALID",
      message: expect.stringContaining(part),
    });
  });

  it("says of an empty file that it is empty", async () => {
    await expect(run([])).rejects.toMatchObject({ code: "TABLE_EMPTY" });
  });
});
