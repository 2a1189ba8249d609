import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { trainingHours } from "./hours.ts";
import { trainees } from "./trainees.ts";

const spec = specLedger([trainingHours, trainees]);

const attended = (hours: number, on: string, words = {}) =>
  record("AttendanceRecorded", on, { enrolmentId: "e1", hours }, words);
const before = [
  record("WorkerRegistered", "2021-04-01", { personRef: "ali", birthYear: 1946, sex: "M" }),
  record("CourseScheduled", "2021-04-22", {
    courseId: "c1",
    endsOn: "2021-05-10",
    provider: "PRIVATE_SCHOOL",
  }),
  record("TraineeEnrolled", "2021-04-22", { enrolmentId: "e1", courseId: "c1", personRef: "ali" }),
];

it("sums hours to two decimals on the day attended", async () => {
  await spec.ledger.commit([
    ...before,
    attended(7.25, "2021-04-23"),
    attended(0.1, "2021-04-24"),
    attended(0.2, "2021-05-02"),
  ]);
  expect(await spec.ledger.rows("training_hours", ["on", "provider", "age"])).toEqual([
    { on: "2021-04-21", provider: "PRIVATE_SCHOOL", age: "Y_GE75", hours: 7.35 },
    { on: "2021-05-01", provider: "PRIVATE_SCHOOL", age: "Y_GE75", hours: 0.2 },
  ]);
});

it("counts each record of attendance: two of the same day are two lessons", async () => {
  await spec.ledger.commit([...before, attended(4, "2021-04-23"), attended(4, "2021-04-23")]);
  expect(await spec.ledger.rows("training_hours", [])).toEqual([{ hours: 8 }]);
});

it("replaces corrected hours, also when the correction is corrected, and takes retracted ones back", async () => {
  await spec.ledger.commit([
    ...before,
    attended(4, "2021-04-23", { id: "one" }),
    attended(6, "2021-04-23", { id: "two", corrects: "one", knownOn: "2021-05-01" }),
    attended(5, "2021-04-23", { corrects: "two", knownOn: "2021-05-02" }),
    record(
      "EventRetracted",
      "2021-05-03",
      { retractionId: "r", retractedType: "AttendanceRecorded" },
      { corrects: "one" },
    ),
  ]);
  const asOf = async (day: string) => spec.ledger.rows("training_hours", [], day);
  expect(await asOf("2021-04-30")).toEqual([{ hours: 4 }]);
  expect(await asOf("2021-05-01")).toEqual([{ hours: 6 }]);
  expect(await asOf("2021-05-02")).toEqual([{ hours: 5 }]);
  expect(await asOf("2021-05-03")).toEqual([]);
});

it("ends what was directly retracted though the chain of corrections came in backwards", async () => {
  await spec.ledger.commit([
    attended(3, "2021-04-23", { id: "third", corrects: "second", knownOn: "2021-05-01" }),
    attended(2, "2021-04-23", { id: "second", corrects: "first", knownOn: "2021-05-02" }),
    attended(1, "2021-04-23", { id: "first", knownOn: "2021-05-03" }),
  ]);
  expect(await spec.ledger.rows("training_hours", [])).toEqual([{ hours: 3 }]);
  await spec.ledger.commit([
    record(
      "EventRetracted",
      "2021-05-04",
      { retractionId: "r", retractedType: "AttendanceRecorded" },
      { corrects: "third" },
    ),
  ]);
  expect(await spec.ledger.rows("training_hours", [])).toEqual([]);
});

it("survives corrections that run in a circle", async () => {
  await spec.ledger.commit([
    attended(1, "2021-04-23", { id: "one", corrects: "two" }),
    attended(2, "2021-04-23", { id: "two", corrects: "one" }),
    attended(3, "2021-04-23", { id: "three", corrects: "one" }),
  ]);
  await spec.ledger.commit([attended(4, "2021-04-23", { corrects: "two", knownOn: "2021-04-24" })]);
  expect(await spec.ledger.rows("training_hours", [])).toEqual([{ hours: 4 }]);
});

it("describes late what was not known of an attendance when it was recorded", async () => {
  await spec.ledger.commit([
    attended(4, "2021-04-23"),
    ...before.map((event) => ({ ...event, recordedAt: "2021-06-01T08:00:00.000Z" })),
  ]);
  expect(await spec.ledger.rows("training_hours", ["sex", "provider"], "2021-05-31")).toEqual([
    { sex: "_U", provider: "_U", hours: 4 },
  ]);
  expect(await spec.ledger.rows("training_hours", ["sex", "provider"])).toEqual([
    { sex: "M", provider: "PRIVATE_SCHOOL", hours: 4 },
  ]);
});

it("has no row where nobody attended", async () => {
  await spec.ledger.commit(before);
  expect(await spec.ledger.rows("training_hours", [])).toEqual([]);
});

it("is shared out among the persons who completed, and is of nobody where nobody did", async () => {
  const completed = (enrolmentId: string, personRef: string, on: string) =>
    record("TrainingCompleted", on, { enrolmentId, courseId: "c1", personRef });
  await spec.ledger.commit([
    ...before,
    attended(7, "2021-04-23"),
    attended(6, "2021-04-24"),
    record("AttendanceRecorded", "2021-04-24", { enrolmentId: "e2", hours: 2 }),
    completed("e1", "ali", "2021-05-10"),
    completed("e2", "sara", "2021-05-10"),
    completed("e3", "sara", "2021-05-11"),
    attended(4, "2021-05-25"),
    attended(1, "2021-06-24"),
    completed("e4", "omid", "2021-06-25"),
  ]);
  const { observations } = await spec.planner.observations({
    indicator: "training_hours_mean",
    frequency: "MONTH",
    period: { from: "1400-02", to: "1400-03" },
  });
  // Ordibehesht: 15 hours, and two persons who completed; Khordad: 4 hours, and nobody.
  expect(observations.map(({ value, reason }) => value ?? reason)).toEqual([7.5, "NO_DENOMINATOR"]);
});
