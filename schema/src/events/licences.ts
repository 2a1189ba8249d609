import {
  CL_COUNT_FROM,
  CL_INSPECTION_RESULT,
  CL_LICENCE_REASON,
  CL_RETURN_EFFECT,
} from "../codelists/licensing.ts";
import { defineEvent } from "../contract.ts";
import { code, count, day, flag, id, slug, text } from "../field.ts";

export const LicenceInspected = defineEvent({
  type: "LicenceInspected",
  repeats: true,
  version: 1,
  context: "licensing",
  title: { fa: "دارندهٔ مجوز بازرسی شد", en: "Licence inspected" },
  meaning: {
    fa: "بازرس بررسی کرد که آیا دارندهٔ مجوز ضوابط را رعایت می‌کند.",
    en: "An inspector checked whether the licence holder complies with the conditions.",
  },
  effectiveOn: { fa: "روز بازرسی", en: "The day of the inspection" },
  producers: ["agency"],
  stream: { category: "licence", key: "licenceId" },
  data: {
    licenceId: id("licence"),
    result: code(CL_INSPECTION_RESULT),
    note: text().optional(),
  },
});

export const LicenceRenewed = defineEvent({
  type: "LicenceRenewed",
  repeats: true,
  version: 1,
  context: "licensing",
  title: { fa: "مجوز تمدید شد", en: "Licence renewed" },
  meaning: {
    fa: "اعتبار مجوز تا روز دیگری تمدید شد. تمدید، صدور مجوز تازه نیست.",
    en: "A licence was extended to a later day. A renewal is not a new licence.",
  },
  effectiveOn: { fa: "نخستین روز دورهٔ تازه", en: "The first day of the new term" },
  producers: ["agency", "system"],
  stream: { category: "licence", key: "licenceId" },
  data: {
    licenceId: id("licence"),
    endsOn: day(),
    reason: code(CL_LICENCE_REASON).optional(),
  },
});

export const LicenceSuspended = defineEvent({
  type: "LicenceSuspended",
  repeats: true,
  version: 1,
  context: "licensing",
  title: { fa: "مجوز تعلیق شد", en: "Licence suspended" },
  meaning: {
    fa: "مجوز از این روز موقتاً اعتبار ندارد.",
    en: "From this day the licence is temporarily not valid.",
  },
  effectiveOn: { fa: "نخستین روز تعلیق", en: "The first day of the suspension" },
  producers: ["agency"],
  stream: { category: "licence", key: "licenceId" },
  data: {
    licenceId: id("licence"),
    reason: code(CL_LICENCE_REASON),
    endsOn: day().optional(),
    note: text().optional(),
  },
});

export const LicenceReinstated = defineEvent({
  type: "LicenceReinstated",
  repeats: true,
  version: 1,
  context: "licensing",
  title: { fa: "مجوز دوباره معتبر شد", en: "Licence reinstated" },
  meaning: {
    fa: "تعلیق یا ابطال مجوز رفع شد.",
    en: "The suspension or revocation of a licence was lifted.",
  },
  effectiveOn: { fa: "نخستین روز اعتبار دوباره", en: "The first day it is valid again" },
  producers: ["agency"],
  stream: { category: "licence", key: "licenceId" },
  data: {
    licenceId: id("licence"),
    reason: code(CL_LICENCE_REASON),
    note: text().optional(),
  },
});

export const LicenceRevoked = defineEvent({
  type: "LicenceRevoked",
  version: 1,
  context: "licensing",
  title: { fa: "مجوز باطل شد", en: "Licence revoked" },
  meaning: {
    fa: "مجوز از این روز اعتبار ندارد. خرید و فروش مجوز از علت‌های ابطال است.",
    en: "From this day the licence is not valid. Trading a licence is one of the reasons.",
  },
  effectiveOn: { fa: "نخستین روز بی‌اعتباری", en: "The first day it is not valid" },
  producers: ["agency"],
  stream: { category: "licence", key: "licenceId" },
  data: {
    licenceId: id("licence"),
    reason: code(CL_LICENCE_REASON),
    note: text().optional(),
  },
});

export const LicenceExpired = defineEvent({
  type: "LicenceExpired",
  repeats: true,
  version: 1,
  context: "licensing",
  title: { fa: "اعتبار مجوز به پایان رسید", en: "Licence expired" },
  meaning: {
    fa: "مجوز تمدید نشد و اعتبار آن به پایان رسید.",
    en: "The licence was not renewed and its validity ended.",
  },
  effectiveOn: { fa: "آخرین روز اعتبار", en: "The last day it is valid" },
  producers: ["system", "agency"],
  stream: { category: "licence", key: "licenceId" },
  data: {
    licenceId: id("licence"),
    reason: code(CL_LICENCE_REASON).optional(),
  },
});

export const LicenceRuleSet = defineEvent({
  type: "LicenceRuleSet",
  version: 1,
  context: "licensing",
  title: { fa: "قاعدهٔ مهلت مجوز تعیین شد", en: "Licence rule set" },
  meaning: {
    fa: "تعیین شد که تصمیم دربارهٔ مجوز چند روز کاری مهلت دارد، مهلت از چه روزی محاسبه می‌شود و بازگرداندن درخواست چه اثری بر آن دارد.",
    en: "A rule set how many working days a licence decision may take, from which day they are counted and how a return affects them.",
  },
  effectiveOn: { fa: "نخستین روز اعتبار قاعده", en: "The first day the rule is in force" },
  producers: ["agency"],
  stream: { category: "licencerule", key: "ruleVersion" },
  data: {
    ruleVersion: slug("rule version"),
    maxWorkingDays: count("working days", 365),
    countFrom: code(CL_COUNT_FROM),
    cutoffHour: count("hour of the day", 24),
    returnEffect: code(CL_RETURN_EFFECT),
    isAutomatic: flag(),
  },
});
