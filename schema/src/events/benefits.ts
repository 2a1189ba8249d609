import { CL_BENEFIT_BRANCH, CL_BENEFIT_END } from "../codelists/insurance.ts";
import { defineEvent } from "../contract.ts";
import { code, count, day, id, irr, jalaliMonth, personRef, slug } from "../field.ts";

export const StateShareBooked = defineEvent({
  type: "StateShareBooked",
  repeats: true,
  version: 1,
  context: "insurance",
  title: { fa: "سهم دولت ثبت شد", en: "State share recorded" },
  meaning: {
    fa: "سهم دولت از حق بیمهٔ یک ماه در حساب سازمان تأمین اجتماعی ثبت شد.",
    en: "The Social Security Organization recorded the state’s share of a month’s contributions.",
  },
  effectiveOn: { fa: "روز ثبت", en: "The day it was recorded" },
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
    fa: "برای شخصی مستمری یا مزایای دیگری از تأمین اجتماعی برقرار شد. درمان مبلغ ماهانه ندارد.",
    en: "A person was awarded a pension or another social insurance benefit. Medical care has no monthly amount.",
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
      : "give monthly for every benefit except medical care, and not for medical care",
});

export const BenefitEnded = defineEvent({
  type: "BenefitEnded",
  version: 1,
  context: "insurance",
  title: { fa: "مزایا قطع شد", en: "Benefit ended" },
  meaning: { fa: "مستمری یا مزایای شخصی قطع شد.", en: "A person’s benefit ended." },
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
  title: { fa: "تعداد بیمه‌شدگان گزارش شد", en: "Coverage snapshot reported" },
  meaning: {
    fa: "سازمان بیمه‌گر تعداد بیمه‌شدگان اصلی و تبعی و مستمری‌بگیران اصلی و تبعی خود را در یک روز گزارش کرد.",
    en: "An insurer reported its number of insured persons, dependants, pensioners and dependants of pensioners on one day.",
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
