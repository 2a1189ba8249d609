import { CL_BENEFIT_BRANCH, CL_BENEFIT_END } from "../codelists/insurance.ts";
import { defineEvent } from "../contract.ts";
import { code, count, day, id, irr, jalaliMonth, personRef, slug } from "../field.ts";

export const StateShareBooked = defineEvent({
  type: "StateShareBooked",
  repeats: true,
  version: 1,
  context: "insurance",
  title: { fa: "سهم دولت ثبت شد", en: "State share booked" },
  meaning: {
    fa: "سهم دولت از حق بیمهٔ یک ماه به حساب سازمان تأمین اجتماعی منظور شد.",
    en: "The state’s share of the contributions of a month was booked with the Social Security Organization.",
  },
  effectiveOn: { fa: "روز ثبت", en: "The day of the booking" },
  producers: ["agency"],
  stream: { category: "stateshare", key: "month" },
  data: {
    month: jalaliMonth(),
    amount: irr(),
  },
});

export const BenefitAwarded = defineEvent({
  type: "BenefitAwarded",
  version: 1,
  context: "insurance",
  title: { fa: "مزایا برقرار شد", en: "Benefit awarded" },
  meaning: {
    fa: "برای شخصی مستمری یا مزایای دیگری از بیمهٔ اجتماعی برقرار شد. درمان مبلغ ماهانه ندارد.",
    en: "A pension or another benefit of social insurance was awarded to a person. Medical care has no monthly amount.",
  },
  effectiveOn: { fa: "نخستین روز برقراری", en: "The first day of the benefit" },
  producers: ["agency"],
  stream: { category: "benefit", key: "benefitId" },
  data: {
    benefitId: id("benefit"),
    personRef: personRef(),
    branch: code(CL_BENEFIT_BRANCH),
    monthly: irr().optional(),
    endsOn: day().optional(),
  },
  check: ({ branch, monthly }) =>
    (branch === "MEDICAL_CARE") === (monthly === undefined)
      ? undefined
      : "monthly must be given, and only for benefits other than medical care",
});

export const BenefitEnded = defineEvent({
  type: "BenefitEnded",
  version: 1,
  context: "insurance",
  title: { fa: "مزایا قطع شد", en: "Benefit ended" },
  meaning: { fa: "مستمری یا مزایای شخصی به پایان رسید.", en: "The benefit of a person came to its end." },
  effectiveOn: { fa: "آخرین روز مزایا", en: "The last day of the benefit" },
  producers: ["agency"],
  stream: { category: "benefit", key: "benefitId" },
  data: {
    benefitId: id("benefit"),
    reason: code(CL_BENEFIT_END),
  },
});

export const CoverageSnapshotReported = defineEvent({
  type: "CoverageSnapshotReported",
  repeats: true,
  version: 1,
  context: "insurance",
  title: { fa: "شمار بیمه‌شدگان گزارش شد", en: "Coverage snapshot reported" },
  meaning: {
    fa: "سازمان بیمه‌گر شمار بیمه‌شدگان اصلی و تبعی و مستمری‌بگیران و افراد تبعی آنان را در یک روز گزارش کرد.",
    en: "An insurer reported how many insured, dependants, pensioners and dependants of pensioners it had on a day.",
  },
  effectiveOn: { fa: "روزی که شمارش برای آن است", en: "The day of the count" },
  producers: ["agency"],
  stream: { category: "insurer", key: "organisationId" },
  data: {
    organisationId: slug("organisation"),
    mainInsured: count("persons"),
    dependants: count("persons"),
    pensioners: count("persons"),
    pensionDependants: count("persons"),
  },
});
