import { z } from "zod";
import { CL_AREA } from "../codelists/area.ts";
import { CL_COUNTRY } from "../codelists/country.ts";
import { CL_ISCO08_SUB_MAJOR } from "../codelists/occupation.ts";
import {
  CL_COUNT_BASIS,
  CL_HOST_UNIT,
  CL_PROGRAMME,
  CL_PROVIDER,
  CL_TARGET_GROUP,
} from "../codelists/training.ts";
import { defineEvent } from "../contract.ts";
import { bilingual, code, count, day, hours, id, personRef, slug, text } from "../field.ts";

export const SkillStandardRevised = defineEvent({
  type: "SkillStandardRevised",
  repeats: true,
  version: 1,
  context: "training",
  title: { fa: "استاندارد مهارت بازنگری شد", en: "Skill standard revised" },
  meaning: {
    fa: "نسخهٔ تازه‌ای از استاندارد جایگزین نسخهٔ پیشین شد. ممکن است برای مشاغل آینده باشد.",
    en: "A new version of a standard replaced the previous one. It may be for future jobs.",
  },
  effectiveOn: { fa: "نخستین روز اعتبار نسخهٔ تازه", en: "The first day the new version is valid" },
  producers: ["agency"],
  stream: { category: "standard", key: "standardId" },
  data: {
    standardId: slug("standard"),
    isco08: z.array(code(CL_ISCO08_SUB_MAJOR)).min(1),
    hours: hours(),
    standardVersion: count("version"),
    jointWith: code(CL_COUNTRY).optional(),
    reason: text().optional(),
    code: text(64).optional(),
  },
});

export const SkillStandardRetired = defineEvent({
  type: "SkillStandardRetired",
  version: 1,
  context: "training",
  title: { fa: "استاندارد مهارت منسوخ شد", en: "Skill standard retired" },
  meaning: {
    fa: "از این روز دورهٔ تازه‌ای بر پایهٔ این استاندارد برگزار نمی‌شود.",
    en: "From this day no new course for this standard begins.",
  },
  effectiveOn: { fa: "نخستین روز بی‌اعتباری", en: "The first day it is not valid" },
  producers: ["agency"],
  stream: { category: "standard", key: "standardId" },
  data: {
    standardId: slug("standard"),
    replacedBy: slug("standard").optional(),
    reason: text().optional(),
  },
});

export const ProgrammeDefined = defineEvent({
  type: "ProgrammeDefined",
  version: 1,
  context: "training",
  title: { fa: "طرح آموزشی تعریف شد", en: "Programme defined" },
  meaning: {
    fa: "طرحی آموزشی برای گروه‌های هدف معین آغاز شد.",
    en: "A training programme for certain target groups began.",
  },
  effectiveOn: { fa: "نخستین روز طرح", en: "The first day of the programme" },
  producers: ["agency"],
  stream: { category: "programme", key: "programmeId" },
  data: {
    programmeId: slug("programme"),
    programme: code(CL_PROGRAMME),
    title: bilingual(),
    audience: z.array(code(CL_TARGET_GROUP)).optional(),
  },
});

export const ProgrammeTargetSet = defineEvent({
  type: "ProgrammeTargetSet",
  repeats: true,
  version: 1,
  context: "training",
  title: { fa: "هدف طرح تعیین شد", en: "Programme target set" },
  meaning: {
    fa: "تعیین شد که طرح تا چه روزی به چند نفر یا نفر-دوره برسد. هدف، عملکرد نیست.",
    en: "A target was set: how many persons or person-courses the programme should reach, and by which day. A target is not an achievement.",
  },
  effectiveOn: { fa: "نخستین روز دورهٔ هدف", en: "The first day of the target period" },
  producers: ["agency"],
  stream: { category: "programme", key: "programmeId" },
  data: {
    programmeId: slug("programme"),
    target: count("as the basis says"),
    basis: code(CL_COUNT_BASIS),
    endsOn: day().optional(),
  },
});

export const ProviderRegistered = defineEvent({
  type: "ProviderRegistered",
  version: 1,
  context: "training",
  title: { fa: "مرکز آموزش ثبت شد", en: "Provider registered" },
  meaning: {
    fa: "مرکز آموزشی ثبت شد، با نوع، استان و در صورت وجود، مجوز آن.",
    en: "A training provider was registered, with its kind, province and, if any, licence.",
  },
  effectiveOn: { fa: "روز ثبت", en: "The day of registration" },
  producers: ["agency"],
  stream: { category: "provider", key: "providerId" },
  data: {
    providerId: slug("provider"),
    provider: code(CL_PROVIDER),
    name: bilingual(),
    area: code(CL_AREA),
    licenceId: id("licence").optional(),
  },
});

export const HostAgreementSigned = defineEvent({
  type: "HostAgreementSigned",
  version: 1,
  context: "training",
  title: { fa: "قرارداد واحد میزبان امضا شد", en: "Host agreement signed" },
  meaning: {
    fa: "واحد صنعتی یا صنفی پذیرفت که کارآموزان را در محیط واقعی کار آموزش دهد.",
    en: "An industrial or guild unit agreed to train people in a real workplace.",
  },
  effectiveOn: { fa: "روز امضا", en: "The day of signature" },
  producers: ["employer", "agency"],
  stream: { category: "hostagreement", key: "agreementId" },
  data: {
    agreementId: id("agreement"),
    establishmentId: id("establishment"),
    unitKind: code(CL_HOST_UNIT),
    area: code(CL_AREA).optional(),
    capacity: count("persons"),
    endsOn: day().optional(),
  },
});

export const HostAgreementEnded = defineEvent({
  type: "HostAgreementEnded",
  version: 1,
  context: "training",
  title: { fa: "قرارداد واحد میزبان پایان یافت", en: "Host agreement ended" },
  meaning: {
    fa: "واحد میزبان پس از این روز کارآموز نمی‌پذیرد.",
    en: "After this day the host unit takes no trainees.",
  },
  effectiveOn: { fa: "آخرین روز قرارداد", en: "The last day of the agreement" },
  producers: ["employer", "agency"],
  stream: { category: "hostagreement", key: "agreementId" },
  data: {
    agreementId: id("agreement"),
    reason: text().optional(),
  },
});

export const CourseCancelled = defineEvent({
  type: "CourseCancelled",
  version: 1,
  context: "training",
  title: { fa: "دوره لغو شد", en: "Course cancelled" },
  meaning: {
    fa: "دورهٔ برنامه‌ریزی‌شده برگزار نشد یا نیمه‌کاره ماند.",
    en: "A scheduled course was not held, or not to its end.",
  },
  effectiveOn: { fa: "روز لغو", en: "The day of the cancellation" },
  producers: ["agency"],
  stream: { category: "course", key: "courseId" },
  data: {
    courseId: id("course"),
    reason: text().optional(),
  },
});

export const InstructorAssigned = defineEvent({
  type: "InstructorAssigned",
  repeats: true,
  version: 1,
  context: "training",
  title: { fa: "مربی تعیین شد", en: "Instructor assigned" },
  meaning: {
    fa: "مربی دوره تعیین شد، با شناسهٔ مستعار او.",
    en: "An instructor was assigned to a course, by pseudonym.",
  },
  effectiveOn: { fa: "نخستین روز تدریس", en: "The first day of teaching" },
  producers: ["agency"],
  stream: { category: "course", key: "courseId" },
  data: {
    courseId: id("course"),
    instructorRef: personRef(),
  },
});
