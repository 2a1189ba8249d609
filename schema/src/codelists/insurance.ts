import { defineCodelist, rows } from "../codelist.ts";

export const CL_BENEFIT_BRANCH = defineCodelist({
  id: "CL_BENEFIT_BRANCH",
  title: { fa: "شاخهٔ مزایای بیمه", en: "Branch of social security benefits" },
  source: "Branches of ILO Convention 102, without family benefits; the codes are Karnameh’s",
  codes: rows([
    ["OLD_AGE", "بازنشستگی", "Old age"],
    ["SURVIVOR", "بازماندگان", "Survivors"],
    ["DISABILITY", "ازکارافتادگی", "Disability"],
    ["UNEMPLOYMENT", "بیکاری", "Unemployment"],
    ["MATERNITY", "بارداری و زایمان", "Maternity"],
    ["INJURY", "حادثهٔ ناشی از کار", "Employment injury"],
    ["SICKNESS", "غرامت دستمزد ایام بیماری", "Sickness"],
    ["MEDICAL_CARE", "درمان", "Medical care"],
  ]),
});

export const CL_BENEFIT_END = defineCodelist({
  id: "CL_BENEFIT_END",
  title: { fa: "علت قطع مزایا", en: "Reason a benefit ended" },
  source: "Karnameh",
  codes: rows([
    ["TERM", "پایان مدت", "End of term"],
    ["BACK_TO_WORK", "بازگشت به کار", "Return to work"],
    ["INELIGIBLE", "فقدان شرایط", "No longer eligible"],
    ["DEATH", "فوت", "Death"],
    ["OTHER", "سایر", "Other"],
  ]),
});

export const CL_WORKSHOP_SIZE = defineCodelist({
  id: "CL_WORKSHOP_SIZE",
  title: { fa: "اندازهٔ کارگاه", en: "Size of a workshop" },
  source: "The exemption of small workshops from the employer's share; the codes are Karnameh’s",
  codes: rows([
    ["EXEMPT", "تا پنج کارگر، معاف از سهم کارفرما", "Up to five workers, exempt from the employer’s share"],
    ["OTHER", "سایر کارگاه‌ها", "Other workshops"],
  ]),
});

export const CL_DEPENDANT = defineCodelist({
  id: "CL_DEPENDANT",
  title: { fa: "نسبت با بیمه‌شدهٔ اصلی", en: "Relation to the insured person" },
  source: "Karnameh",
  codes: rows([
    ["SPOUSE", "همسر", "Spouse"],
    ["CHILD", "فرزند", "Child"],
    ["PARENT", "پدر یا مادر", "Parent"],
    ["OTHER", "سایر", "Other"],
  ]),
});
