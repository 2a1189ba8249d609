import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { satisfaction } from "./satisfaction.ts";

const spec = specLedger([satisfaction]);

const plant = (name: string, organisationId: string) =>
  record("EstablishmentRegistered", "2021-03-21", { establishmentId: name, organisationId });
const report = (reportId: string, score: number, about: object, words = {}) =>
  record("EmployerSatisfactionReported", "2021-06-01", { reportId, score, ...about }, words);

const rate = async (asOf?: string) => {
  const { observations } = await spec.planner.observations({
    indicator: "employer_satisfaction_rate",
    by: ["organisation"],
    period: { from: "1400", to: "1400" },
    ...(asOf === undefined ? {} : { asOf }),
  });
  return observations.map(({ coordinates, numerator, denominator }) => [
    coordinates[0]?.code,
    numerator,
    denominator,
  ]);
};

it("is the employers with a mean of four or more over the employers that reported, each once", async () => {
  await spec.ledger.commit([
    plant("plant", "saipa"),
    plant("mill", "steel"),
    plant("works", "copper"),
    record("HiringRequested", "2021-05-01", { requestId: "q1" }),
    record("EmploymentStarted", "2021-05-02", { spellId: "s1", personRef: "ali", establishmentId: "mill" }),
    record("HiringRequested", "2021-05-03", { requestId: "q2", establishmentId: "works" }),
    report("r1", 5, { requestId: "q1" }),
    report("r2", 5, { requestId: "q1" }),
    report("r3", 2, { requestId: "q1" }),
    report("r4", 5, { spellId: "s1" }),
    report("r5", 3, { spellId: "s1" }),
    report("r6", 1, { requestId: "q2" }),
    report("r7", 1, { requestId: "unheard of" }),
  ]);
  // saipa 12 / 3, steel 8 / 2, copper 1 / 1; of the reports alone it would be three of six.
  expect(await rate()).toEqual([
    ["copper", 0, 1],
    ["saipa", 1, 1],
    ["steel", 1, 1],
  ]);
  const { observations } = await spec.planner.observations({
    indicator: "employer_satisfaction_rate",
    period: { from: "1400", to: "1400" },
  });
  expect(observations).toMatchObject([{ value: (2 / 3) * 100, numerator: 2, denominator: 3 }]);
});

it("takes the mean of the period and of the cell that are asked for", async () => {
  await spec.ledger.commit([
    plant("plant", "saipa"),
    record("EstablishmentRegistered", "2021-03-21", {
      establishmentId: "mill",
      organisationId: "saipa",
      area: "IR-10",
    }),
    record("HiringRequested", "2021-05-01", { requestId: "q1" }),
    record("HiringRequested", "2021-05-01", { requestId: "q2", establishmentId: "mill" }),
    report("r1", 5, { requestId: "q1" }),
    report("r2", 3, { requestId: "q2" }),
    record("EmployerSatisfactionReported", "2021-07-01", { reportId: "r3", score: 3, requestId: "q1" }),
  ]);
  const shares = async (question: object) => {
    const { observations } = await spec.planner.observations({
      indicator: "employer_satisfaction_rate",
      period: { from: "1400", to: "1400" },
      ...question,
    });
    return observations.map(({ numerator, denominator, reason }) => reason ?? [numerator, denominator]);
  };
  // Of the year 11 / 3; of Khordad 8 / 2, in Tehran 5 / 1 and in Isfahan 3 / 1; of Tir 3 / 1.
  expect(await shares({ frequency: "YEAR" })).toEqual([[0, 1]]);
  const months = { frequency: "MONTH", period: { from: "1400-02", to: "1400-04" } };
  expect(await shares(months)).toEqual(["NO_EVENTS", [1, 1], [0, 1]]);
  const khordad = { frequency: "MONTH", period: { from: "1400-03", to: "1400-03" } };
  expect(await shares({ ...khordad, by: ["province"] })).toEqual([
    [0, 1],
    [1, 1],
  ]);
});

it("follows a late, a corrected and a retracted report, and counts one recorded twice once", async () => {
  await spec.ledger.commit([
    plant("plant", "saipa"),
    record("HiringRequested", "2021-05-01", { requestId: "q1" }),
    report("r1", 5, { requestId: "q1" }, { id: "one", knownOn: "2021-07-01" }),
    report("r1", 5, { requestId: "q1" }, { id: "two", knownOn: "2021-07-01" }),
    report("r1", 2, { requestId: "q1" }, { corrects: "two", knownOn: "2021-07-02" }),
    record(
      "EventRetracted",
      "2021-07-03",
      { retractionId: "x", retractedType: "EmployerSatisfactionReported" },
      { corrects: "two" },
    ),
  ]);
  expect(await rate("2021-07-01")).toEqual([["saipa", 1, 1]]);
  expect(await rate("2021-07-02")).toEqual([["saipa", 0, 1]]);
  expect(await rate()).toEqual([["saipa", 1, 1]]); // the first of the two stands again
});

it("has no events, and no zero, where nobody reported", async () => {
  await spec.ledger.commit([plant("plant", "saipa")]);
  const { observations } = await spec.planner.observations({ indicator: "employer_satisfaction_rate" });
  expect(observations.map(({ value, reason }) => [value, reason])).toEqual([[null, "NO_EVENTS"]]);
});
