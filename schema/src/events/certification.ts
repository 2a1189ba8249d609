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
    fa: "شخصی در آزمون یک استاندارد شرکت کرد. اگر شناسهٔ ثبت‌نام نباشد، شخص بدون گذراندن دوره آزمون داده است.",
    en: "A person took the assessment of a standard. Without an enrolment it is an assessment without training.",
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
    fa: "نمرهٔ آزمون، از ۰ تا ۱۰۰، و قبولی یا مردودی اعلام شد.",
    en: "An assessment got a score from 0 to 100 and was passed or failed.",
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
    fa: "برای شخصی که در آزمون‌های یک استاندارد پذیرفته شد گواهینامهٔ مهارت صادر شد.",
    en: "A skill certificate was issued to a person who passed the assessments of a standard.",
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
    fa: "گواهینامه از این روز اعتبار ندارد.",
    en: "From this day the certificate is not valid.",
  },
  effectiveOn: { fa: "نخستین روز بی‌اعتباری", en: "The first day it is not valid" },
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
  title: { fa: "گواهینامهٔ المثنی صادر شد", en: "Certificate reissued" },
  meaning: {
    fa: "به جای گواهینامه‌ای که گم شده یا نادرست بود، گواهینامه‌ای تازه با شناسهٔ خود صادر شد.",
    en: "A new certificate with its own id replaced one that was lost or wrong.",
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
