import { indicators } from "@karnameh/projections/indicators";
import { demonstration } from "@karnameh/simulator/demonstration";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";

const PEOPLE = 1_500;

/**
 * What the demonstration of 1,500 people has to look like in 1401 (in its seventh month where an indicator is
 * published by months only), as [at least, at most]. Counts follow from the size of the country, rates do not: those of
 * the survey lie around the national ones of these years (41 % in the labour force, 9 % unemployed, one in ten
 * underemployed, a quarter of the young neither in work nor learning, nearly three in five without cover).
 */
const PLAUSIBLE: Readonly<Record<string, readonly [number, number]>> = {
  trainees: [50, 1_000],
  trainees_by_target_group: [20, 800],
  trainees_person_courses: [50, 1_500],
  completion_rate: [70, 100],
  withdrawal_rate: [0.1, 30],
  private_share: [45, 70],
  training_person_hours: [10_000, 300_000],
  training_hours_mean: [60, 400],
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
  // Of completers 15 in 100 are looked for at these dates; the others stay in the denominator.
  placement_verified_rate_6m: [3, 15],
  placement_verified_rate_12m: [3, 15],
  hires: [50, 1_500],
  replacement_rate: [1, 300],
  employed: [300, 1_400],
  insurance_coverage_rate: [40, 100],
  uninsured_employment_share: [5, 25],
  covered_persons: [200, 1_400],
  effectively_protected_persons: [200, 1_400],
  dealings_between_parties: [50, 100_000],
  known_destination_rate_36m: [40, 98],
  target_attainment: [50, 140],
  trainees_per_host_unit: [1, 8],
  assessments_per_site: [0.3, 40],
  occupation_match_rate_12m: [20, 85],
  employer_satisfaction_rate: [45, 100],
  replacement_rate_taken: [20, 80],
  labour_force_participation_rate: [35, 48],
  employment_to_population_ratio: [31, 45],
  unemployment_rate: [5, 14],
  time_related_underemployment_rate: [4, 18],
  youth_neet_rate: [15, 40],
  informal_employment_rate: [45, 72],
  vacancy_fill_rate_90d: [40, 95],
  days_to_fill_median: [10, 75],
  union_density: [3, 30],
  bargaining_coverage: [3, 40],
  tripartite_regularity: [50, 100],
  meeting_attendance_rate: [65, 98],
  worker_employer_attendance_ratio: [0.7, 1.5],
  work_stoppages: [2, 40],
  workers_in_stoppages: [2, 2_000],
  days_not_worked: [2, 10_000],
  days_not_worked_per_1000_employees: [2, 300],
  dispute_days_median: [15, 150],
  dispute_settlement_share: [10, 60],
  licences_in_force: [150, 400],
  licences_net_flow: [-40, 60],
  licences_issued: [15, 120],
  licence_renewals: [5, 80],
  licence_automatic_share: [1, 35],
  licence_decision_calendar_days_median: [1, 10],
  licence_decided_in_time_rate: [80, 100],
  licence_decision_working_days_median: [1, 4],
  covered_persons_reported: [800, 6_000],
  sso_population_coverage: [40, 65],
  effective_coverage_rate: [8, 30],
  labour_productivity: [15_000, 25_000],
  mean_absolute_revision: [50_000, 300_000],
  publication_delay_days_median: [30, 120],
  main_insured_share: [25, 45],
  contribution_collection_ratio: [80, 100],
  contribution_lists_on_time_rate: [78, 94],
  bonus_take_up: [35, 90],
  coupon_real_value_kept: [0.9, 1.7],
  decile_mobility_rate: [5, 50],
  decile_upward_mobility_rate: [2, 30],
  trainers_exchanged: [20, 600],
  active_memoranda: [3, 60],
  medals_per_competitor: [0, 0.4],
};

/**
 * Where months have to pass before the end of 1402, twelve or thirty-six; where it is recorded of 1402, the year in which
 * Saipa hired; and where only Gregorian years are published.
 */
const PERIOD: Readonly<Record<string, string>> = {
  placement_rate_12m: "1400",
  placement_verified_rate_12m: "1400",
  occupation_match_rate_12m: "1400",
  known_destination_rate_36m: "1399-Q3",
  replacement_rate_taken: "1402",
  labour_productivity: "2022",
  mean_absolute_revision: "2022",
};

describe("the demonstration data", () => {
  let story: Story;
  beforeAll(async () => {
    story = await beginStory({ history: [...demonstration({ people: PEOPLE, seed: 1 })] });
  }, 240_000);
  afterAll(() => story.end());

  it("tells of every indicator", () => {
    expect(Object.keys(PLAUSIBLE).sort()).toEqual(indicators.map(({ code }) => code).sort());
  });

  it.each(indicators.map(({ code, calendars, frequencies }) => [code, calendars, frequencies] as const))(
    "gives a plausible %s in a year that is known, marked SYNTHETIC",
    async (indicator, calendars, frequencies) => {
      const code = PERIOD[indicator] ?? (frequencies.includes("YEAR") ? "1401" : "1401-07");
      const frequency = code.includes("Q") ? "QUARTER" : code.includes("-") ? "MONTH" : "YEAR";
      const period = { from: code, to: code };
      const calendar = calendars.includes("JALALI") ? "JALALI" : "GREGORIAN";
      const answer = await story.answer({ indicator, calendar, frequency, period });
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

  it("marks the releases of the simulated country", async () => {
    const { releases } = await story.ask(`{ releases { nodes { id isSynthetic } } }`);
    const { nodes } = releases as { nodes: { id: string; isSynthetic: boolean }[] };
    expect(nodes.length).toBeGreaterThan(4);
    expect(nodes.filter(({ isSynthetic }) => !isSynthetic)).toEqual([]);
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

  it("counts the protected of a month once its lists had time to come", async () => {
    const [last] = await story.observe({
      indicator: "effectively_protected_persons",
      calendar: "JALALI",
      frequency: "MONTH",
      period: { from: "1402-12", to: "1402-12" },
    });
    expect(last).toMatchObject({ value: null, reason: "WINDOW_OPEN" });
  });

  it("knows less as of an earlier day", async () => {
    const period = { from: "1401", to: "1401" };
    const then = await story.value({ indicator: "hires", period, asOf: "2022-12-31" });
    const now = await story.value({ indicator: "hires", period });
    expect(Number(then)).toBeLessThan(Number(now));
  });
});
