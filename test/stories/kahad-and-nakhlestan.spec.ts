import { record } from "@karnameh/projections/testing/record";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";

/** The term of the government, from 12 Mordad 1400 for four years. */
const TERM = { from: "2021-08-03", to: "2025-08-02" };

const programme = (programmeId: string, code: string, target: number) => [
  record("ProgrammeDefined", TERM.from, { programmeId, programme: code }),
  record("ProgrammeTargetSet", TERM.from, { programmeId, target, basis: "PERSONS", endsOn: TERM.to }),
  record("CourseScheduled", "2021-09-23", {
    courseId: programmeId,
    programmeId,
    programme: code,
    endsOn: "2023-09-22",
  }),
];
const completed = (person: string, courseId: string, on: string, enrolmentId = `${person} ${on}`) =>
  record("TrainingCompleted", on, { enrolmentId, personRef: person, courseId });

/**
 * Kahad is to reach 60 students and Nakhlestan 40 graduates in the term. After half of it four students and three
 * graduates have completed, one of the students twice: 7 of 100, as the 70,000 of a million that were stated.
 */
describe("Kahad and Nakhlestan against their targets", () => {
  let story: Story;
  const attained = async (year: string, by: readonly string[] = []) =>
    (await story.observe({ indicator: "target_attainment", by, period: { from: year, to: year } })).map(
      ({ numerator, denominator, value }) => [numerator, denominator, value?.toFixed(1)],
    );
  beforeAll(async () => {
    story = await beginStory({ indicators: ["trainees_person_courses", "target_attainment"] });
    await story.record([
      ...programme("kahad", "KAHAD", 60),
      ...programme("nakhlestan", "NAKHLESTAN", 40),
      completed("ali", "kahad", "2021-12-01"),
      completed("sara", "kahad", "2022-02-01"),
      completed("mina", "nakhlestan", "2022-03-01"),
      completed("ali", "kahad", "2022-06-01"),
      completed("reza", "kahad", "2022-09-01"),
      completed("nader", "kahad", "2022-11-01"),
      completed("omid", "nakhlestan", "2022-12-01"),
      completed("parvin", "nakhlestan", "2023-01-01"),
    ]);
  });
  afterAll(() => story.end());

  it("reached 3 of 100 by the end of 1400, and 7 by the end of 1401", async () => {
    expect(await attained("1400")).toEqual([[3, 100, "3.0"]]);
    expect(await attained("1401")).toEqual([[7, 100, "7.0"]]);
  });

  it("reached 6.7 % with the students and 7.5 % with the graduates", async () => {
    const [kahad, nakhlestan] = await attained("1401", ["programme"]);
    expect(kahad).toEqual([4, 60, "6.7"]);
    expect(nakhlestan).toEqual([3, 40, "7.5"]);
  });

  it("has trained eight in courses who were seven persons", async () => {
    const period = { from: "1400", to: "1401" };
    const courses = await story.observe({ indicator: "trainees_person_courses", period, frequency: "YEAR" });
    expect(courses.map(({ value }) => value)).toEqual([3, 5]);
  });
});
