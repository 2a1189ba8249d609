import { indicators } from "@karnameh/projections/indicators";
import { person, said, uuid } from "@karnameh/projections/testing/ledger";
import type { NewEvent } from "@karnameh/schema/event";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";
import {
  assessed,
  attended,
  certified,
  completed,
  covered,
  enrolled,
  factory,
  hired,
  listed,
  registered,
  welding,
} from "./words.ts";

/** The factory expects four to retire in 1401 and confirms that it hired whom the agency referred. */
const replacement: readonly NewEvent[] = [
  said({
    type: "RetirementForecasted",
    on: "2022-03-25",
    data: { establishmentId: uuid("factory"), jalaliYear: 1401, headcount: 4, qualifier: "EQ" },
  }),
  said({
    type: "HiringRequested",
    on: "2022-07-10",
    data: { requestId: uuid("request"), establishmentId: uuid("factory"), isco08: "72", posts: 1 },
  }),
  said({
    type: "CandidateReferred",
    on: "2022-08-20",
    data: { referralId: uuid("referral"), requestId: uuid("request"), personRef: person("narges") },
  }),
  said({
    type: "HireConfirmed",
    on: "2022-09-01",
    data: { referralId: uuid("referral"), spellId: uuid("narges hired") },
  }),
];

/** The vacancy that Narges fills in 53 days, the grade of her assessment, and what was found of her a year later. */
const around: readonly NewEvent[] = [
  said({
    type: "AssessmentGraded",
    on: "2022-06-25",
    data: { assessmentId: uuid("narges assessed"), score: 86, isPassed: true },
  }),
  said({
    type: "VacancyOpened",
    on: "2022-07-10",
    data: { vacancyId: uuid("vacancy"), establishmentId: uuid("factory"), isco08: "72", posts: 1 },
  }),
  said({ type: "VacancyFilled", on: "2022-09-01", data: { vacancyId: uuid("vacancy"), posts: 1 } }),
  said({
    type: "EmployerSatisfactionReported",
    on: "2023-01-10",
    data: { reportId: uuid("report"), requestId: uuid("request"), score: 5 },
  }),
  said({
    type: "PlacementVerified",
    on: "2023-06-10",
    data: {
      enrolmentId: uuid("narges enrolled"),
      personRef: person("narges"),
      checkpoint: "M12",
      state: "EMPLOYED",
      isco08: "72",
      evidence: "INSURANCE",
    },
  }),
];

/**
 * Narges enrols in a welding workshop of a state centre, attends 18 + 12 hours, completes it on 10 June 2022
 * (20 Khordad 1401), is assessed ten days later, certified fifteen days after that, referred to a factory, hired
 * on 1 September and insured from that day on.
 */
const life: readonly NewEvent[] = [
  ...welding("2022-06-10"),
  factory(),
  ...replacement,
  ...around,
  registered("narges"),
  enrolled("narges", { on: "2022-05-22" }),
  attended("narges", 18, { on: "2022-05-31" }),
  attended("narges", 12, { on: "2022-06-10" }),
  completed("narges", { on: "2022-06-10" }),
  assessed("narges", { on: "2022-06-20" }),
  certified("narges", { on: "2022-07-05" }),
  hired("narges", { on: "2022-09-01" }),
  covered("narges", { on: "2022-09-01" }),
  listed("narges", "1401-07", { on: "2022-11-10" }),
  // Twelve months after the end of 1401 have passed on 20 March 2024.
  listed("narges", "1402-12", { on: "2024-04-05" }),
];

/**
 * What each indicator says of 1401, or of its month Mehr where it is published by months only; null where her life
 * says nothing of it.
 */
const EXPECTED: Readonly<Record<string, number | null>> = {
  trainees: 1,
  trainees_person_courses: 1,
  completion_rate: 100,
  private_share: 0,
  training_person_hours: 30,
  training_hours_mean: 30,
  certificates_issued: 1,
  certification_rate: 100,
  days_to_certificate_median: 15,
  days_to_certificate_p90: 15,
  placement_rate_6m: 100,
  placement_rate_12m: 100,
  hires: 1,
  replacement_rate: 25,
  employed: 1,
  insurance_coverage_rate: 100,
  covered_persons: 1,
  withdrawal_rate: 0,
  pass_rate: 100,
  assessment_rate_90d: 100,
  certificate_wait_days_median: 15,
  certificate_wait_days_p90: 15,
  occupation_match_rate_12m: 100,
  employer_satisfaction_rate: 100,
  vacancy_fill_rate_90d: 100,
  days_to_fill_median: 53,
  assessments_per_site: null,
  employment_to_population_ratio: null,
  informal_employment_rate: null,
  known_destination_rate_36m: null,
  labour_force_participation_rate: null,
  replacement_rate_taken: null,
  target_attainment: null,
  time_related_underemployment_rate: null,
  trainees_per_host_unit: null,
  unemployment_rate: null,
  youth_neet_rate: null,
};

const spoken = indicators.filter(({ code }) => code in EXPECTED);

describe("one person from a course to a job and its insurance", () => {
  let story: Story;
  beforeAll(async () => {
    story = await beginStory({ indicators: Object.keys(EXPECTED) });
    await story.record(life);
  });
  afterAll(() => story.end());

  it("is measured by indicators that exist", () => {
    expect(spoken.map(({ code }) => code).sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(spoken.map(({ code, frequencies }) => [code, frequencies] as const))(
    "counts in %s",
    async (indicator, frequencies) => {
      const code = frequencies.includes("YEAR") ? "1401" : "1401-07";
      const answer = await story.answer({ indicator, calendar: "JALALI", period: { from: code, to: code } });
      const value = EXPECTED[indicator];
      expect(answer.observations).toMatchObject([{ value, status: value === null ? "M" : "A" }]);
      expect(answer.isSynthetic).toBe(false);
    },
  );

  it("was hired through the training organization, because the employer confirmed the referral", async () => {
    const hires = await story.observe({
      indicator: "hires",
      by: ["channel"],
      period: { from: "1401", to: "1401" },
    });
    expect(hires).toMatchObject([{ coordinates: [{ code: "TVTO" }], value: 1 }]);
  });

  it("is one trainee in the Gregorian year 2022 too", async () => {
    const period = { from: "2022", to: "2022" };
    expect(await story.value({ indicator: "trainees", calendar: "GREGORIAN", period })).toBe(1);
  });
});

describe("the same file, imported a second time", () => {
  it("records nothing, and no answer counts twice", async () => {
    const story = await beginStory({
      indicators: ["training_person_hours", "trainees_person_courses", "hires"],
    });
    expect(await story.record(life)).toMatchObject({ recorded: life.length, duplicates: 0 });
    expect(await story.record(life)).toMatchObject({ recorded: 0, duplicates: life.length, refused: 0 });
    const period = { from: "1401", to: "1401" };
    expect(await story.value({ indicator: "training_person_hours", period })).toBe(30);
    expect(await story.value({ indicator: "trainees_person_courses", period })).toBe(1);
    expect(await story.value({ indicator: "hires", period })).toBe(1);
    await story.end();
  });
});
