import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { hires } from "./hires.ts";
import { retirementsTaken } from "./retirements-taken.ts";

const spec = specLedger([retirementsTaken, hires]);

const plant = (name: string, organisationId: string) =>
  record("EstablishmentRegistered", "2021-03-21", { establishmentId: name, organisationId });
const worked = (who: string, establishmentId = "plant", channel = "DIRECT", on = "2021-04-01") =>
  record("EmploymentStarted", on, { spellId: `s ${who}`, personRef: who, establishmentId, channel });
const retired = (who: string, on = "2021-06-01", words = {}) =>
  record("RetirementTaken", on, { spellId: `s ${who}`, personRef: who }, words);

it("gives hires through TVTO over retirements taken, by the organisation that was left", async () => {
  await spec.ledger.commit([
    plant("plant", "saipa"),
    plant("mill", "steel"),
    ...["ali", "reza", "sara", "mina"].map((who) => worked(who)),
    ...["ali", "reza", "sara", "mina"].map((who) => retired(who)),
    worked("dara", "plant", "TVTO", "2021-07-01"),
    worked("nima", "mill", "TVTO", "2021-07-01"),
  ]);
  const { observations } = await spec.planner.observations({
    indicator: "replacement_rate_taken",
    by: ["organisation"],
    calendar: "JALALI",
    period: { from: "1400", to: "1400" },
  });
  expect(
    observations.map(({ coordinates, value, reason }) => [coordinates[0]?.code, value ?? reason]),
  ).toEqual([
    ["saipa", 25],
    ["steel", "NO_DENOMINATOR"],
  ]);
});

it("counts a retirement of an unknown employment as unknown", async () => {
  await spec.ledger.commit([retired("ali", "2021-06-01", { source: "urn:karnameh:agency:sso" })]);
  expect(await spec.ledger.rows("retirements_taken", ["on", "organisation", "industry", "sex"])).toEqual([
    { on: "2021-06-01", organisation: "_U", industry: "_U", sex: "_U", taken: 1 },
  ]);
});

it("knows the organisation of an employment that is not recorded by the employer who reports its end", async () => {
  await spec.ledger.commit([
    plant("plant", "saipa"),
    worked("ali"),
    retired("ali", "2021-06-01", { source: "urn:karnameh:employer:steel" }),
    retired("reza", "2021-06-01", { source: "urn:karnameh:employer:steel" }),
  ]);
  expect(await spec.ledger.rows("retirements_taken", ["organisation"])).toEqual([
    { organisation: "saipa", taken: 1 },
    { organisation: "steel", taken: 1 },
  ]);
});

it("follows a late, a corrected and a retracted retirement, and counts one recorded twice once", async () => {
  await spec.ledger.commit([
    plant("plant", "saipa"),
    worked("ali"),
    retired("ali", "2021-05-01", { id: "one", knownOn: "2021-07-01" }),
    retired("ali", "2021-06-01", { corrects: "one", knownOn: "2021-07-02" }),
    retired("reza", "2021-07-03"),
    retired("reza", "2021-07-03"),
    record(
      "EventRetracted",
      "2021-07-04",
      { retractionId: "x", retractedType: "RetirementTaken" },
      { corrects: "one" },
    ),
  ]);
  const rows = (asOf: string) => spec.ledger.rows("retirements_taken", ["on"], asOf);
  expect(await rows("2021-06-30")).toEqual([]);
  expect(await rows("2021-07-01")).toEqual([{ on: "2021-05-01", taken: 1 }]);
  expect(await rows("2021-07-02")).toEqual([{ on: "2021-06-01", taken: 1 }]);
  expect((await rows("2021-07-03")).reduce((sum, { taken }) => sum + Number(taken), 0)).toBe(2);
  expect((await rows("2021-07-04")).reduce((sum, { taken }) => sum + Number(taken), 0)).toBe(1);
});
