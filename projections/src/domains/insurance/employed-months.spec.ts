import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { employedMonths } from "./employed-months.ts";
import { insuredMonths } from "./insured-months.ts";

const spec = specLedger([employedMonths, insuredMonths]);

const started = (spellId: string, on: string, words = {}) =>
  record("EmploymentStarted", on, { spellId, personRef: "ali" }, words);
const ended = (spellId: string, on: string, words = {}) => record("EmploymentEnded", on, { spellId }, words);

it("counts a month in which a person was employed for a single day, and two jobs once", async () => {
  await spec.ledger.commit([
    started("s1", "2021-04-20"), // 31 Farvardin 1400
    ended("s1", "2021-04-21"), // 1 Ordibehesht
    started("s2", "2021-05-21"), // 31 Ordibehesht
    ended("s2", "2021-05-25"), // 4 Khordad
    started("s3", "2021-07-10"), // 19 Tir
  ]);
  // The months before Khordad are one run, and so are those from Ordibehesht on; Tir follows Khordad at once.
  expect(await spec.ledger.rows("employed_months", ["on"])).toEqual([
    { on: "2021-03-21", employed_in_month: 1 },
  ]);
});

it("ends with the month after the last", async () => {
  await spec.ledger.commit([started("s1", "2021-04-20"), ended("s1", "2021-05-01")]);
  expect(await spec.ledger.rows("employed_months", ["on"])).toEqual([
    { on: "2021-03-21", employed_in_month: 1 },
    { on: "2021-05-22", employed_in_month: -1 },
  ]);
});

it("moves late, corrected and retracted ends", async () => {
  await spec.ledger.commit([
    started("s1", "2021-04-20"),
    ended("s1", "2021-05-01", { id: "end", knownOn: "2021-08-01" }),
    ended("s1", "2021-06-01", { corrects: "end", knownOn: "2021-08-02" }),
    record(
      "EventRetracted",
      "2021-08-03",
      { retractionId: "x", retractedType: "EmploymentEnded" },
      { corrects: "end" },
    ),
  ]);
  const endOn = async (day: string) =>
    (await spec.ledger.rows("employed_months", ["on"], day)).map(({ on }) => on);
  expect(await endOn("2021-07-31")).toEqual(["2021-03-21"]);
  expect(await endOn("2021-08-01")).toEqual(["2021-03-21", "2021-05-22"]);
  expect(await endOn("2021-08-02")).toEqual(["2021-03-21", "2021-06-22"]);
  expect(await endOn("2021-08-03")).toEqual(["2021-03-21"]);
});

it("is what the coverage rate of the month divides by; a month of which only one side is known has none", async () => {
  const on = (month: string, personRef: string, listed: string) =>
    record("ContributionListSubmitted", listed, {
      listId: `${month} ${personRef}`,
      month,
      lines: [{ personRef, days: 5, insurableWage: 1 }],
    });
  await spec.ledger.commit([
    started("s1", "2021-04-21"),
    record("EmploymentStarted", "2021-04-22", { spellId: "s2", personRef: "reza" }),
    on("1400-01", "ali", "2021-05-01"),
    ended("s1", "2021-05-01"),
    on("1400-02", "ali", "2021-06-01"),
    on("1400-03", "reza", "2021-07-01"),
    record("WorkerRegistered", "2021-07-22", { personRef: "sara" }),
  ]);
  const { observations } = await spec.planner.observations({
    indicator: "insurance_coverage_rate",
    period: { from: "1400-01", to: "1400-04" },
  });
  expect(
    observations.map(({ period, numerator, denominator, value, reason }) => [
      period.code,
      numerator,
      denominator,
      value ?? reason,
    ]),
  ).toEqual([
    ["1400-01", null, null, "NO_EVENTS"],
    ["1400-02", 1, 2, 50],
    ["1400-03", 1, 1, 100],
    ["1400-04", null, null, "NO_EVENTS"],
  ]);
});

it("leaves the coverage open until the lists of a month had time to come", async () => {
  await spec.ledger.commit([
    started("s1", "2021-04-21"),
    record("ContributionListSubmitted", "2021-06-19", {
      listId: "l",
      month: "1400-02",
      lines: [{ personRef: "ali", days: 5, insurableWage: 1 }],
    }),
    record("WorkerRegistered", "2021-06-20", { personRef: "ali" }),
  ]);
  const coverage = async (asOf: string) => {
    const { observations } = await spec.planner.observations({
      indicator: "insurance_coverage_rate",
      period: { from: "1400-02", to: "1400-02" },
      asOf,
    });
    return observations.map(({ value, reason }) => value ?? reason);
  };
  // Ordibehesht ended on 21 May.
  expect(await coverage("2021-06-19")).toEqual(["WINDOW_OPEN"]);
  expect(await coverage("2021-06-20")).toEqual([100]);
});

it("gives the coverage of each industry", async () => {
  const plant = (establishmentId: string, isic4: string) =>
    record("EstablishmentRegistered", "2021-03-21", { establishmentId, isic4 });
  const listed = (establishmentId: string, ...who: readonly string[]) =>
    record("ContributionListSubmitted", "2021-06-20", {
      listId: establishmentId,
      establishmentId,
      month: "1400-02",
      lines: who.map((personRef) => ({ personRef, days: 5, insurableWage: 1 })),
    });
  const employed = (personRef: string, establishmentId: string) =>
    record("EmploymentStarted", "2021-04-21", { spellId: personRef, personRef, establishmentId });
  await spec.ledger.commit([
    plant("plant", "29"),
    plant("school", "85"),
    employed("ali", "plant"),
    employed("reza", "plant"),
    employed("sara", "school"),
    listed("plant", "ali"),
    listed("school", "sara"),
  ]);
  const { observations } = await spec.planner.observations({
    indicator: "insurance_coverage_rate",
    by: ["industry"],
    period: { from: "1400-02", to: "1400-02" },
  });
  expect(
    observations.map(({ coordinates, numerator, denominator }) => [
      coordinates[0]?.code,
      numerator,
      denominator,
    ]),
  ).toEqual([
    ["C", 1, 2],
    ["P", 1, 1],
  ]);
});
