import { z } from "zod";
import { CL_AREA } from "../codelists/area.ts";
import { CL_ASSESSMENT_MODE } from "../codelists/training.ts";
import { defineEvent } from "../contract.ts";
import { code, count, decimal, flag, id, personRef, slug, text } from "../field.ts";

export const AssessmentTaken = defineEvent({
  type: "AssessmentTaken",
  version: 1,
  context: "certification",
  title: { fa: "آزمون داده شد", en: "Assessment taken" },
  meaning: {
    fa: "شخصی در آزمون یک استاندارد شرکت کرد؛ بدون شناسهٔ ثبت‌نام، آزمونی بی‌گذراندن دوره است.",
    en: "A person sat the assessment of a standard; without an enrolment it is an assessment without training.",
  },
  effectiveOn: { fa: "روز آزمون", en: "The day of the assessment" },
  producers: ["agency"],
  stream: { category: "assessment", key: "assessmentId" },
  data: {
    assessmentId: id("assessment"),
    personRef: personRef(),
    standardId: slug("standard"),
    area: code(CL_AREA),
    mode: code(CL_ASSESSMENT_MODE),
    enrolmentId: id("enrolment").optional(),
    siteId: slug("site").optional(),
  },
});

export const AssessmentGraded = defineEvent({
  type: "AssessmentGraded",
  version: 1,
  context: "certification",
  title: { fa: "آزمون نمره گرفت", en: "Assessment graded" },
  meaning: {
    fa: "نمرهٔ یک آزمون، از ۰ تا ۱۰۰، و قبولی یا ردی آن اعلام شد.",
    en: "The score of an assessment, 0 to 100, was given, and whether it was passed.",
  },
  effectiveOn: { fa: "روز نمره‌دهی", en: "The day of grading" },
  producers: ["agency"],
  stream: { category: "assessment", key: "assessmentId" },
  data: {
    assessmentId: id("assessment"),
    score: decimal("points", 0, 100),
    isPassed: flag(),
  },
});

export const CertificateIssued = defineEvent({
  type: "CertificateIssued",
  version: 1,
  context: "certification",
  title: { fa: "گواهینامه صادر شد", en: "Certificate issued" },
  meaning: {
    fa: "برای شخصی که آزمون‌های یک استاندارد را گذراند گواهینامهٔ مهارت صادر شد.",
    en: "A skill certificate was issued to a person on the strength of the assessments of a standard.",
  },
  effectiveOn: { fa: "روز صدور", en: "The day of issue" },
  producers: ["agency"],
  stream: { category: "certificate", key: "certificateId" },
  data: {
    certificateId: id("certificate"),
    personRef: personRef(),
    standardId: slug("standard"),
    assessmentIds: z.array(id("assessment")).min(1),
    level: count("level").optional(),
  },
});

export const CertificateRevoked = defineEvent({
  type: "CertificateRevoked",
  version: 1,
  context: "certification",
  title: { fa: "گواهینامه باطل شد", en: "Certificate revoked" },
  meaning: {
    fa: "گواهینامه‌ای که صادر شده بود از این روز اعتبار ندارد.",
    en: "A certificate that had been issued is no longer valid from this day.",
  },
  effectiveOn: { fa: "نخستین روز بی‌اعتباری", en: "The first day on which it is not valid" },
  producers: ["agency"],
  stream: { category: "certificate", key: "certificateId" },
  data: {
    certificateId: id("certificate"),
    reason: text(),
    replacedBy: id("certificate").optional(),
  },
});

export const CertificateReissued = defineEvent({
  type: "CertificateReissued",
  repeats: true,
  version: 1,
  context: "certification",
  title: { fa: "گواهینامه از نو صادر شد", en: "Certificate reissued" },
  meaning: {
    fa: "به جای گواهینامه‌ای، برای گم‌شدن یا غلط، نسخه‌ای تازه با شناسهٔ خود صادر شد.",
    en: "In place of a certificate that was lost or wrong a new one was issued, with an id of its own.",
  },
  effectiveOn: { fa: "روز صدور دوباره", en: "The day of the reissue" },
  producers: ["agency"],
  stream: { category: "certificate", key: "certificateId" },
  data: {
    certificateId: id("certificate"),
    replacedBy: id("certificate"),
    reason: text(),
  },
  check: ({ certificateId, replacedBy }) =>
    certificateId === replacedBy ? "replacedBy must be another certificate" : undefined,
});
