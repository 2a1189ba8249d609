import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { assessedCompleters } from "./assessed-completers.ts";

const spec = specLedger([assessedCompleters]);

const course = record("CourseScheduled", "2021-04-22", { courseId: "c1", endsOn: "2021-05-10" });
const completed = (who: string, on = "2021-05-01", words = {}) =>
  record("TrainingCompleted", on, { enrolmentId: `e ${who}`, courseId: "c1", personRef: who }, words);
const assessed = (who: string, on: string, more = {}, words = {}) =>
  record("AssessmentTaken", on, { assessmentId: `a ${who}`, personRef: who, ...more }, words);
/** Something known on a day, so that the window before it has closed. */
const knownTo = (day: string) => completed("somebody", day);

const rate = async (asOf?: string) => {
  const { observations } = await spec.planner.observations({
    indicator: "assessment_rate_90d",
    frequency: "QUARTER",
    period: { from: "1400-Q1", to: "1400-Q1" },
    ...(asOf === undefined ? {} : { asOf }),
  });
  return observations.map(({ numerator, denominator, value, reason }) =>
    value === null ? reason : [numerator, denominator, value],
  );
};

it("counts a completer assessed up to the ninetieth day, for the standard of the course or by name of the enrolment", async () => {
  await spec.ledger.commit([
    course,
    ...["ali", "reza", "sara", "mina", "dara"].map((who) => completed(who)),
    assessed("ali", "2021-05-01"),
    assessed("mina", "2021-05-02", { standardId: "carpentry" }), // of another course
    assessed("dara", "2021-05-02", { standardId: "carpentry", enrolmentId: "e dara" }),
    assessed("reza", "2021-07-30"), // the ninetieth day
    assessed("sara", "2021-07-31"),
    knownTo("2021-10-01"),
  ]);
  expect(await rate()).toEqual([[3, 5, 60]]);
});

it("has no value until ninety days after the period have passed", async () => {
  await spec.ledger.commit([course, completed("ali"), knownTo("2021-09-18"), knownTo("2021-09-19")]);
  expect(await rate("2021-09-18")).toEqual(["WINDOW_OPEN"]);
  expect(await rate("2021-09-19")).toEqual([[0, 1, 0]]);
});

it("has no denominator where nobody completed", async () => {
  await spec.ledger.commit([
    course,
    completed("ali", "2021-01-10", { knownOn: "2021-04-22" }),
    assessed("reza", "2021-05-01"),
    knownTo("2021-10-01"),
  ]);
  expect(await rate()).toEqual(["NO_DENOMINATOR"]);
});

it("follows late, corrected and retracted assessments", async () => {
  await spec.ledger.commit([
    course,
    completed("ali"),
    knownTo("2021-10-01"),
    assessed("ali", "2021-06-01", {}, { id: "late", knownOn: "2021-11-01" }),
    assessed("ali", "2021-09-01", {}, { id: "moved", corrects: "late", knownOn: "2021-11-02" }),
    assessed("ali", "2021-06-02", {}, { corrects: "late", knownOn: "2021-11-03" }),
    record(
      "EventRetracted",
      "2021-11-04",
      { retractionId: "r", retractedType: "AssessmentTaken" },
      { corrects: "late" },
    ),
  ]);
  expect(await rate("2021-10-01")).toEqual([[0, 1, 0]]);
  expect(await rate("2021-11-01")).toEqual([[1, 1, 100]]);
  expect(await rate("2021-11-02")).toEqual([[0, 1, 0]]);
  expect(await rate("2021-11-03")).toEqual([[1, 1, 100]]);
  expect(await rate()).toEqual([[0, 1, 0]]);
});

it("counts a person once a period, by the last completion, however often it is recorded", async () => {
  await spec.ledger.commit([
    course,
    completed("ali", "2021-05-01"),
    completed("ali", "2021-05-01"),
    assessed("ali", "2021-05-02"), // for the earlier of the two
    record("TrainingCompleted", "2021-06-01", { enrolmentId: "e2", courseId: "c1", personRef: "ali" }),
    knownTo("2021-10-01"),
  ]);
  expect(await rate()).toEqual([[0, 1, 0]]);
});
