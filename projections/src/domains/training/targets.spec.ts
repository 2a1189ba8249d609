import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { targets } from "./targets.ts";

const spec = specLedger([targets]);

const defined = record("ProgrammeDefined", "2021-03-21", {
  programmeId: "nakhlestan",
  programme: "NAKHLESTAN",
});
const course = record("CourseScheduled", "2021-03-22", {
  courseId: "c1",
  programmeId: "nakhlestan",
  endsOn: "2021-05-10",
});
const target = (on: string, number: number, more = {}, words = {}) =>
  record(
    "ProgrammeTargetSet",
    on,
    { programmeId: "nakhlestan", target: number, basis: "PERSONS", ...more },
    words,
  );
const completed = (who: string, on: string, enrolmentId = `e ${who} ${on}`, words = {}) =>
  record("TrainingCompleted", on, { enrolmentId, courseId: "c1", personRef: who }, words);

const attained = async (from: string, to = from, asOf?: string) => {
  const { observations } = await spec.planner.observations({
    indicator: "target_attainment",
    frequency: "MONTH",
    period: { from, to },
    ...(asOf === undefined ? {} : { asOf }),
  });
  return observations.map(({ numerator, denominator, value, reason }) =>
    value === null ? reason : [numerator, denominator, value],
  );
};

it("is the persons who completed since the target's first day over the target, growing month by month", async () => {
  await spec.ledger.commit([
    defined,
    course,
    completed("before", "2021-03-22"),
    target("2021-04-21", 4),
    completed("ali", "2021-04-25"),
    completed("ali", "2021-05-25"), // the same person again
    completed("sara", "2021-05-26"),
    completed("mina", "2021-07-01"),
  ]);
  expect(await attained("1400-01", "1400-04")).toEqual(["NO_EVENTS", [1, 4, 25], [2, 4, 50], [3, 4, 75]]);
  expect(await spec.ledger.rows("targets", ["programme"])).toEqual([
    { programme: "NAKHLESTAN", target: 4, reached: 3 },
  ]);
});

it("counts completions where the target is of person-courses", async () => {
  await spec.ledger.commit([
    course,
    target("2021-04-21", 4, { basis: "PERSON_COURSES" }),
    completed("ali", "2021-04-25"),
    completed("ali", "2021-05-25"),
  ]);
  expect(await attained("1400-03")).toEqual([[2, 4, 50]]);
});

it("begins again with the next target, and ends with the last day of the target", async () => {
  await spec.ledger.commit([
    course,
    target("2021-04-21", 4),
    completed("ali", "2021-04-25"),
    target("2021-05-22", 10, { endsOn: "2021-06-21" }),
    completed("sara", "2021-05-26"),
    completed("mina", "2021-07-30"), // under no target
  ]);
  expect(await attained("1400-02", "1400-05")).toEqual([
    [1, 4, 25],
    [1, 10, 10],
    "NO_DENOMINATOR",
    "NO_DENOMINATOR",
  ]);
});

it("is zero where a target was set and nobody completed, and nothing where none was set", async () => {
  await spec.ledger.commit([course, completed("ali", "2021-04-25")]);
  expect(await attained("1400-02")).toEqual(["NO_EVENTS"]);
  await spec.ledger.commit([target("2021-05-22", 10)]);
  expect(await attained("1400-03")).toEqual([[0, 10, 0]]);
});

it("follows a late completion, a corrected target and a course that turns out to be of another programme", async () => {
  await spec.ledger.commit([
    record(
      "CourseScheduled",
      "2021-03-22",
      { courseId: "c1", programmeId: "nakhlestan", endsOn: "2021-05-10" },
      { id: "c" },
    ),
    target("2021-04-21", 4, {}, { id: "t" }),
    target("2021-04-21", 4), // recorded twice
    completed("ali", "2021-04-25", "e1", { knownOn: "2021-06-01" }),
    completed("ali", "2021-04-25", "e1", { knownOn: "2021-06-01" }),
    target("2021-04-21", 5, { endsOn: "2021-12-01" }, { corrects: "t", knownOn: "2021-06-02" }),
    record(
      "CourseScheduled",
      "2021-03-22",
      { courseId: "c1", programmeId: "kahad", endsOn: "2021-05-10" },
      { corrects: "c", knownOn: "2021-06-03" },
    ),
  ]);
  expect(await attained("1400-02", "1400-02", "2021-05-31")).toEqual([[0, 4, 0]]);
  expect(await attained("1400-02", "1400-02", "2021-06-01")).toEqual([[1, 4, 25]]);
  expect(await attained("1400-02", "1400-02", "2021-06-02")).toEqual([[1, 5, 20]]);
  expect(await attained("1400-02", "1400-02", "2021-06-03")).toEqual([[0, 5, 0]]);
});
