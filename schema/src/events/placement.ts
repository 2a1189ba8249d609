import { z } from "zod";
import { CL_CHECKPOINT, CL_COMPETENCE, CL_DESTINATION, CL_EVIDENCE } from "../codelists/labour-market.ts";
import { CL_ISCO08_SUB_MAJOR } from "../codelists/occupation.ts";
import { defineEvent } from "../contract.ts";
import { code, count, day, flag, id, personRef, rating, slug, text } from "../field.ts";

export const RecruitmentAgreementSigned = defineEvent({
  type: "RecruitmentAgreementSigned",
  version: 1,
  context: "placement",
  title: { fa: "قرارداد جذب نیرو امضا شد", en: "Recruitment agreement signed" },
  meaning: {
    fa: "سازمانی با سازمان آموزش فنی و حرفه‌ای کشور قرارداد جذب نیروی ماهر بست. ممکن است جایگزینی بازنشستگان تنها از این راه باشد.",
    en: "An organisation and the Technical and Vocational Training Organization agreed on recruiting skilled workers. It may be the only way to replace the organisation’s retirees.",
  },
  effectiveOn: { fa: "روز امضا", en: "The day of signature" },
  producers: ["employer", "agency"],
  stream: { category: "agreement", key: "agreementId" },
  data: {
    agreementId: id("agreement"),
    organisationId: slug("organisation"),
    posts: count("posts").optional(),
    isExclusiveForReplacement: flag(),
    endsOn: day().optional(),
  },
});

export const HiringRequested = defineEvent({
  type: "HiringRequested",
  version: 1,
  context: "placement",
  title: { fa: "درخواست نیرو ثبت شد", en: "Hiring requested" },
  meaning: {
    fa: "کارفرما برای کارگاهی تعدادی نیرو در یک گروه شغلی درخواست کرد. ممکن است استانداردهایی نیز شرط شده باشد.",
    en: "An employer requested a number of workers in an occupation for an establishment. It may require certain standards.",
  },
  effectiveOn: { fa: "روز درخواست", en: "The day of the request" },
  producers: ["employer"],
  stream: { category: "request", key: "requestId" },
  data: {
    requestId: id("request"),
    agreementId: id("agreement").optional(),
    establishmentId: id("establishment"),
    isco08: code(CL_ISCO08_SUB_MAJOR),
    posts: count("posts"),
    standardIds: z.array(slug("standard")).optional(),
    dueOn: day().optional(),
  },
});

export const CandidateReferred = defineEvent({
  type: "CandidateReferred",
  version: 1,
  context: "placement",
  title: { fa: "متقاضی معرفی شد", en: "Candidate referred" },
  meaning: {
    fa: "سازمان، شخصی را برای یک درخواست نیرو به کارفرما معرفی کرد.",
    en: "The agency referred a person to an employer for a hiring request.",
  },
  effectiveOn: { fa: "روز معرفی", en: "The day of the referral" },
  producers: ["agency"],
  stream: { category: "referral", key: "referralId" },
  data: {
    referralId: id("referral"),
    requestId: id("request"),
    personRef: personRef(),
    certificateIds: z.array(id("certificate")).optional(),
  },
});

export const HireConfirmed = defineEvent({
  type: "HireConfirmed",
  version: 1,
  context: "placement",
  title: { fa: "استخدام تأیید شد", en: "Hire confirmed" },
  meaning: {
    fa: "کارفرما استخدام شخص معرفی‌شده را تأیید کرد.",
    en: "The employer confirmed that it hired the referred person.",
  },
  effectiveOn: { fa: "روز استخدام", en: "The day of the hire" },
  producers: ["employer"],
  stream: { category: "referral", key: "referralId" },
  data: {
    referralId: id("referral"),
    spellId: id("spell"),
  },
});

export const RecruitmentAgreementEnded = defineEvent({
  type: "RecruitmentAgreementEnded",
  version: 1,
  context: "placement",
  title: { fa: "قرارداد جذب نیرو پایان یافت", en: "Recruitment agreement ended" },
  meaning: {
    fa: "قرارداد جذب نیروی ماهر پایان یافت. قرارداد در آخرین روز هنوز معتبر است.",
    en: "An agreement to recruit skilled workers ended. It is still in force on the last day.",
  },
  effectiveOn: { fa: "آخرین روز قرارداد", en: "The last day of the agreement" },
  producers: ["employer", "agency"],
  stream: { category: "agreement", key: "agreementId" },
  data: {
    agreementId: id("agreement"),
    reason: text().optional(),
  },
});

export const CandidateRejected = defineEvent({
  type: "CandidateRejected",
  version: 1,
  context: "placement",
  title: { fa: "متقاضی پذیرفته نشد", en: "Candidate rejected" },
  meaning: {
    fa: "کارفرما شخص معرفی‌شده را نپذیرفت. ممکن است کارفرما خود آزمونی گرفته باشد.",
    en: "The employer rejected the referred person. It may have tested the person itself.",
  },
  effectiveOn: { fa: "روز تصمیم کارفرما", en: "The day of the employer’s decision" },
  producers: ["employer"],
  stream: { category: "referral", key: "referralId" },
  data: {
    referralId: id("referral"),
    requestId: id("request").optional(),
    reason: text().optional(),
  },
});

export const PlacementVerified = defineEvent({
  type: "PlacementVerified",
  repeats: true,
  version: 1,
  context: "placement",
  title: { fa: "وضعیت پس از آموزش بررسی شد", en: "Placement verified" },
  meaning: {
    fa: "در موعدی پس از پایان دوره، وضعیت شخص بررسی شد: شاغل، در حال آموزش یا نامعلوم. نامعلوم به معنای بیکار نیست.",
    en: "The state of a person was checked at a set time after completion: in work, in training or not known. Not known does not mean unemployed.",
  },
  effectiveOn: { fa: "روزی که وضعیت برای آن ثبت شد", en: "The day for which the state was established" },
  producers: ["agency"],
  stream: { category: "enrolment", key: "enrolmentId" },
  data: {
    enrolmentId: id("enrolment"),
    personRef: personRef(),
    checkpoint: code(CL_CHECKPOINT),
    state: code(CL_DESTINATION),
    isco08: code(CL_ISCO08_SUB_MAJOR).optional(),
    isOccupationMatch: flag().optional(),
    evidence: code(CL_EVIDENCE),
  },
  check: ({ state, isco08, isOccupationMatch }) =>
    state !== "EMPLOYED" &&
    state !== "SELF_EMPLOYED" &&
    (isco08 !== undefined || isOccupationMatch !== undefined)
      ? "give isco08 and isOccupationMatch only for persons in work"
      : undefined,
});

export const EmployerSatisfactionReported = defineEvent({
  type: "EmployerSatisfactionReported",
  version: 1,
  context: "placement",
  title: { fa: "رضایت کارفرما گزارش شد", en: "Employer satisfaction reported" },
  meaning: {
    fa: "کارفرما به نیروی استخدام‌شده از ۱ تا ۵ امتیاز رضایت داد. ممکن است برای هر شایستگی امتیاز جدا داده شود.",
    en: "An employer rated its satisfaction with the workers it hired from 1 to 5. It may also rate each competence.",
  },
  effectiveOn: { fa: "روز گزارش", en: "The day of the report" },
  producers: ["employer"],
  stream: { category: "satisfaction", key: "reportId" },
  data: {
    reportId: id("report"),
    requestId: id("request").optional(),
    spellId: id("spell").optional(),
    score: rating(),
    competences: z.array(z.strictObject({ competence: code(CL_COMPETENCE), points: rating() })).optional(),
  },
  check: ({ requestId, spellId }) =>
    (requestId === undefined) === (spellId === undefined)
      ? "give exactly one of requestId and spellId"
      : undefined,
});
