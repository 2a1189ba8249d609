import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { targetGroups } from "./target-groups.ts";

const spec = specLedger([targetGroups], "2023-03-20");

const enrolled = (who: string, enrolmentId: string, groups?: readonly string[], words = {}) =>
  record(
    "TraineeEnrolled",
    "2021-03-25",
    { enrolmentId, courseId: "c1", personRef: who, ...(groups && { targetGroups: groups }) },
    words,
  );
const completed = (who: string, enrolmentId: string, on: string, words = {}) =>
  record("TrainingCompleted", on, { enrolmentId, courseId: "c1", personRef: who }, words);

type Asked = { readonly frequency?: "MONTH" | "YEAR"; readonly asOf?: string };

const byGroup = async ({ frequency = "YEAR", asOf }: Asked = {}) => {
  const { observations } = await spec.planner.observations({
    indicator: "trainees_by_target_group",
    by: ["target_group"],
    frequency,
    ...(asOf === undefined ? {} : { asOf }),
  });
  return observations
    .filter(({ value }) => value !== 0)
    .map(({ period, coordinates, value }) => [period.code, coordinates[0]?.code, value]);
};

it("counts each completion in each group of its enrolment, and not of who named none", async () => {
  await spec.ledger.commit([
    enrolled("ali", "e1", ["RURAL", "PUPIL"]),
    enrolled("ali", "e2", ["RURAL"]),
    enrolled("reza", "e3", ["RURAL"]),
    enrolled("sara", "e4"),
    enrolled("mina", "e5", ["RURAL"]), // did not complete
    completed("ali", "e1", "2021-04-05"), // Farvardin 1400
    completed("reza", "e3", "2021-04-06"),
    completed("sara", "e4", "2021-04-06"),
    completed("ali", "e2", "2021-04-25"), // Ordibehesht 1400
  ]);
  expect(await byGroup()).toEqual([
    ["1400", "PUPIL", 1],
    ["1400", "RURAL", 3],
  ]);
  expect(await byGroup({ frequency: "MONTH" })).toEqual([
    ["1400-01", "PUPIL", 1],
    ["1400-01", "RURAL", 2],
    ["1400-02", "RURAL", 1],
  ]);
});

it("counts who is of two groups in both where groups are not asked for", async () => {
  await spec.ledger.commit([
    enrolled("ali", "e1", ["RURAL", "PUPIL"]),
    enrolled("reza", "e2", ["RURAL"]),
    completed("ali", "e1", "2021-04-05"),
    completed("reza", "e2", "2021-04-05"),
  ]);
  const { observations } = await spec.planner.observations({
    indicator: "trainees_by_target_group",
    period: { from: "1400", to: "1400" },
  });
  expect(observations.map(({ value }) => value)).toEqual([3]);
});

it("counts a group that is named twice, and a course that is recorded twice, once", async () => {
  await spec.ledger.commit([
    enrolled("ali", "e1", ["RURAL", "RURAL"]),
    completed("ali", "e1", "2021-04-05"),
    completed("ali", "e1", "2021-04-05"),
  ]);
  expect(await byGroup()).toEqual([["1400", "RURAL", 1]]);
});

it("describes a completion by its course and its person", async () => {
  await spec.ledger.commit([
    record("WorkerRegistered", "2021-03-21", { personRef: "ali", birthYear: 2003, sex: "M" }),
    record("CourseScheduled", "2021-03-25", {
      courseId: "c1",
      endsOn: "2021-04-05",
      area: "IR-10",
      provider: "SUMMER_SCHOOL",
      programme: "SUMMER_SKILL",
    }),
    enrolled("ali", "e1", ["PUPIL"]),
    completed("ali", "e1", "2021-04-05"),
  ]);
  const by = ["province", "sex", "age", "education", "provider", "programme", "target_group"];
  const { observations } = await spec.planner.observations({ indicator: "trainees_by_target_group", by });
  expect(observations.map(({ coordinates }) => coordinates.map(({ code }) => code))).toEqual([
    ["IR-10", "M", "Y15T19", "ISCED11_3", "SUMMER_SCHOOL", "SUMMER_SKILL", "PUPIL"],
  ]);
});

it("moves a late completion, a corrected group and a retracted enrolment from the day they became known", async () => {
  await spec.ledger.commit([
    enrolled("ali", "e1", ["RURAL"], { id: "one" }),
    completed("ali", "e1", "2021-04-05", { knownOn: "2021-06-01" }),
    enrolled("ali", "e1", ["NOMAD"], { corrects: "one", knownOn: "2021-07-01" }),
    record(
      "EventRetracted",
      "2021-08-01",
      { retractionId: "r", retractedType: "TraineeEnrolled" },
      { corrects: "one" },
    ),
  ]);
  expect(await byGroup({ asOf: "2021-05-31" })).toEqual([]);
  expect(await byGroup({ asOf: "2021-06-01" })).toEqual([["1400", "RURAL", 1]]);
  expect(await byGroup({ asOf: "2021-07-01" })).toEqual([["1400", "NOMAD", 1]]);
  expect(await byGroup()).toEqual([]);
});

it("distinguishes zero from what nothing was recorded of", async () => {
  await spec.ledger.commit([
    enrolled("ali", "e1", ["RURAL"]),
    enrolled("ali", "e2", ["RURAL"]),
    completed("ali", "e1", "2021-04-05"),
    completed("ali", "e2", "2021-06-05"),
  ]);
  const { observations } = await spec.planner.observations({
    indicator: "trainees_by_target_group",
    frequency: "MONTH",
    period: { from: "1399-12", to: "1400-03" },
  });
  expect(observations.map(({ value, reason }) => value ?? reason)).toEqual(["NO_EVENTS", 1, 0, 1]);
});
