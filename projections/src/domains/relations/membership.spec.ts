import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { bargaining } from "./bargaining.ts";
import { employees } from "./employees.ts";
import { membership } from "./membership.ts";

const spec = specLedger([membership, bargaining, employees], "2023-03-20");

const registered = (organisationId: string, more = {}) =>
  record("SocialPartnerRegistered", "2021-03-21", { organisationId, ...more });
const reported = (organisationId: string, on: string, employeeMembers: number, words = {}) =>
  record("MembershipReported", on, { organisationId, members: employeeMembers + 5, employeeMembers }, words);
const staff = (count: number) =>
  Array.from({ length: count }, (_, who) =>
    record("EmploymentStarted", "2021-04-01", { spellId: `s${who}`, personRef: `p${who}` }),
  );
const byYear = async (indicator: string, asOf?: string) => {
  const { observations } = await spec.planner.observations({
    indicator,
    period: { from: "1400", to: "1401" },
    ...(asOf === undefined ? {} : { asOf }),
  });
  return observations.map(({ value, reason }) => value ?? reason);
};

it("takes the newest report of each workers' organisation, federations and employers left out", async () => {
  await spec.ledger.commit([
    registered("union"),
    registered("council", { kind: "COUNCIL" }),
    registered("federation", { kind: "FEDERATION", level: "NATIONAL" }),
    registered("employers", { party: "EMPLOYER" }),
    ...staff(50),
    reported("union", "2021-06-01", 10),
    reported("council", "2021-06-01", 5),
    reported("federation", "2021-06-01", 15),
    reported("employers", "2021-06-01", 30),
    reported("union", "2022-06-01", 20),
  ]);
  // (10 + 5) ÷ 50, then (20 + 5) ÷ 50
  expect(await byYear("union_density")).toEqual([30, 50]);
});

it("ends with an organisation, and lets a late and a corrected report speak from the day they are known", async () => {
  await spec.ledger.commit([
    registered("union"),
    ...staff(20),
    reported("union", "2021-06-01", 10, { id: "one" }),
    reported("union", "2021-06-01", 8, { corrects: "one", knownOn: "2021-06-02" }),
    record("SocialPartnerDissolved", "2022-05-31", { organisationId: "union" }),
    reported("union", "2022-01-01", 4, { knownOn: "2022-06-02" }),
  ]);
  expect(await spec.ledger.rows("membership", ["on"], "2022-06-01")).toEqual([
    { on: "2021-06-01", members: 13, employee_members: 8 },
    { on: "2022-06-01", members: -13, employee_members: -8 },
  ]);
  expect(await byYear("union_density")).toEqual([20, 0]);
});

const signed = (on: string, count: number, more = {}, words = {}) =>
  record("CollectiveAgreementSigned", on, { agreementId: "g", employees: count, ...more }, words);

it("covers employees while an agreement is in force, from term to term", async () => {
  await spec.ledger.commit([
    ...staff(40),
    signed("2021-05-22", 10, { endsOn: "2021-12-31" }),
    signed("2021-06-01", 6, { agreementId: "sector", level: "SECTOR" }),
    record("CollectiveAgreementRenewed", "2022-01-01", {
      agreementId: "g",
      employees: 12,
      endsOn: "2023-12-31",
    }),
    record("CollectiveAgreementLapsed", "2022-06-10", { agreementId: "g" }),
    record("EmploymentStarted", "2023-01-01", { spellId: "last", personRef: "p1" }),
  ]);
  expect(await spec.ledger.rows("bargaining", ["on", "level"])).toEqual([
    { on: "2021-05-22", level: "ENTERPRISE", agreements: 1, covered_employees: 10 },
    { on: "2021-06-01", level: "SECTOR", agreements: 1, covered_employees: 6 },
    { on: "2022-01-01", level: "ENTERPRISE", agreements: 0, covered_employees: 2 },
    { on: "2022-06-01", level: "ENTERPRISE", agreements: -1, covered_employees: -12 },
  ]);
  // (12 + 6) ÷ 40 at the end of 1400, 6 ÷ 40 at the end of 1401
  expect(await byYear("bargaining_coverage")).toEqual([45, 15]);
});

it("drops a retracted agreement, and counts one recorded twice once", async () => {
  await spec.ledger.commit([
    signed("2021-05-22", 10, {}, { id: "one" }),
    signed("2021-05-22", 10, {}, { id: "two" }),
    record(
      "EventRetracted",
      "2021-06-01",
      { retractionId: "r", retractedType: "CollectiveAgreementSigned" },
      { corrects: "one" },
    ),
    record(
      "EventRetracted",
      "2021-06-02",
      { retractionId: "q", retractedType: "CollectiveAgreementSigned" },
      { corrects: "two" },
    ),
  ]);
  const asOf = (day: string) => spec.ledger.rows("bargaining", [], day);
  expect(await asOf("2021-05-31")).toEqual([{ agreements: 1, covered_employees: 10 }]);
  expect(await asOf("2021-06-01")).toEqual([{ agreements: 1, covered_employees: 10 }]);
  expect(await asOf("2021-06-02")).toEqual([]);
  expect(await byYear("bargaining_coverage")).toEqual(["NO_EVENTS", "NO_EVENTS"]);
});
