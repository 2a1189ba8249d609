import { CL_AREA } from "../codelists/area.ts";
import { CL_APPEAL_OUTCOME, CL_ASSESSMENT_MODE, CL_SITE_KIND } from "../codelists/training.ts";
import { defineEvent } from "../contract.ts";
import { bilingual, code, count, day, flag, id, personRef, slug, text } from "../field.ts";

export const AssessmentSiteCommissioned = defineEvent({
  type: "AssessmentSiteCommissioned",
  version: 1,
  context: "certification",
  title: { fa: "مرکز آزمون راه‌اندازی شد", en: "Assessment site commissioned" },
  meaning: {
    fa: "مرکزی برای آزمون عملی یا الکترونیکی، با تعداد جایگاه‌های آن، راه‌اندازی شد.",
    en: "A site for practical or electronic assessments opened with a number of seats.",
  },
  effectiveOn: { fa: "نخستین روز کار مرکز", en: "The first day of service" },
  producers: ["agency"],
  stream: { category: "site", key: "siteId" },
  data: {
    siteId: slug("site"),
    kind: code(CL_SITE_KIND),
    name: bilingual().optional(),
    area: code(CL_AREA),
    seats: count("seats"),
  },
});

export const AssessmentSiteDecommissioned = defineEvent({
  type: "AssessmentSiteDecommissioned",
  version: 1,
  context: "certification",
  title: { fa: "فعالیت مرکز آزمون پایان یافت", en: "Assessment site decommissioned" },
  meaning: {
    fa: "مرکز آزمون پس از این روز آزمونی برگزار نمی‌کند.",
    en: "After this day the site holds no assessments.",
  },
  effectiveOn: { fa: "آخرین روز کار مرکز", en: "The last day of service" },
  producers: ["agency"],
  stream: { category: "site", key: "siteId" },
  data: {
    siteId: slug("site"),
    reason: text().optional(),
  },
});

export const AssessmentBooked = defineEvent({
  type: "AssessmentBooked",
  version: 1,
  context: "certification",
  title: { fa: "نوبت آزمون گرفته شد", en: "Assessment appointment made" },
  meaning: {
    fa: "برای شخصی در مرکزی نوبت آزمون گرفته شد. اگر شناسهٔ ثبت‌نام نباشد، شخص بدون گذراندن دوره آزمون می‌دهد.",
    en: "A person got an appointment for an assessment at a site. Without an enrolment it is an assessment without training.",
  },
  effectiveOn: { fa: "روز گرفتن نوبت", en: "The day the appointment was made" },
  producers: ["agency", "worker"],
  stream: { category: "assessment", key: "assessmentId" },
  data: {
    assessmentId: id("assessment"),
    personRef: personRef(),
    standardId: slug("standard"),
    siteId: slug("site"),
    mode: code(CL_ASSESSMENT_MODE),
    bookedFor: day(),
    enrolmentId: id("enrolment").optional(),
  },
});

export const AssessmentMissed = defineEvent({
  type: "AssessmentMissed",
  version: 1,
  context: "certification",
  title: { fa: "غیبت در آزمون ثبت شد", en: "Assessment missed" },
  meaning: {
    fa: "شخصی که نوبت آزمون داشت در آزمون حاضر نشد.",
    en: "A person with an appointment did not attend the assessment.",
  },
  effectiveOn: { fa: "روز آزمون", en: "The day of the assessment" },
  producers: ["agency"],
  stream: { category: "assessment", key: "assessmentId" },
  data: {
    assessmentId: id("assessment"),
    isExcused: flag().optional(),
  },
});

export const AssessmentAppealed = defineEvent({
  type: "AssessmentAppealed",
  version: 1,
  context: "certification",
  title: { fa: "به نتیجهٔ آزمون اعتراض شد", en: "Assessment appealed" },
  meaning: {
    fa: "شخص به نمرهٔ آزمون خود اعتراض کرد.",
    en: "A person appealed against the grade of their assessment.",
  },
  effectiveOn: { fa: "روز اعتراض", en: "The day of the appeal" },
  producers: ["worker", "agency"],
  stream: { category: "assessment", key: "assessmentId" },
  data: {
    assessmentId: id("assessment"),
    grounds: text().optional(),
  },
});

export const AppealDecided = defineEvent({
  type: "AppealDecided",
  version: 1,
  context: "certification",
  title: { fa: "اعتراض به آزمون بررسی شد", en: "Appeal decided" },
  meaning: {
    fa: "به اعتراض به نمره رسیدگی شد. اگر نمره تغییر کند، با تصحیح رویداد نمره‌دهی ثبت می‌شود.",
    en: "An appeal against a grade was decided. A new grade is recorded as a correction of the grading event.",
  },
  effectiveOn: { fa: "روز تصمیم", en: "The day of the decision" },
  producers: ["agency"],
  stream: { category: "assessment", key: "assessmentId" },
  data: {
    assessmentId: id("assessment"),
    outcome: code(CL_APPEAL_OUTCOME),
  },
});
