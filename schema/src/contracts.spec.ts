import { describe, expect, it } from "vitest";
import { z } from "zod";
import { addDays, FIRST_DAY, LAST_DAY } from "./calendar.ts";
import { contract, contracts } from "./contracts.ts";

const ID = "00000000-0000-7000-8000-000000000001";
const check = (type: string, data: Record<string, unknown>) => contract(type)?.check?.(data);

describe("the contracts", () => {
  it("are named once each, in the trade's words and not in those of a database", () => {
    expect(new Set(contracts.map(({ type }) => type)).size).toBe(contracts.length);
    for (const { type } of contracts) {
      expect(type).toMatch(/^([A-Z][a-z]+){2,}$/);
      expect(type).not.toMatch(/Event$|Updated$|Created$|Deleted$/);
    }
  });

  it("name a required field as the key of their stream, and a category without a dash", () => {
    for (const { type, stream, data } of contracts) {
      expect(stream.category, type).toMatch(/^[a-z]+$/);
      expect(z.safeParse(data.shape[stream.key] ?? z.any(), undefined).success, type).toBe(false);
    }
  });

  it("say in both languages what happened and when", () => {
    for (const { title, meaning, effectiveOn } of contracts)
      for (const { fa, en } of [title, meaning, effectiveOn]) {
        expect(fa).toMatch(/[\u0600-\u06ff]/);
        expect(fa).not.toMatch(/[يكىa-z\u0640]/);
        expect(en).toMatch(/^[A-Z]/);
      }
  });

  it("let at least one role emit each", () => {
    for (const { producers } of contracts) expect(producers.length).toBeGreaterThan(0);
  });

  it("refuse a field that they do not name", () => {
    const parsed = contract("EmploymentEnded")?.data.safeParse({
      spellId: "00000000-0000-7000-8000-000000000001",
      reason: "RESIGN",
      mood: "glad",
    });
    expect(parsed?.success).toBe(false);
  });
});

describe("a day that an event names", () => {
  const fault = (endsOn: string): string | undefined =>
    contract("RecruitmentAgreementSigned")
      ?.data.safeParse({ agreementId: ID, organisationId: "a", isExclusiveForReplacement: false, endsOn })
      .error?.issues.map(({ message }) => message)
      .join();

  it.each([FIRST_DAY, LAST_DAY, "2022-01-21"])("may be %s", (day) => {
    expect(fault(day)).toBeUndefined();
  });

  it.each(["1402-01-01", "1402-02-31"])("is told from the Jalali day %s", (day) => {
    expect(fault(day)).toBe("looks like a Jalali date; write a Gregorian date such as 2022-01-21");
  });

  it.each([addDays(FIRST_DAY, -1), addDays(LAST_DAY, 1), "0001-01-01"])(
    "is not %s, which no projection could place",
    (day) => {
      expect(fault(day)).toBe("is outside the calendar; write a Gregorian date such as 2022-01-21");
    },
  );

  it.each(["2022-02-30", "soon", ""])("is not %j", (day) => {
    expect(fault(day)).toBe("must be a date, YYYY-MM-DD");
  });
});

describe("what no single field can say", () => {
  it("is that a figure has a value or a text, and not both", () => {
    expect(check("FigureReported", { value: 12 })).toBeUndefined();
    expect(check("FigureReported", { valueText: "Shanghai" })).toBeUndefined();
    expect(check("FigureReported", {})).toMatch("exactly one");
    expect(check("FigureReported", { value: 12, valueText: "twelve" })).toMatch("exactly one");
  });

  it("is that a period ends after it begins", () => {
    expect(check("FigureReported", { value: 1, periodFrom: "2023-02-01", periodTo: "2023-01-01" })).toMatch(
      "periodFrom",
    );
  });

  it("is that a figure does not stand on both sides of a relation", () => {
    expect(check("FigureRelationDeclared", { left: "RF-36", right: ["RF-37", "RF-38"] })).toBeUndefined();
    expect(check("FigureRelationDeclared", { left: "RF-36", right: ["RF-36"] })).toMatch("both sides");
    expect(check("FigureRelationDeclared", { left: "A", right: ["B"], tolerance: -0.1 })).toMatch(
      "tolerance",
    );
  });

  it("lets a licence be renewed or expire with a reason of the list or without one", () => {
    for (const [type, more] of [
      ["LicenceRenewed", { endsOn: "2025-03-20" }],
      ["LicenceExpired", {}],
    ] as const) {
      const takes = (said: object) =>
        contract(type)?.data.safeParse({ licenceId: ID, ...more, ...said }).success;
      expect([takes({}), takes({ reason: "TERM" }), takes({ reason: "BORED" })]).toEqual([true, true, false]);
    }
  });

  it("is that no more workers retire than persons", () => {
    expect(check("RetirementForecasted", { headcount: 1000, workersOfThem: 700 })).toBeUndefined();
    expect(check("RetirementForecasted", { headcount: 1000, workersOfThem: 1001 })).toMatch("workersOfThem");
  });

  it.each([
    ["VacancyFilled", { posts: 1, spellIds: [ID, ID] }, "spellIds"],
    ["SurveyWaveFielded", { sampled: 10, responded: 11 }, "responded"],
    ["SurveyWaveFielded", { referenceFrom: "2023-02-01", referenceTo: "2023-01-01" }, "referenceFrom"],
    ["LabourStatusObserved", { status: "OUTSIDE", hoursActual: 10, weight: 400 }, "hoursActual"],
    ["LabourStatusObserved", { status: "EMPLOYED", weight: 0 }, "weight"],
    ["WorkerProfileCorrected", { reason: "none" }, "at least one"],
    ["PlacementVerified", { state: "UNKNOWN", isco08: "72" }, "isco08"],
    ["BenefitAwarded", { branch: "OLD_AGE" }, "monthly"],
    ["BenefitAwarded", { branch: "MEDICAL_CARE", monthly: 1 }, "monthly"],
    ["LicenceApplied", { kind: "NEW" }, "applicantRef"],
    ["LicenceApplied", { kind: "RENEWAL", organisationId: "a" }, "licenceId"],
    ["HouseholdRegistered", { headRef: "a", memberRefs: ["a"] }, "memberRefs"],
    ["MembershipReported", { members: 1, employeeMembers: 2 }, "employeeMembers"],
    ["BodyConstituted", { quorum: 7, seats: [{ persons: 6 }] }, "quorum"],
    ["DisputeFiled", { kind: "INDIVIDUAL", filedBy: "WORKER", workers: 2 }, "must be 1"],
    ["MemorandumSigned", { isDomestic: true, parties: [{ country: "CHN" }] }, "domestic"],
    ["CompetitionAnnounced", { startsOn: "2021-09-22", endsOn: "2021-09-21" }, "startsOn"],
    ["CellSuppressed", { confStatus: "F" }, "confStatus"],
    ["FigureIndicatorDeclared", { period: "1402-13" }, "period"],
  ])("is checked against the fields of %s: %j", (type, data, fault) => {
    expect(check(type, data)).toMatch(fault);
  });

  it("is that a purchase is not paid for twice, as in the example of 800 by 500, 200 and 100", () => {
    const line = { amount: 8_000_000, fromCoupon: 2_000_000, fromBonus: 0, stateCompensation: 1_000_000 };
    expect(check("CouponPurchaseMade", { lines: [line] })).toBeUndefined();
    expect(check("CouponPurchaseMade", { lines: [{ ...line, fromBonus: 5_000_001 }] })).toMatch("amount");
  });
});
