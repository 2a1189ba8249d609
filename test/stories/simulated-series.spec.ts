import { officialEvents } from "@karnameh/simulator/demo/official";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Asked, beginStory, type Story } from "./story.ts";

const PEOPLE = 12_000;
const HEADER = "country_iso3,indicator,year,value";

/** The demonstration has official series of the simulated country; then somebody imports those of the World Bank and ILO. */
describe("Simulated series, and real ones imported after them", () => {
  let story: Story;
  beforeAll(async () => {
    story = await beginStory({
      indicators: ["SP.POP.TOTL", "labour_productivity", "mean_absolute_revision"],
      history: officialEvents(PEOPLE),
    });
  });
  afterAll(() => story.end());

  const where = [{ dimension: "country", values: ["IRN"] }];
  const population = { indicator: "SP.POP.TOTL", by: ["country"], where };
  const productivity = { indicator: "labour_productivity", by: ["country"], where } as const;
  const revision = {
    indicator: "mean_absolute_revision",
    where: [...where, { dimension: "series", values: ["NY.GDP.MKTP.KD"] }],
  };
  const answered = async (asked: Asked, year: string, asOf?: string) => {
    const period = { from: year, to: year };
    const given = { calendar: "GREGORIAN", ...asked, period } as const;
    const { observations, isSynthetic } = await story.answer(asOf === undefined ? given : { ...given, asOf });
    return [observations[0]?.value ?? observations[0]?.reason, isSynthetic];
  };

  it("are answered alone, marked, and of the size of the simulated country", async () => {
    expect(await answered(population, "2021")).toEqual([2 * PEOPLE, true]);
    expect(await answered(productivity, "2021")).toEqual([19_400, true]);
    expect((await answered(revision, "2021"))[1]).toBe(true);
  });

  it("are revised: output of 2021 was 1.2 % less in its first vintage", async () => {
    const [first, isSynthetic] = await answered(productivity, "2021", "2022-03-31");
    expect(first).toBeCloseTo(19_400 * 0.988, 0);
    expect(isSynthetic).toBe(true);
  });

  it("take no name from a real vintage of the same series and day", async () => {
    const rows = [HEADER, "IRN,SP.POP.TOTL,2021,87900000", "IRN,SP.POP.TOTL,2022,"];
    const imported = await story.publish({ rows, vintageOn: "2022-02-14" });
    expect(imported).toMatchObject({ recorded: 2, refused: 0, datasets: ["WB-SP.POP.TOTL-2022-02-14"] });
  });

  it("give way to a real series, though its vintage is older, and the answer is no longer marked", async () => {
    expect(await answered(population, "2021")).toEqual([87_900_000, false]);
    expect(await answered(population, "2022")).toEqual(["NO_OBSERVATION", false]);
    expect(await answered(population, "2023")).toEqual(["NO_OBSERVATION", false]);
    expect(await answered(population, "2021", "2022-01-31")).toEqual(["NO_OBSERVATION", false]);
  });

  it("stay where nothing real was imported", async () => {
    expect(await answered(productivity, "2021")).toEqual([19_400, true]);
  });

  it("are never divided by real ones: employment alone is no productivity", async () => {
    await story.publish({
      rows: [
        "REF_AREA,FREQ,INDICATOR,SEX,CLASSIF1,TIME_PERIOD,OBS_VALUE,UNIT",
        "IRN,A,EMP_2EMP_SEX_STE_NB_A,SEX_T,STE_ICSE93_TOTAL,2021,23000,THOUSAND_PERSONS",
      ],
      vintageOn: "2023-08-16",
    });
    expect(await answered(productivity, "2021")).toEqual(["NO_DENOMINATOR", false]);
    expect(await answered(productivity, "2022")).toEqual(["NO_DENOMINATOR", false]);
  });

  it("leave productivity and revisions to the real ones", async () => {
    const rows = (value: string) => [HEADER, `IRN,NY.GDP.MKTP.KD,2021,${value}`];
    await story.publish({ rows: rows("460000000000"), vintageOn: "2023-07-01" });
    await story.publish({ rows: rows("483000000000"), vintageOn: "2024-07-01" });
    expect(await answered(productivity, "2021")).toEqual([21_000, false]);
    expect(await answered(revision, "2021")).toEqual([23_000_000_000, false]);
  });
});
