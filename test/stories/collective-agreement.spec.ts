import { record } from "@karnameh/projections/testing/record";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";

/** Fifty employees; an agreement covers 20 of them for a year and 30 in its second term, until it lapses. */
const bargain = [
  record("SocialPartnerRegistered", "2021-03-21", { organisationId: "steel-union" }),
  ...Array.from({ length: 50 }, (_, who) =>
    record("EmploymentStarted", "2021-04-01", { spellId: `job ${who}`, personRef: `worker ${who}` }),
  ),
  record("CollectiveAgreementSigned", "2021-05-22", {
    agreementId: "steel",
    parties: ["steel-union", "semnan-steel"],
    employees: 20,
    endsOn: "2022-05-21",
  }),
  record("MembershipReported", "2021-06-01", {
    organisationId: "steel-union",
    members: 16,
    employeeMembers: 15,
  }),
  record("CollectiveAgreementRenewed", "2022-05-22", {
    agreementId: "steel",
    employees: 30,
    endsOn: "2025-05-21",
  }),
  record("CollectiveAgreementLapsed", "2023-10-01", { agreementId: "steel" }),
];

describe("a collective agreement of fifty employees", () => {
  let story: Story;
  const yearly = async (indicator: string) =>
    (await story.observe({ indicator, period: { from: "1400", to: "1402" } })).map(({ value }) => value);
  beforeAll(async () => {
    story = await beginStory({
      indicators: ["union_density", "bargaining_coverage", "dealings_between_parties"],
    });
    await story.record(bargain);
    await story.record([
      record("EmploymentStarted", "2024-04-01", { spellId: "a later job", personRef: "worker 0" }),
    ]);
  });
  afterAll(() => story.end());

  it("covers 40 % of the employees, then 60 %, then nobody", async () => {
    expect(await yearly("bargaining_coverage")).toEqual([40, 60, 0]);
  });

  it("says nothing of how many are in the union: 15 of 50", async () => {
    expect(await yearly("union_density")).toEqual([30, 30, 30]);
  });

  it("is one dealing of employers with workers, however often it is renewed", async () => {
    const dealt = await story.observe({
      indicator: "dealings_between_parties",
      by: ["dealing", "party", "counterparty"],
      period: { from: "1400", to: "1400" },
    });
    expect(dealt.map(({ coordinates, value }) => [...coordinates.map(({ code }) => code), value])).toEqual([
      ["AGREEMENT", "EMPLOYER", "WORKER", 1],
    ]);
  });
});
