import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";

const SERIES = "SL.UEM.TOTL.ZS";

/** The World Bank's table of January 2022 and that of Our World in Data of May 2026 hold the same series, revised. */
describe("Iran's unemployment in 2020, published twice", () => {
  let story: Story;
  beforeAll(async () => {
    story = await beginStory({ indicators: [SERIES] });
    await story.publish({
      rows: ["country_iso3,indicator,year,value", `IRN,${SERIES},2020,10.96`, `IRN,${SERIES},2021,`],
      vintageOn: "2022-01-21",
    });
    await story.publish({
      rows: ["Entity,Code,Year,Unemployment rate", "Iran,IRN,2020,9.687", "Iran,IRN,2021,9.28"],
      vintageOn: "2026-05-31",
      series: SERIES,
    });
  });
  afterAll(() => story.end());

  const iran = {
    indicator: SERIES,
    by: ["country"],
    where: [{ dimension: "country", values: ["IRN"] }],
    period: { from: "2020", to: "2020" },
  };

  it("was 10.96 as of July 2022", async () => {
    expect(await story.observe({ ...iran, asOf: "2022-07-01" })).toMatchObject([{ value: 10.96 }]);
  });

  it("is 9.687 as of June 2026", async () => {
    expect(await story.observe({ ...iran, asOf: "2026-06-15" })).toMatchObject([{ value: 9.687 }]);
  });

  it("was not known before the first was published, whenever it was imported", async () => {
    expect(await story.observe({ ...iran, asOf: "2022-01-20" })).toMatchObject([
      { value: null, status: "M" },
    ]);
  });

  it("does not take an empty cell for a number", async () => {
    const later = { ...iran, period: { from: "2021", to: "2021" } };
    expect(await story.observe({ ...later, asOf: "2022-07-01" })).toMatchObject([
      { value: null, status: "M" },
    ]);
    expect(await story.observe(later)).toMatchObject([{ value: 9.28 }]);
  });
});
