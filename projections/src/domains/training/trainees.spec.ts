import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { trainees } from "./trainees.ts";

const spec = specLedger([trainees], "2023-03-20");

const completed = (who: string, enrolmentId: string, on: string, words = {}) =>
  record("TrainingCompleted", on, { enrolmentId, courseId: `of ${enrolmentId}`, personRef: who }, words);

const answersOf = async (
  frequency: "MONTH" | "QUARTER" | "YEAR",
  calendar: "JALALI" | "GREGORIAN",
  asOf?: string,
) => {
  const { observations } = await spec.planner.observations({
    indicator: "trainees",
    frequency,
    calendar,
    ...(asOf === undefined ? {} : { asOf }),
  });
  return observations.filter(({ value }) => value !== 0).map(({ period, value }) => [period.code, value]);
};

it("counts a person once in each period, so that months do not add up to a quarter or a year", async () => {
  await spec.ledger.commit([
    completed("ali", "e1", "2021-04-05"), // 16 Farvardin 1400
    completed("ali", "e2", "2021-04-25"), // 5 Ordibehesht 1400
    completed("reza", "e4", "2021-04-26"),
    completed("ali", "e3", "2021-07-01"), // 10 Tir 1400
  ]);
  expect(await answersOf("MONTH", "JALALI")).toEqual([
    ["1400-01", 1],
    ["1400-02", 2],
    ["1400-04", 1],
  ]);
  expect(await answersOf("QUARTER", "JALALI")).toEqual([
    ["1400-Q1", 2],
    ["1400-Q2", 1],
  ]);
  expect(await answersOf("YEAR", "JALALI")).toEqual([["1400", 2]]);
  expect(await answersOf("MONTH", "GREGORIAN")).toEqual([
    ["2021-04", 2],
    ["2021-07", 1],
  ]);
  expect(await answersOf("QUARTER", "GREGORIAN")).toEqual([
    ["2021-Q2", 2],
    ["2021-Q3", 1],
  ]);
  expect(await answersOf("YEAR", "GREGORIAN")).toEqual([["2021", 2]]);
});

it("counts a course that is reported twice once", async () => {
  await spec.ledger.commit([completed("ali", "e1", "2021-04-05"), completed("ali", "e1", "2021-04-05")]);
  expect(await answersOf("MONTH", "JALALI")).toEqual([["1400-01", 1]]);
});

it("describes a person by the first course of the period", async () => {
  await spec.ledger.commit([
    record("CourseScheduled", "2021-03-25", {
      courseId: "of e1",
      endsOn: "2021-04-05",
      area: "IR-10",
      provider: "STATE_CENTRE",
    }),
    record("CourseScheduled", "2021-03-25", {
      courseId: "of e2",
      endsOn: "2021-04-15",
      area: "IR-20",
      provider: "PRIVATE_SCHOOL",
    }),
    completed("ali", "e2", "2021-04-15"),
    completed("ali", "e1", "2021-04-05", { knownOn: "2021-04-16" }),
  ]);
  const { observations } = await spec.planner.observations({
    indicator: "trainees",
    by: ["province", "provider"],
  });
  expect(
    observations.map(({ coordinates, value }) => [...coordinates.map(({ code }) => code), value]),
  ).toEqual([["IR-10", "STATE_CENTRE", 1]]);
});

it("moves a late, a corrected and a retracted completion from the day they became known", async () => {
  await spec.ledger.commit([
    completed("ali", "e1", "2021-04-05", { id: "one" }),
    completed("reza", "e2", "2021-04-06", { knownOn: "2021-06-01" }),
    completed("ali", "e1", "2021-05-05", { corrects: "one", knownOn: "2021-07-01" }),
    record(
      "EventRetracted",
      "2021-08-01",
      { retractionId: "r", retractedType: "TrainingCompleted" },
      { corrects: "one" },
    ),
  ]);
  expect(await answersOf("MONTH", "JALALI", "2021-04-05")).toEqual([["1400-01", 1]]);
  expect(await answersOf("MONTH", "JALALI", "2021-06-01")).toEqual([["1400-01", 2]]);
  expect(await answersOf("MONTH", "JALALI", "2021-07-01")).toEqual([
    ["1400-01", 1],
    ["1400-02", 1],
  ]);
  expect(await answersOf("MONTH", "JALALI")).toEqual([["1400-01", 1]]);
});

it("is unknown in every dimension for a person and a course that nobody announced", async () => {
  await spec.ledger.commit([completed("ali", "e1", "2021-04-05")]);
  const by = ["province", "sex", "age", "education", "provider", "programme"];
  const { observations } = await spec.planner.observations({ indicator: "trainees", by, frequency: "MONTH" });
  expect(observations.map(({ coordinates }) => coordinates.map(({ code }) => code))).toEqual([
    ["_U", "_U", "_U", "_U", "_U", "_U"],
  ]);
});

it("distinguishes zero from what nothing was recorded of", async () => {
  await spec.ledger.commit([completed("ali", "e1", "2021-04-05"), completed("ali", "e2", "2021-07-01")]);
  const { observations } = await spec.planner.observations({
    indicator: "trainees",
    frequency: "MONTH",
    period: { from: "1399-12", to: "1400-05" },
  });
  expect(
    observations.map(({ period, value, status, reason }) => [period.code, value, status, reason]),
  ).toEqual([
    ["1399-12", null, "M", "NO_EVENTS"],
    ["1400-01", 1, "A", null],
    ["1400-02", 0, "A", null],
    ["1400-03", 0, "A", null],
    ["1400-04", 1, "P", null], // the last as-of date, 1 July, lies inside it
    ["1400-05", null, "M", "NO_EVENTS"],
  ]);
});
