import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { uninsured } from "./uninsured.ts";

const spec = specLedger([uninsured]);

const plant = (name: string, area: string, isic4: string) =>
  record("EstablishmentRegistered", "2021-03-21", { establishmentId: name, area, isic4 });
const started = (spellId: string, on: string, words: object, envelope = {}) =>
  record("EmploymentStarted", on, { spellId, personRef: spellId, ...words }, envelope);
const ended = (spellId: string, on: string, words = {}) => record("EmploymentEnded", on, { spellId }, words);

const shares = async (question = {}) => {
  const { observations } = await spec.planner.observations({
    indicator: "uninsured_employment_share",
    frequency: "MONTH",
    period: { from: "1400-02", to: "1400-02" },
    ...question,
  });
  return observations.map(({ coordinates, numerator, denominator, value, reason }) => [
    ...coordinates.map(({ code }) => code),
    numerator,
    denominator,
    value ?? reason,
  ]);
};

it("is the uninsured employments over all, at the end of the period, two jobs of a person each by itself", async () => {
  await spec.ledger.commit([
    plant("plant", "IR-23", "29"),
    plant("farm", "IR-10", "01"),
    record("WorkerRegistered", "2021-03-21", { personRef: "ali", birthYear: 1990, sex: "M" }),
    started("s1", "2021-04-10", { isInsured: true }),
    started("s2", "2021-04-10", { isInsured: false, personRef: "ali" }),
    started("s3", "2021-04-25", { isInsured: false, personRef: "ali", establishmentId: "farm" }),
    started("s4", "2021-04-25", { isInsured: true, establishmentId: "farm" }),
    ended("s2", "2021-06-01"),
    ended("s4", "2021-06-01"),
  ]);
  // Farvardin: s2 of s1 and s2. Ordibehesht: s2 and s3 of four. Khordad: s3 of s1 and s3.
  expect(await shares({ period: { from: "1400-01", to: "1400-03" } })).toEqual([
    [1, 2, 50],
    [2, 4, 50],
    [1, 2, 50],
  ]);
  expect(await shares({ by: ["industry"] })).toEqual([
    ["A", 1, 2, 50],
    ["C", 1, 2, 50],
  ]);
  expect(await shares({ by: ["province"], where: [{ dimension: "sex", values: ["M"] }] })).toEqual([
    ["IR-10", 1, 1, 100],
    ["IR-23", 1, 1, 100],
  ]);
  expect(await shares({ by: ["age"] })).toEqual([
    ["Y30T34", 2, 2, 100],
    ["_U", 0, 2, 0],
  ]);
});

it("moves a late, a corrected and a retracted employment, and counts one recorded twice once", async () => {
  await spec.ledger.commit([
    started("s1", "2021-04-22", { isInsured: true }),
    started("s2", "2021-04-22", { isInsured: false }, { id: "one", knownOn: "2021-06-01" }),
    started("s2", "2021-04-22", { isInsured: false }, { id: "two", knownOn: "2021-06-01" }),
    started("s2", "2021-04-22", { isInsured: true }, { corrects: "two", knownOn: "2021-06-02" }),
    record(
      "EventRetracted",
      "2021-06-03",
      { retractionId: "x", retractedType: "EmploymentStarted" },
      { corrects: "two" },
    ),
  ]);
  expect(await shares({ asOf: "2021-05-31" })).toEqual([[0, 1, 0]]);
  expect(await shares({ asOf: "2021-06-01" })).toEqual([[1, 2, 50]]);
  expect(await shares({ asOf: "2021-06-02" })).toEqual([[0, 2, 0]]);
  expect(await shares()).toEqual([[1, 2, 50]]); // the first of the two stands again
});

it("has no share before anybody was employed, nor once everybody has left", async () => {
  await spec.ledger.commit([
    started("s1", "2021-04-22", { isInsured: false }),
    ended("s1", "2021-05-30"),
    record("WorkerRegistered", "2021-07-01", { personRef: "ali" }),
  ]);
  expect(await shares({ period: { from: "1400-01", to: "1400-03" } })).toEqual([
    [null, null, "NO_EVENTS"],
    [1, 1, 100],
    [null, null, "NO_DENOMINATOR"],
  ]);
});
