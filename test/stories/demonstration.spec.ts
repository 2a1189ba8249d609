import { indicators } from "@karnameh/projections/indicators";
import { demonstration } from "@karnameh/simulator/demonstration";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";

const PEOPLE = 1_500;

/**
 * What the demonstration of 1,500 people has to look like in 1401 (in its seventh month where an indicator is
 * published by months only, in 1400 where twelve months have to pass before the end of 1402), as [at least, at most]. Counts follow from the size of the country, rates do not.
 */
const PLAUSIBLE: Readonly<Record<string, readonly [number, number]>> = {
  trainees: [50, 1_000],
  trainees_person_courses: [50, 1_500],
  completion_rate: [70, 100],
  withdrawal_rate: [0.1, 30],
  private_share: [45, 70],
  training_person_hours: [10_000, 300_000],
  certificates_issued: [50, 1_500],
  certification_rate: [65, 95],
  pass_rate: [50, 98],
  assessment_rate_90d: [40, 100],
  certificate_wait_days_median: [3, 90],
  certificate_wait_days_p90: [5, 180],
  days_to_certificate_median: [3, 90],
  days_to_certificate_p90: [5, 180],
  placement_rate_6m: [30, 75],
  placement_rate_12m: [30, 75],
  hires: [50, 1_500],
  replacement_rate: [1, 300],
  employed: [300, 1_400],
  insurance_coverage_rate: [40, 100],
  covered_persons: [200, 1_400],
  effectively_protected_persons: [200, 1_400],
  dealings_between_parties: [50, 100_000],
};

const simulated = indicators.filter(({ code }) => code in PLAUSIBLE);
const untold = indicators.map(({ code }) => code).filter((code) => !(code in PLAUSIBLE));

describe("the demonstration data", () => {
  let story: Story;
  beforeAll(async () => {
    story = await beginStory([...demonstration({ people: PEOPLE, seed: 1 })]);
  });
  afterAll(() => story.end());

  it("is looked at by indicators that there are", () => {
    expect(simulated.map(({ code }) => code).sort()).toEqual(Object.keys(PLAUSIBLE).sort());
  });

  it.each(untold)("gives no value, and never zero, of %s, of which it tells nothing", async (indicator) => {
    // A cohort of three years' waiting is there, and its window is open; of the others nothing is recorded.
    const reason = indicator === "known_destination_rate_36m" ? "WINDOW_OPEN" : "NO_EVENTS";
    const found = await story.observe({ indicator });
    expect(found.length).toBeGreaterThan(0);
    expect(found).toMatchObject(found.map(() => ({ value: null, status: "M", reason })));
  });

  it.each(simulated.map(({ code, frequencies }) => [code, frequencies] as const))(
    "gives a plausible %s in a year that is known, marked SYNTHETIC",
    async (indicator, frequencies) => {
      const year = indicator === "placement_rate_12m" ? "1400" : "1401";
      const code = frequencies.includes("YEAR") ? year : `${year}-07`;
      const answer = await story.answer({ indicator, calendar: "JALALI", period: { from: code, to: code } });
      const [least = Number.NaN, most = Number.NaN] = PLAUSIBLE[indicator] ?? [];
      const [only] = answer.observations;
      expect(only?.value).toBeGreaterThanOrEqual(least);
      expect(only?.value).toBeLessThanOrEqual(most);
      expect(answer.isSynthetic).toBe(true);
      expect(answer.notice?.en).toContain("SYNTHETIC");
    },
  );

  it("keeps the claims of the documents apart from what is simulated", async () => {
    const { figures } = await story.ask(
      `{ figures(first: 200) { totalCount nodes { id document { id } } } }`,
    );
    expect(figures).toMatchObject({ totalCount: 56 });
    const density = await story.answer({
      indicator: "ILR_TUMT_NOC_RT_A",
      by: ["country"],
      where: [{ dimension: "country", values: ["IRN"] }],
      period: { from: "2020", to: "2020" },
    });
    expect(density.isSynthetic).toBe(false);
  });

  it("has trainees in every province that adds up to the country", async () => {
    const period = { from: "1401", to: "1401" };
    const provinces = await story.observe({ indicator: "trainees_person_courses", by: ["province"], period });
    const country = await story.value({ indicator: "trainees_person_courses", period });
    expect(provinces.reduce((sum, { value }) => sum + Number(value), 0)).toBe(country);
  });

  it("says of the newest cohorts that their window is open, and shows no period after 1402", async () => {
    const period = { from: "1402-Q4", to: "1403-Q1" };
    for (const indicator of ["completion_rate", "placement_rate_6m"]) {
      const observations = await story.observe({
        indicator,
        calendar: "JALALI",
        frequency: "QUARTER",
        period,
      });
      expect(observations.map(({ value }) => value)).toEqual([null, null]);
      expect(observations.map(({ reason }) => reason)).toEqual(["WINDOW_OPEN", "NO_EVENTS"]);
    }
  });

  it("knows less as of an earlier day", async () => {
    const period = { from: "1401", to: "1401" };
    const then = await story.value({ indicator: "hires", period, asOf: "2022-12-31" });
    const now = await story.value({ indicator: "hires", period });
    expect(Number(then)).toBeLessThan(Number(now));
  });
});
