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
    fa: "شخصی با شناسهٔ مستعار ثبت شد، با سال تولد، جنس، استان محل سکونت و سطح تحصیلات.",
    en: "A person was registered under a pseudonym, with year of birth, sex, province of residence and education.",
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
    fa: "کارگاهی از یک سازمان ثبت شد، با رشتهٔ فعالیت، استان و بخش مالکیت آن.",
    en: "An establishment of an organisation was registered, with its economic activity, province and ownership sector.",
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
    fa: "شخصی کار در کارگاهی را آغاز کرد. هر دورهٔ پیوستهٔ اشتغال شناسهٔ خود را دارد. رشتهٔ فعالیت، همان رشتهٔ فعالیت کارگاه است و این‌جا تکرار نمی‌شود.",
    en: "A person began to work at an establishment. Each unbroken employment spell has its own id. Its industry is that of the establishment and is not repeated.",
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
    fa: "یک دورهٔ اشتغال پایان یافت. شخص در آخرین روز هنوز شاغل است.",
    en: "An employment spell ended. The person is still employed on the last day.",
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
    fa: "کارگاه پیش‌بینی کرد که در یک سال شمسی چند نفر از کارکنان، و چند کارگر از میان آنان، بازنشسته می‌شوند.",
    en: "An establishment forecast how many of its staff, and how many workers among them, will retire in a Jalali year.",
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
    fa: "مشخصه‌ای از شخص که نادرست ثبت شده بود تصحیح شد، یا مشخصه‌ای از این روز تغییر کرد.",
    en: "A wrong detail of a person was corrected, or a detail changed from this day.",
  },
  effectiveOn: { fa: "نخستین روز اعتبار مشخصات تازه", en: "The first day the new details are valid" },
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
      ? "give at least one detail"
      : undefined,
});

export const EstablishmentClosed = defineEvent({
  type: "EstablishmentClosed",
  version: 1,
  context: "workforce",
  title: { fa: "کارگاه تعطیل شد", en: "Establishment closed" },
  meaning: {
    fa: "کارگاه برای همیشه تعطیل شد. کارگاه در آخرین روز هنوز فعال است.",
    en: "An establishment closed permanently. It is still open on the last day.",
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
  title: { fa: "شرایط اشتغال تغییر کرد", en: "Employment terms changed" },
  meaning: {
    fa: "ساعت کار، شغل یا نوع قرارداد یک دورهٔ اشتغال از این روز تغییر کرد.",
    en: "The hours, occupation or contract of an employment spell changed from this day.",
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
      ? "give at least one of weeklyHours, isco08 and contract"
      : undefined,
});

export const RetirementTaken = defineEvent({
  type: "RetirementTaken",
  version: 1,
  context: "workforce",
  title: { fa: "شخص بازنشسته شد", en: "Retirement taken" },
  meaning: {
    fa: "شخص با پایان این دورهٔ اشتغال بازنشسته شد.",
    en: "The person retired at the end of this employment spell.",
  },
  effectiveOn: { fa: "نخستین روز بازنشستگی", en: "The first day of retirement" },
  producers: ["employer", "agency"],
  stream: { category: "spell", key: "spellId" },
  data: {
    spellId: id("spell"),
    personRef: personRef(),
  },
});
