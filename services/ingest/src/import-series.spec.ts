import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importSeries } from "./import-series.ts";
import { type RecordingLog, recordingLog } from "./recording-log.ts";

let folder: string;
let log: RecordingLog;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "karnameh-series-"));
  log = recordingLog();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const table = (...rows: readonly string[]): string => {
  const file = join(folder, "table.csv");
  writeFileSync(file, `${rows.join("\n")}\n`);
  return file;
};
const refusalsFile = () => join(folder, "refusals.ndjson");
const run = (
  rows: readonly string[],
  more: { series?: string; vintageOn?: string; provider?: string; today?: string } = {},
) =>
  importSeries({ file: table(...rows), log, refusalsFile: refusalsFile(), vintageOn: "2022-08-16", ...more });
const refused = () =>
  readFileSync(refusalsFile(), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const observations = () => log.events.filter((event) => event.type === "ObservationImported");

const LONG = "REF_AREA,FREQ,INDICATOR,SEX,CLASSIF1,TIME_PERIOD,OBS_VALUE,UNIT";
const SDMX = "DATAFLOW,REF_AREA,FREQ,MEASURE,SEX,AGE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE";

describe("importSeries", () => {
  it("makes of an ILOSTAT table a dataset for each series and an observation for each row", async () => {
    const result = await run([
      LONG,
      "AAA,A,EMP_2EMP_SEX_STE_NB_A,SEX_F,STE_ICSE93_1,1991,4.2,THOUSAND_PERSONS",
    ]);
    expect(result).toMatchObject({
      format: "ILOSTAT_LONG",
      rows: 1,
      recorded: 1,
      refused: 0,
      stopped: false,
    });
    expect(result.datasets).toEqual(["ILO-EMP_2EMP_SEX_STE_NB_A-2022-08-16"]);
    expect(log.events.map(({ type, effectiveOn }) => [type, effectiveOn])).toEqual([
      ["DatasetImported", "2022-08-16"],
      ["ObservationImported", "1991-12-31"],
    ]);
    expect(observations()[0]?.data).toEqual({
      datasetId: "ILO-EMP_2EMP_SEX_STE_NB_A-2022-08-16",
      series: "EMP_2EMP_SEX_STE_NB_A",
      refArea: "AAA",
      frequency: "A",
      sex: "SEX_F",
      classif: "STE_ICSE93_1",
      period: "1991",
      value: 4.2,
      statusList: "DROPPED_BY_SOURCE",
      basis: "MODELLED",
      vintageOn: "2022-08-16",
    });
  });

  it("keeps ILO's status with ILO's list, and a missing value missing", async () => {
    await run([
      SDMX,
      "ILO:DF_UNE_DEAP_SEX_AGE_RT(1.0),AAA,Q,UNE_DEAP_RT,SEX_T,AGE_YTHADULT_YGE15,2024-Q2,,B,PT",
    ]);
    const [event] = observations();
    expect(event?.effectiveOn).toBe("2024-06-30");
    expect(event?.data).toMatchObject({
      series: "UNE_DEAP_SEX_AGE_RT_Q",
      frequency: "Q",
      age: "AGE_YTHADULT_YGE15",
      obsStatus: "B",
      statusList: "CL_OBS_STATUS_ILO",
    });
    expect(event?.data).not.toHaveProperty("value");
  });

  it("keeps several flags of one row together", async () => {
    const row = (year: number, flags: string) => `ILO:DF_X_RT(1.0),AAA,A,RT,SEX_T,,${year},1,${flags},PT`;
    await run([SDMX, row(2020, "BU"), row(2021, '"B, U"'), row(2022, "B|u")]);
    expect(observations().map(({ data }) => data["obsStatus"])).toEqual(["BU", "BU", "Bu"]);
  });

  it("reads World Bank and OWID tables as two datasets of one series", async () => {
    await run(["country_iso3,indicator,year,value", "AAA,SL.X,2020,10.96"], { vintageOn: "2022-01-21" });
    await run(["Entity,Code,Year,Rate", "Aland,AAA,2020,9.687", "World,OWID_WRL,2020,6"], {
      series: "SL.X",
      vintageOn: "2026-05-31",
    });
    expect(
      observations().map(({ data }) => [data["series"], data["refArea"], data["vintageOn"], data["value"]]),
    ).toEqual([
      ["SL.X", "AAA", "2022-01-21", 10.96],
      ["SL.X", "AAA", "2026-05-31", 9.687],
      ["SL.X", "OWID_WRL", "2026-05-31", 6],
    ]);
  });

  it("refuses rows without an area or a number by their line, and takes the others", async () => {
    const rows = ["Entity,Code,Year,Rate", "Continent,,2020,6", "Aland,AAA,2020,many", "Aland,AAA,2021,5"];
    const result = await run(rows, { series: "SL.X" });
    expect(result).toMatchObject({ rows: 3, recorded: 1, refused: 2, refusalsFile: refusalsFile() });
    expect(refused().map(({ line, code, path }) => [line, code, path])).toEqual([
      [2, "CELL_MISSING", "Code"],
      [3, "CELL_INVALID", "Rate"],
    ]);
  });

  it("reads the numbers that are clear, and refuses rows whose cells have moved", async () => {
    const rows = [
      "Entity,Code,Year,Rate",
      "Aland,AAA,2018,۹٫۶",
      "Aland,AAA,2019,8,4",
      'Aland,AAA,2020,"8,4"',
    ];
    const result = await run([...rows, "Aland,AAA,2021,60%", "Aland,AAA,2022,#N/A"], { series: "SL.X" });
    expect(result).toMatchObject({ rows: 5, recorded: 2, refused: 3 });
    expect(observations().map(({ data }) => data["value"])).toEqual([9.6, 8.4]);
    expect(refused().map(({ line, code, path }) => [line, code, path])).toEqual([
      [3, "ROW_WIDTH", ""],
      [5, "CELL_INVALID", "Rate"],
      [6, "CELL_INVALID", "Rate"],
    ]);
  });

  it("records nothing when it is run again", async () => {
    const rows = ["country_iso3,indicator,year,value", "AAA,SL.X,2020,1", "AAA,SL.X,2021,"];
    await run(rows);
    expect(await run(rows)).toMatchObject({ recorded: 0, duplicates: 2, refused: 0 });
  });

  it("adds a mended row and another part to a vintage, and rejects only another value", async () => {
    const header = "country_iso3,indicator,year,value";
    await run([header, "AAA,SL.X,2019,1", "AAA,SL.X,2020,many"]);
    const mended = [header, "AAA,SL.X,2020,2\r", "AAA,SL.X,2019,1.0"];
    expect(await run(mended)).toMatchObject({ recorded: 1, duplicates: 1, refused: 0 });
    const part = [header, "BBB,SL.X,2019,5", "AAA,SL.X,2020,3"];
    expect(await run(part)).toMatchObject({ recorded: 1, duplicates: 0, refused: 1 });
    expect(refused()).toMatchObject([
      { line: 3, code: "CONFLICT", message: expect.stringContaining("SL.X, AAA, 2020.") },
    ]);
    expect(log.events.filter(({ type }) => type === "DatasetImported")).toHaveLength(1);
  });

  it.each([
    ["1402-01-01", "looks like a Jalali day"],
    ["1402-02-31", "looks like a Jalali day"],
    ["۱۴۰۲/۱/۱", "looks like a Jalali day"],
    ["1900-01-01", "outside the calendar, which begins on 1921-03-21"],
    ["2022-08-17", "lies after today, 2022-08-16"],
    ["2022-02-30", "has to be a day"],
  ])("refuses the vintage %s in one sentence before it reads anything", async (vintageOn, part) => {
    const given = { log, refusalsFile: refusalsFile(), vintageOn, today: "2022-08-16" };
    const failed = importSeries({ ...given, file: join(folder, "nowhere.csv") });
    await expect(failed).rejects.toMatchObject({
      code: "OPTION_INVALID",
      message: expect.stringMatching(new RegExp(`^The vintage .*${part}[^\n]*\\.$`)),
    });
  });

  it("takes the vintage of today", async () => {
    const rows = ["country_iso3,indicator,year,value", "AAA,SL.X,2020,1"];
    expect(await run(rows, { today: "2022-08-16" })).toMatchObject({ recorded: 1 });
  });

  it("names the columns that it found and the known formats, one a line", async () => {
    const failed = run(["a,b,0012345678", "1,2,3"]).catch(({ message }) => message.split("\n"));
    const [found, ...known] = await failed;
    expect(found).toMatch(/has the columns a, b, …, which is none of the known formats:$/);
    expect(known).toHaveLength(5);
    expect(known[2]).toBe("  World Bank, one value a row: country_iso3,indicator,year,value");
  });

  it.each([
    ["TABLE_EMPTY", [""], {}],
    ["FORMAT_UNKNOWN", ["a,b,c", "1,2,3"], {}],
    ["SERIES_NEEDED", ["Entity,Code,Year,Rate", "Aland,AAA,2020,1"], {}],
    ["SERIES_NAMED_TWICE", ["country_iso3,indicator,year,value"], { series: "SL.X" }],
    ["OPTION_INVALID", ["country_iso3,indicator,year,value"], { vintageOn: "2022" }],
    ["TABLE_BROKEN", ["Entity,Code,Year,Rate", '"Aland,AAA,2020,1'], { series: "SL.X" }],
  ])("stops with %s where the file or an option cannot be used", async (code, rows, options) => {
    await expect(run(rows, options)).rejects.toMatchObject({ name: "IngestError", code });
  });
});
