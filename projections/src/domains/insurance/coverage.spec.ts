import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { coverage } from "./coverage.ts";

const spec = specLedger([coverage]);

const started = (coverageId: string, on: string, more = {}, words = {}) =>
  record("CoverageStarted", on, { coverageId, personRef: "ali", ...more }, words);
const ended = (coverageId: string, on: string, words = {}) =>
  record("CoverageEnded", on, { coverageId }, words);

const levels = async (asOf?: string) => {
  const { observations } = await spec.planner.observations({
    indicator: "covered_persons",
    calendar: "GREGORIAN",
    frequency: "MONTH",
    period: { from: "2021-04", to: "2021-07" },
    ...(asOf === undefined ? {} : { asOf }),
  });
  return observations.map(({ value, reason }) => value ?? reason);
};

it("is the level at the end of the month; a person is covered on the last day", async () => {
  await spec.ledger.commit([
    record("WorkerRegistered", "2021-03-21", { personRef: "ali", birthYear: 1990, homeArea: "IR-10" }),
    started("v1", "2021-04-10", { scheme: "DRIVER" }),
    started("v2", "2021-04-30", { personRef: "reza" }),
    ended("v1", "2021-05-31"),
    ended("v2", "2021-06-29", { knownOn: "2021-07-01" }),
  ]);
  expect(await levels()).toEqual([2, 2, 0, 0]);
  expect(await spec.ledger.rows("coverage", ["on", "birth_year", "province", "scheme"])).toEqual([
    { on: "2021-04-01", birth_year: 1990, province: "IR-10", scheme: "DRIVER", covered: 1 },
    { on: "2021-04-21", birth_year: 0, province: "_U", scheme: "COMPULSORY", covered: 1 },
    { on: "2021-06-01", birth_year: 1990, province: "IR-10", scheme: "DRIVER", covered: -1 },
    { on: "2021-06-22", birth_year: 0, province: "_U", scheme: "COMPULSORY", covered: -1 },
  ]);
});

it("counts two covers at a time, and one recorded twice, as one person", async () => {
  await spec.ledger.commit([
    started("v1", "2021-04-10"),
    started("v1", "2021-04-10"),
    started("v2", "2021-04-20", { scheme: "DRIVER" }),
    ended("v1", "2021-05-15"),
    ended("v2", "2021-06-15"),
  ]);
  expect(await levels()).toEqual([1, 1, 0, "NO_EVENTS"]);
});

it("moves a late, a corrected and a retracted end", async () => {
  await spec.ledger.commit([
    started("v1", "2021-04-10"),
    ended("v1", "2021-04-15", { id: "end", knownOn: "2021-07-01" }),
    ended("v1", "2021-05-15", { corrects: "end", knownOn: "2021-07-02" }),
    record(
      "EventRetracted",
      "2021-07-03",
      { retractionId: "x", retractedType: "CoverageEnded" },
      { corrects: "end" },
    ),
  ]);
  expect(await levels("2021-07-01")).toEqual([0, 0, 0, 0]);
  expect(await levels("2021-07-02")).toEqual([1, 0, 0, 0]);
  expect(await levels()).toEqual([1, 1, 1, 1]);
});

it("knows nothing where nobody was ever covered", async () => {
  await spec.ledger.commit([record("WorkerRegistered", "2021-07-01", { personRef: "ali" })]);
  expect(await levels()).toEqual(["NO_EVENTS", "NO_EVENTS", "NO_EVENTS", "NO_EVENTS"]);
});
