import { expect, it } from "vitest";
import { specLedger } from "../testing/spec-ledger.ts";
import { tell } from "../testing/tell.ts";
import { satisfaction } from "./satisfaction.ts";

const spec = specLedger([satisfaction]);

const plant = (name: string, organisationId: string) =>
  tell("EstablishmentRegistered", "2021-03-21", { establishmentId: name, organisationId });
const report = (reportId: string, score: number, about: object, words = {}) =>
  tell("EmployerSatisfactionReported", "2021-06-01", { reportId, score, ...about }, words);

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

it("is reports of four and five over reports, by the employer of the request or of the spell", async () => {
  await spec.ledger.commit([
    plant("plant", "saipa"),
    plant("mill", "steel"),
    tell("HiringRequested", "2021-05-01", { requestId: "q1" }),
    tell("EmploymentStarted", "2021-05-02", { spellId: "s1", personRef: "ali", establishmentId: "mill" }),
    report("r1", 4, { requestId: "q1" }),
    report("r2", 3, { requestId: "q1" }),
    report("r3", 5, { spellId: "s1" }),
    report("r4", 1, { requestId: "unheard of" }),
  ]);
  expect(await rate()).toEqual([
    ["_U", 0, 1],
    ["saipa", 1, 2],
    ["steel", 1, 1],
  ]);
});

it("follows a late, a corrected and a retracted report, and counts one told twice once", async () => {
  await spec.ledger.commit([
    plant("plant", "saipa"),
    tell("HiringRequested", "2021-05-01", { requestId: "q1" }),
    report("r1", 5, { requestId: "q1" }, { id: "one", knownOn: "2021-07-01" }),
    report("r1", 5, { requestId: "q1" }, { id: "two", knownOn: "2021-07-01" }),
    report("r1", 2, { requestId: "q1" }, { corrects: "two", knownOn: "2021-07-02" }),
    tell(
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
