import { record } from "@karnameh/projections/testing/record";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";

/** 47 million covered: 16 insured themselves, 22 as their families, 4 pensioners and 5 as theirs (constructed). */
const snapshot = record("CoverageSnapshotReported", "2022-08-23", {
  organisationId: "sso",
  mainInsured: 16_000_000,
  dependants: 22_000_000,
  pensioners: 4_000_000,
  pensionDependants: 5_000_000,
});
const POPULATION = ["country_iso3,indicator,year,value", "IRN,SP.POP.TOTL,2022,88000000"];

describe("the 47 million whom social security covers", () => {
  let story: Story;
  const period = { from: "1401", to: "1401" };
  beforeAll(async () => {
    story = await beginStory({
      indicators: [
        "covered_persons_reported",
        "main_insured_share",
        "sso_population_coverage",
        "effective_coverage_rate",
      ],
    });
    await story.record([snapshot]);
    await story.publish({ rows: POPULATION, vintageOn: "2023-06-01" });
  });
  afterAll(() => story.end());

  it("are 53.4 % of the population", async () => {
    expect(await story.value({ indicator: "covered_persons_reported", period })).toBe(47_000_000);
    expect(await story.value({ indicator: "sso_population_coverage", period })).toBeCloseTo(53.41, 2);
  });

  it("are not all contributors: 34.0 % of them are insured themselves", async () => {
    expect(await story.value({ indicator: "main_insured_share", period })).toBeCloseTo(34.04, 2);
  });

  it("are no count of effective coverage, for which nobody sent a list", async () => {
    expect(await story.observe({ indicator: "effective_coverage_rate", period })).toMatchObject([
      { value: null, reason: "NO_EVENTS" },
    ]);
  });
});
