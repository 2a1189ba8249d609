import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { employees } from "./employees.ts";
import { stoppages } from "./stoppages.ts";

const spec = specLedger([stoppages, employees]);

const started = (on: string, workersInvolved: number, more = {}, words = {}) =>
  record("StoppageStarted", on, { stoppageId: "strike", workersInvolved, ...more }, words);
const widened = (on: string, workersInvolved: number) =>
  record("StoppageScopeChanged", on, { stoppageId: "strike", workersInvolved });
const ended = (on: string, daysNotWorked: number, more = {}, words = {}) =>
  record("StoppageEnded", on, { stoppageId: "strike", daysNotWorked, ...more }, words);
const employed = (who: number, more = {}) =>
  record("EmploymentStarted", "2021-04-01", {
    spellId: `s${who}`,
    personRef: `p${who}`,
    establishmentId: "plant",
    ...more,
  });
const plant = record("EstablishmentRegistered", "2021-03-21", { establishmentId: "plant" });

const valueIn = async (indicator: string, year = "1400") => {
  const { observations } = await spec.planner.observations({ indicator, period: { from: year, to: year } });
  return observations.map(({ value, reason }) => value ?? reason);
};

it("counts a stoppage and its most workers where it began, and its days where it ended", async () => {
  await spec.ledger.commit([
    started("2021-06-01", 100),
    widened("2021-06-02", 240),
    ended("2021-07-03", 610.5),
  ]);
  expect(await spec.ledger.rows("stoppages", ["on", "province", "industry", "stoppage_kind"])).toEqual([
    {
      on: "2021-06-01",
      province: "IR-23",
      industry: "C",
      stoppage_kind: "STRIKE",
      stoppages: 1,
      workers_involved: 240,
      days_not_worked: 0,
    },
    {
      on: "2021-07-01",
      province: "IR-23",
      industry: "C",
      stoppage_kind: "STRIKE",
      stoppages: 0,
      workers_involved: 0,
      days_not_worked: 610.5,
    },
  ]);
});

it("divides the days not worked by the thousands of employees, the self-employed left out", async () => {
  await spec.ledger.commit([
    plant,
    ...Array.from({ length: 40 }, (_, who) => employed(who)),
    employed(40, { statusEmp: "3" }),
    employed(0, { spellId: "second job of the first" }),
    started("2021-06-01", 3),
    ended("2021-06-03", 6),
  ]);
  // 6 person-days ÷ 40 employees × 1,000
  expect(await valueIn("days_not_worked_per_1000_employees")).toEqual([150]);
  expect(await valueIn("days_not_worked")).toEqual([6]);
  expect(await valueIn("work_stoppages")).toEqual([1]);
  expect(await valueIn("workers_in_stoppages")).toEqual([3]);
});

it("has no rate where no employee is known", async () => {
  await spec.ledger.commit([started("2021-06-01", 3), ended("2021-06-03", 6)]);
  expect(await valueIn("days_not_worked_per_1000_employees")).toEqual(["NO_EVENTS"]);
});

it("counts what is recorded twice once, and follows what is late, corrected and retracted", async () => {
  await spec.ledger.commit([
    started("2021-06-01", 3),
    started("2021-06-01", 3),
    ended("2021-06-03", 6, {}, { id: "end", knownOn: "2021-08-01" }),
    ended("2021-06-03", 9, {}, { corrects: "end", knownOn: "2021-08-02" }),
    record(
      "EventRetracted",
      "2021-08-03",
      { retractionId: "r", retractedType: "StoppageEnded" },
      { corrects: "end" },
    ),
  ]);
  const asOf = (day: string) => spec.ledger.rows("stoppages", [], day);
  expect(await asOf("2021-07-31")).toEqual([{ stoppages: 1, workers_involved: 3, days_not_worked: 0 }]);
  expect(await asOf("2021-08-01")).toEqual([{ stoppages: 1, workers_involved: 3, days_not_worked: 6 }]);
  expect(await asOf("2021-08-02")).toEqual([{ stoppages: 1, workers_involved: 3, days_not_worked: 9 }]);
  expect(await asOf("2021-08-03")).toEqual([{ stoppages: 1, workers_involved: 3, days_not_worked: 0 }]);
});
