import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";
import { assessed, completed, registered, welding } from "./words.ts";

const DENSITY = "ILR_TUMT_NOC_RT_A";
const LONG = "REF_AREA,FREQ,INDICATOR,SEX,CLASSIF1,TIME_PERIOD,OBS_VALUE,UNIT";

const asked = (country: string) => ({
  indicator: DENSITY,
  by: ["country"],
  where: [{ dimension: "country", values: [country] }],
  period: { from: "2019", to: "2019" },
});

describe("the union density of Iran, of which there is no data", () => {
  let story: Story;
  beforeAll(async () => {
    story = await beginStory({ indicators: [DENSITY] });
  });
  afterAll(() => story.end());

  it("is missing, not zero, before anything was imported", async () => {
    const [density] = await story.observe(asked("IRN"));
    expect(density).toMatchObject({ value: null, status: "M", reason: "NOT_IMPORTED" });
    expect(density?.reasonText?.en).toMatch(/\w/);
  });

  it("is missing, not zero, next to the densities of other countries", async () => {
    const rows = [LONG, `AAA,A,${DENSITY},,,2019,17.5,PERCENT`, `BBB,A,${DENSITY},,,2019,0,PERCENT`];
    await story.publish({ rows, vintageOn: "2022-08-16" });
    const [density] = await story.observe(asked("IRN"));
    expect(density).toMatchObject({ value: null, status: "M", reason: "NO_OBSERVATION" });
    expect(await story.observe(asked("AAA"))).toMatchObject([{ value: 17.5, status: "A" }]);
  });

  it("differs from a zero that was published", async () => {
    expect(await story.observe(asked("BBB"))).toMatchObject([{ value: 0, status: "A", reason: null }]);
  });
});

describe("a ledger of which nothing was stated", () => {
  it("has no trainees that it knows of, rather than none", async () => {
    const story = await beginStory({ indicators: ["trainees"], history: [registered("aram")] });
    const trainees = await story.observe({ indicator: "trainees", period: { from: "1401", to: "1401" } });
    expect(trainees).toMatchObject([{ value: null, status: "M", reason: "NO_EVENTS" }]);
    await story.end();
  });
});

describe("two trainees of whom nobody was certified or hired", () => {
  it("have rates of zero, which is not the same as no data", async () => {
    const names = ["aram", "bita"];
    const story = await beginStory({
      indicators: ["certification_rate", "placement_rate_6m"],
      history: [
        ...welding("2022-06-10"),
        ...names.map((name) => registered(name)),
        ...names.map((name) => completed(name, { on: "2022-06-10" })),
        ...names.map((name) => assessed(name, { on: "2022-07-01" })),
        registered("somebody else", { on: "2024-02-09" }),
      ],
    });
    for (const indicator of ["certification_rate", "placement_rate_6m"]) {
      const [rate] = await story.observe({ indicator, period: { from: "1401", to: "1401" } });
      expect(rate).toMatchObject({ value: 0, numerator: 0, denominator: 2, status: "A", reason: null });
    }
    await story.end();
  });
});
