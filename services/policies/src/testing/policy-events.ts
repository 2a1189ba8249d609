import { record } from "@karnameh/projections/testing/record";

/** An application of Sara for a licence to teach welding. */
export const applied = (day: string, words = {}) =>
  record("LicenceApplied", day, {
    applicationId: "a",
    applicantRef: "sara",
    kind: "NEW",
    standardIds: ["w"],
    area: "IR-23",
    ...words,
  });

export const eligible = (day: string) => record("ApplicantEligibilityConfirmed", day, { applicationId: "a" });

export const resubmitted = (day: string, applicationId = "a") =>
  record("ApplicationResubmitted", day, { applicationId });

export const returned = (day: string) => record("ApplicationReturned", day, { applicationId: "a" });

/** The licence that the authority grants her. */
export const granted = (day: string, id = "grant") =>
  record("LicenceGranted", day, { applicationId: "a", licenceId: "l" }, { id });

/** A day on which all offices of the country are closed. */
export const closed = (date: string, words = {}) =>
  record("ClosureDeclared", date, {
    closureId: date,
    calendarVersion: "kept",
    area: "IR",
    reason: "HEAT",
    ...words,
  });

export const weekend = (day: string, ...restDays: string[]) =>
  record("WeekendRuleSet", day, { scope: "ALL", restDays });

/** A list of contributions for a month. */
export const listed = (day: string, month: string, words = {}) =>
  record("ContributionListSubmitted", day, {
    listId: `${month} ${day}`,
    month,
    lines: [{ personRef: "p", days: 30, insurableWage: 1 }],
    ...words,
  });

/** The coupon's plan, by the household and the month. */
export const plan = (day: string, words = {}) =>
  record("PlanParametersSet", day, {
    planVersion: "p1",
    deciles: ["1", "2", "3", "4", "5"],
    threshold: 2_000_000,
    bonus: 1_200_000,
    basis: "HOUSEHOLD",
    cycle: "MONTH",
    basket: ["RICE", "RAW_MILK"],
    basePeriod: "1401",
    ...words,
  });

/** The decile of the household. */
export const decile = (day: string, value: string) =>
  record("DecileAssigned", day, { householdId: "h", decile: value, methodVersion: "m1" });

/** A line of a purchase: rice of 5 million rial, a part of it paid by the coupon. */
export const line = (fromCoupon: number, words: object) => ({
  item: "RICE",
  quantity: 1,
  unit: "KGM",
  amount: 5_000_000,
  fromCoupon,
  fromBonus: 0,
  stateCompensation: 0,
  ...words,
});

/** A purchase of the household of which the coupon paid a part. */
export const bought = (name: string, day: string, fromCoupon: number, words = {}) =>
  record("CouponPurchaseMade", day, {
    purchaseId: name,
    householdId: "h",
    storeId: "s",
    lines: [line(fromCoupon, words)],
  });

/** A purchase that was reversed, or as much of it as was paid by the coupon. */
export const reversed = (name: string, day: string, fromCoupon?: number, words = {}) =>
  record("CouponPurchaseReversed", day, {
    purchaseId: name,
    householdId: "h",
    ...(fromCoupon === undefined ? {} : { lines: [line(fromCoupon, words)] }),
  });
