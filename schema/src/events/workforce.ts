import { CL_ISIC4_DIVISION } from "../codelists/activity.ts";
import { CL_AREA } from "../codelists/area.ts";
import { CL_CHANNEL, CL_CONTRACT, CL_END_REASON, CL_SECTOR, CL_STATUS_EMP } from "../codelists/employment.ts";
import { CL_ISCO08_SUB_MAJOR } from "../codelists/occupation.ts";
import { CL_ISCED, CL_SEX } from "../codelists/person.ts";
import { CL_QUALIFIER } from "../codelists/reported.ts";
import { defineEvent } from "../contract.ts";
import {
  bilingual,
  code,
  count,
  flag,
  hours,
  id,
  jalaliYear,
  personRef,
  slug,
  text,
  year,
} from "../field.ts";

export const WorkerRegistered = defineEvent({
  type: "WorkerRegistered",
  version: 1,
  context: "workforce",
  title: { fa: "کارگر ثبت شد", en: "Worker registered" },
  meaning: {
    fa: "شخصی با نام مستعار خود، با سال تولد، جنس، استان محل سکونت و سطح تحصیلات، در سامانه ثبت شد.",
    en: "A person entered the register under a pseudonym, with year of birth, sex, province of residence and education.",
  },
  effectiveOn: { fa: "روز ثبت", en: "The day of registration" },
  producers: ["worker", "agency"],
  stream: { category: "worker", key: "personRef" },
  data: {
    personRef: personRef(),
    birthYear: year(),
    sex: code(CL_SEX),
    homeArea: code(CL_AREA),
    education: code(CL_ISCED),
    hasDisability: flag().optional(),
  },
});

export const EstablishmentRegistered = defineEvent({
  type: "EstablishmentRegistered",
  version: 1,
  context: "workforce",
  title: { fa: "کارگاه ثبت شد", en: "Establishment registered" },
  meaning: {
    fa: "کارگاهی از یک سازمان، با رشتهٔ فعالیت، استان و بخش مالکیت آن، ثبت شد.",
    en: "An establishment of an organisation was registered with its economic activity, province and sector of ownership.",
  },
  effectiveOn: { fa: "روز ثبت", en: "The day of registration" },
  producers: ["employer", "agency"],
  stream: { category: "establishment", key: "establishmentId" },
  data: {
    establishmentId: id("establishment"),
    organisationId: slug("organisation"),
    name: bilingual(),
    isic4: code(CL_ISIC4_DIVISION),
    area: code(CL_AREA),
    sector: code(CL_SECTOR),
    headcountBand: slug("headcount band").optional(),
  },
});

export const EmploymentStarted = defineEvent({
  type: "EmploymentStarted",
  version: 1,
  context: "workforce",
  title: { fa: "اشتغال آغاز شد", en: "Employment started" },
  meaning: {
    fa: "شخصی کار خود را در کارگاهی آغاز کرد. هر دورهٔ پیوستهٔ کار یک شناسه دارد. رشتهٔ فعالیت همان است که کارگاه ثبت کرده است و این‌جا دوباره گفته نمی‌شود.",
    en: "A person began to work in an establishment. Each unbroken spell of work has an id of its own. Its industry is the one that the establishment was registered with, and is not said again.",
  },
  effectiveOn: { fa: "نخستین روز کار", en: "The first day of work" },
  producers: ["employer", "agency"],
  stream: { category: "spell", key: "spellId" },
  data: {
    spellId: id("spell"),
    personRef: personRef(),
    establishmentId: id("establishment"),
    isco08: code(CL_ISCO08_SUB_MAJOR),
    statusEmp: code(CL_STATUS_EMP),
    contract: code(CL_CONTRACT),
    weeklyHours: hours(168),
    isInsured: flag(),
    channel: code(CL_CHANNEL),
    referralId: id("referral").optional(),
  },
});

export const EmploymentEnded = defineEvent({
  type: "EmploymentEnded",
  version: 1,
  context: "workforce",
  title: { fa: "اشتغال پایان یافت", en: "Employment ended" },
  meaning: {
    fa: "یک دورهٔ کار به پایان رسید؛ شخص در آخرین روز هنوز شاغل است.",
    en: "A spell of work came to its end; on its last day the person is still employed.",
  },
  effectiveOn: { fa: "آخرین روز کار", en: "The last day of work" },
  producers: ["employer", "agency"],
  stream: { category: "spell", key: "spellId" },
  data: {
    spellId: id("spell"),
    reason: code(CL_END_REASON),
  },
});

export const RetirementForecasted = defineEvent({
  type: "RetirementForecasted",
  repeats: true,
  version: 1,
  context: "workforce",
  title: { fa: "بازنشستگی پیش‌بینی شد", en: "Retirement forecasted" },
  meaning: {
    fa: "کارگاه پیش‌بینی کرد که در یک سال شمسی چند نفر، و چند کارگر از میان آنان، بازنشسته می‌شوند.",
    en: "An establishment forecast how many of its staff, and how many workers of these, retire in a Jalali year.",
  },
  effectiveOn: { fa: "روز پیش‌بینی", en: "The day of the forecast" },
  producers: ["employer", "agency"],
  stream: { category: "establishment", key: "establishmentId" },
  data: {
    establishmentId: id("establishment"),
    jalaliYear: jalaliYear(),
    headcount: count("persons"),
    workersOfThem: count("persons").optional(),
    qualifier: code(CL_QUALIFIER),
  },
  check: ({ headcount, workersOfThem = 0 }) =>
    workersOfThem > headcount ? "workersOfThem must not be more than headcount" : undefined,
});

export const WorkerProfileCorrected = defineEvent({
  type: "WorkerProfileCorrected",
  repeats: true,
  version: 1,
  context: "workforce",
  title: { fa: "مشخصات کارگر تصحیح شد", en: "Worker profile corrected" },
  meaning: {
    fa: "مشخصه‌ای از شخص که در ثبت نادرست بود، یا از این روز دیگر شده است، از نو گفته شد.",
    en: "A detail of a person that was registered wrongly, or that is another from this day on, was stated anew.",
  },
  effectiveOn: { fa: "روزی که مشخصات تازه از آن معتبر است", en: "The day from which the details hold" },
  producers: ["agency"],
  stream: { category: "worker", key: "personRef" },
  data: {
    personRef: personRef(),
    birthYear: year().optional(),
    sex: code(CL_SEX).optional(),
    homeArea: code(CL_AREA).optional(),
    education: code(CL_ISCED).optional(),
    hasDisability: flag().optional(),
    reason: text(),
  },
  check: ({ birthYear, sex, homeArea, education, hasDisability }) =>
    [birthYear, sex, homeArea, education, hasDisability].every((detail) => detail === undefined)
      ? "at least one detail must be given"
      : undefined,
});

export const EstablishmentClosed = defineEvent({
  type: "EstablishmentClosed",
  version: 1,
  context: "workforce",
  title: { fa: "کارگاه تعطیل شد", en: "Establishment closed" },
  meaning: {
    fa: "کارگاه برای همیشه بسته شد؛ در آخرین روز هنوز دایر است.",
    en: "An establishment closed for good; on its last day it is still open.",
  },
  effectiveOn: { fa: "آخرین روز فعالیت", en: "The last day of operation" },
  producers: ["employer", "agency"],
  stream: { category: "establishment", key: "establishmentId" },
  data: {
    establishmentId: id("establishment"),
    reason: text().optional(),
  },
});

export const EmploymentTermsChanged = defineEvent({
  type: "EmploymentTermsChanged",
  repeats: true,
  version: 1,
  context: "workforce",
  title: { fa: "شرایط کار تغییر کرد", en: "Employment terms changed" },
  meaning: {
    fa: "ساعت کار، شغل یا نوع قرارداد یک دورهٔ کار از این روز دیگر شد.",
    en: "The hours, the occupation or the contract of a spell of work are others from this day on.",
  },
  effectiveOn: { fa: "نخستین روز شرایط تازه", en: "The first day of the new terms" },
  producers: ["employer"],
  stream: { category: "spell", key: "spellId" },
  data: {
    spellId: id("spell"),
    weeklyHours: hours(168).optional(),
    isco08: code(CL_ISCO08_SUB_MAJOR).optional(),
    contract: code(CL_CONTRACT).optional(),
  },
  check: ({ weeklyHours, isco08, contract }) =>
    weeklyHours === undefined && isco08 === undefined && contract === undefined
      ? "at least one of weeklyHours, isco08 and contract must be given"
      : undefined,
});

export const RetirementTaken = defineEvent({
  type: "RetirementTaken",
  version: 1,
  context: "workforce",
  title: { fa: "بازنشستگی آغاز شد", en: "Retirement taken" },
  meaning: {
    fa: "شخص با پایان این دورهٔ کار بازنشسته شد.",
    en: "With the end of this spell of work the person retired.",
  },
  effectiveOn: { fa: "نخستین روز بازنشستگی", en: "The first day of retirement" },
  producers: ["employer", "agency"],
  stream: { category: "spell", key: "spellId" },
  data: {
    spellId: id("spell"),
    personRef: personRef(),
  },
});
