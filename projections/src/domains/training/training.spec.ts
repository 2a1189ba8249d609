import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { training } from "./training.ts";

const spec = specLedger([training]);

const standard = record("SkillStandardPublished", "2021-03-21", {
  standardId: "welding",
  isco08: ["72", "75"],
});
const worker = record("WorkerRegistered", "2021-04-01", { personRef: "ali", birthYear: 1990, sex: "M" });
const course = record(
  "CourseScheduled",
  "2021-04-22",
  { courseId: "c1", endsOn: "2021-05-10" },
  { id: "course" },
);
const enrol = (words = {}) =>
  record("TraineeEnrolled", "2021-04-22", { enrolmentId: "e1", courseId: "c1", personRef: "ali" }, words);
const completed = (on: string, words = {}) =>
  record("TrainingCompleted", on, { enrolmentId: "e1", courseId: "c1", personRef: "ali" }, words);
const before = [standard, worker, course, enrol()];

const BY = ["on", "province", "sex", "age", "education", "occupation", "provider", "programme", "origin"];
const described = {
  province: "IR-23",
  sex: "M",
  age: "Y30T34",
  education: "ISCED11_3",
  occupation: "72",
  provider: "STATE_CENTRE",
  programme: "GENERAL",
  origin: "RECORDED",
};

it("posts a completion on its day and its cohort on the course's planned end", async () => {
  await spec.ledger.commit([...before, completed("2021-04-29")]);
  expect(await spec.ledger.rows("training", BY)).toEqual([
    // 21 to 30 April, and 1 to 21 May, both of Ordibehesht 1400
    { on: "2021-04-21", ...described, person_courses: 1, entrants: 0, completed_30d: 0, withdrawn_30d: 0 },
    { on: "2021-05-01", ...described, person_courses: 0, entrants: 1, completed_30d: 1, withdrawn_30d: 0 },
  ]);
});

it("counts a completion into the cohort up to the thirtieth day after the planned end", async () => {
  await spec.ledger.commit([...before, completed("2021-06-09")]);
  expect(await spec.ledger.rows("training", [])).toEqual([
    { person_courses: 1, entrants: 1, completed_30d: 1, withdrawn_30d: 0 },
  ]);
  await spec.ledger.clear();
  await spec.ledger.commit([...before, completed("2021-06-10")]);
  expect(await spec.ledger.rows("training", [])).toEqual([
    { person_courses: 1, entrants: 1, completed_30d: 0, withdrawn_30d: 0 },
  ]);
});

it("has an entrant and no completion where nobody completed, and nothing where nobody enrolled", async () => {
  await spec.ledger.commit(before);
  expect(await spec.ledger.rows("training", ["on"])).toEqual([
    { on: "2021-05-01", person_courses: 0, entrants: 1, completed_30d: 0, withdrawn_30d: 0 },
  ]);
  await spec.ledger.clear();
  await spec.ledger.commit([standard, worker, course]);
  expect(await spec.ledger.rows("training", [])).toEqual([]);
});

it("posts a late completion on the day it happened, known from the day it was recorded", async () => {
  await spec.ledger.commit([...before, completed("2021-04-29", { knownOn: "2021-09-01" })]);
  expect(await spec.ledger.rows("training", [], "2021-08-31")).toEqual([
    { person_courses: 0, entrants: 1, completed_30d: 0, withdrawn_30d: 0 },
  ]);
  expect(await spec.ledger.rows("training", ["on"], "2021-09-01")).toEqual([
    { on: "2021-04-21", person_courses: 1, entrants: 0, completed_30d: 0, withdrawn_30d: 0 },
    { on: "2021-05-01", person_courses: 0, entrants: 1, completed_30d: 1, withdrawn_30d: 0 },
  ]);
});

it("moves a cohort when the course's end and province are corrected, and not as of the day before", async () => {
  const moved = record(
    "CourseScheduled",
    "2021-04-22",
    { courseId: "c1", endsOn: "2021-06-05", area: "IR-10" },
    { corrects: "course", knownOn: "2021-07-01" },
  );
  await spec.ledger.commit([...before, completed("2021-04-29"), moved]);
  expect(await spec.ledger.rows("training", ["on", "province"], "2021-06-30")).toEqual([
    {
      on: "2021-04-21",
      province: "IR-23",
      person_courses: 1,
      entrants: 0,
      completed_30d: 0,
      withdrawn_30d: 0,
    },
    {
      on: "2021-05-01",
      province: "IR-23",
      person_courses: 0,
      entrants: 1,
      completed_30d: 1,
      withdrawn_30d: 0,
    },
  ]);
  expect(await spec.ledger.rows("training", ["on", "province"])).toEqual([
    {
      on: "2021-04-21",
      province: "IR-10",
      person_courses: 1,
      entrants: 0,
      completed_30d: 0,
      withdrawn_30d: 0,
    },
    {
      on: "2021-06-01",
      province: "IR-10",
      person_courses: 0,
      entrants: 1,
      completed_30d: 1,
      withdrawn_30d: 0,
    },
  ]);
});

it("takes a retracted completion back", async () => {
  const retracted = record(
    "EventRetracted",
    "2021-08-01",
    { retractionId: "r1", retractedType: "TrainingCompleted" },
    { corrects: "done" },
  );
  await spec.ledger.commit([...before, completed("2021-04-29", { id: "done" }), retracted]);
  expect(await spec.ledger.rows("training", [], "2021-07-31")).toEqual([
    { person_courses: 1, entrants: 1, completed_30d: 1, withdrawn_30d: 0 },
  ]);
  expect(await spec.ledger.rows("training", [])).toEqual([
    { person_courses: 0, entrants: 1, completed_30d: 0, withdrawn_30d: 0 },
  ]);
});

it("counts an enrolment once, however often its completion or its enrolment is reported", async () => {
  const events = [
    ...before,
    completed("2021-04-29"),
    completed("2021-04-29"),
    enrol({ knownOn: "2021-05-01" }),
  ];
  await spec.ledger.commit(events);
  expect(await spec.ledger.rows("training", [])).toEqual([
    { person_courses: 1, entrants: 1, completed_30d: 1, withdrawn_30d: 0 },
  ]);
  await spec.ledger.clear();
  await spec.ledger.rebuild(events);
  expect(await spec.ledger.rows("training", [])).toEqual([
    { person_courses: 1, entrants: 1, completed_30d: 1, withdrawn_30d: 0 },
  ]);
});

it("describes a person registered twice once, as last recorded", async () => {
  const again = record("WorkerRegistered", "2021-04-23", {
    personRef: "ali",
    birthYear: 1985,
    sex: "M",
    homeArea: "IR-10",
  });
  await spec.ledger.commit([...before, again, completed("2021-04-29")]);
  expect(await spec.ledger.rows("training", ["age"])).toEqual([
    { age: "Y35T39", person_courses: 1, entrants: 1, completed_30d: 1, withdrawn_30d: 0 },
  ]);
});

it("counts a completion of an unknown person in an unknown course as unknown, outside every cohort", async () => {
  await spec.ledger.commit([enrol(), completed("2021-04-29")]);
  expect(await spec.ledger.rows("training", BY)).toEqual([
    {
      on: "2021-04-21",
      ...Object.fromEntries(Object.keys(described).map((name) => [name, "_U"])),
      origin: "RECORDED",
      person_courses: 1,
      entrants: 0,
      completed_30d: 0,
      withdrawn_30d: 0,
    },
  ]);
});

it("keeps the sum of the members' keys next to each count", async () => {
  const other = record("TrainingCompleted", "2021-04-29", {
    enrolmentId: "e2",
    courseId: "c1",
    personRef: "reza",
  });
  await spec.ledger.commit([completed("2021-04-29"), other]);
  const [{ key } = {}] = await spec.ledger.connection.all(
    "select person_courses_key::varchar as key from balance.training",
  );
  // The pseudonym's first 64 bits are the person, and the lower 32 of these the permanent key.
  const keyOf = (event: typeof other) => BigInt(`0x${String(event.data["personRef"]).slice(8, 16)}`);
  expect(BigInt(String(key))).toBe(keyOf(other) + keyOf(completed("2021-04-29")));
});

const withdrew = (on: string, words = {}) =>
  record("TraineeWithdrew", on, { enrolmentId: "e1", reason: "work" }, words);

it("keeps who withdrew in the cohort, and one who then completed in time is no withdrawal", async () => {
  await spec.ledger.commit([...before, withdrew("2021-05-01")]);
  expect(await spec.ledger.rows("training", [])).toEqual([
    { person_courses: 0, entrants: 1, completed_30d: 0, withdrawn_30d: 1 },
  ]);
  await spec.ledger.commit([completed("2021-05-09", { knownOn: "2021-06-01" })]);
  expect(await spec.ledger.rows("training", [])).toEqual([
    { person_courses: 1, entrants: 1, completed_30d: 1, withdrawn_30d: 0 },
  ]);
  expect(await spec.ledger.rows("training", [], "2021-05-31")).toEqual([
    { person_courses: 0, entrants: 1, completed_30d: 0, withdrawn_30d: 1 },
  ]);
});

it("takes a withdrawal that was retracted, and one after the thirtieth day, for none", async () => {
  await spec.ledger.commit([
    ...before,
    withdrew("2021-05-01", { id: "gone" }),
    record(
      "EventRetracted",
      "2021-05-02",
      { retractionId: "r2", retractedType: "TraineeWithdrew" },
      { corrects: "gone" },
    ),
    withdrew("2021-06-10"),
  ]);
  expect(await spec.ledger.rows("training", [], "2021-05-02")).toMatchObject([{ withdrawn_30d: 0 }]);
  expect(await spec.ledger.rows("training", [])).toMatchObject([{ entrants: 1, withdrawn_30d: 0 }]);
});

it("leaves a cancelled course out of every cohort from the day that is known, and keeps its completions", async () => {
  await spec.ledger.commit([
    ...before,
    completed("2021-04-29"),
    record("CourseCancelled", "2021-05-02", { courseId: "c1" }, { id: "off" }),
    record("CourseCancelled", "2021-05-02", { courseId: "c1" }),
  ]);
  expect(await spec.ledger.rows("training", [], "2021-05-01")).toMatchObject([{ entrants: 1 }]);
  expect(await spec.ledger.rows("training", [])).toEqual([
    { person_courses: 1, entrants: 0, completed_30d: 0, withdrawn_30d: 0 },
  ]);
});

it("gives completion and withdrawal as rates of one cohort", async () => {
  const others = ["reza", "sara", "mina"].map((personRef) =>
    record("TraineeEnrolled", "2021-04-22", { enrolmentId: personRef, courseId: "c1", personRef }),
  );
  await spec.ledger.commit([
    ...before,
    ...others,
    withdrew("2021-05-01"),
    record("TrainingCompleted", "2021-05-10", { enrolmentId: "sara", courseId: "c1", personRef: "sara" }),
    record("TrainingCompleted", "2021-07-30", { enrolmentId: "mina", courseId: "c1", personRef: "mina" }),
  ]);
  const rate = async (indicator: string) =>
    (
      await spec.planner.observations({
        indicator,
        frequency: "MONTH",
        period: { from: "1400-02", to: "1400-02" },
      })
    ).observations.map(({ numerator, denominator, value }) => [numerator, denominator, value]);
  expect(await rate("completion_rate")).toEqual([[1, 4, 25]]);
  expect(await rate("withdrawal_rate")).toEqual([[1, 4, 25]]);
});
