import { z } from "zod";
import { CL_CONF_STATUS, CL_INCONSISTENCY_REASON, CL_SEVERITY } from "../codelists/reported.ts";
import { defineEvent } from "../contract.ts";
import { bilingual, code, measured, slug, text } from "../field.ts";

export const FigureCorrected = defineEvent({
  type: "FigureCorrected",
  version: 1,
  context: "reported",
  title: { fa: "رقم تصحیح شد", en: "Figure corrected" },
  meaning: {
    fa: "گوینده یا ناشر رقم دیگری را جایگزین رقم گزارش‌شده کرد. رقم نخست پاک نمی‌شود.",
    en: "The speaker or publisher replaced the reported figure with another. The first figure is not erased.",
  },
  effectiveOn: { fa: "روز تصحیح", en: "The day of the correction" },
  producers: ["newsroom", "researcher"],
  stream: { category: "figure", key: "figureId" },
  data: {
    figureId: slug("figure"),
    value: measured("as the figure").optional(),
    valueText: text().optional(),
    reason: text(),
    evidence: text().optional(),
  },
  check: ({ value, valueText }) =>
    (value === undefined) === (valueText === undefined)
      ? "give exactly one of value and valueText"
      : undefined,
});

export const FigureRetracted = defineEvent({
  type: "FigureRetracted",
  version: 1,
  context: "reported",
  title: { fa: "رقم پس گرفته شد", en: "Figure retracted" },
  meaning: {
    fa: "گوینده یا ناشر رقم را پس گرفت و رقم دیگری اعلام نکرد.",
    en: "The speaker or publisher retracted the figure and gave no other.",
  },
  effectiveOn: { fa: "روز پس‌گرفتن", en: "The day of the retraction" },
  producers: ["newsroom", "researcher"],
  stream: { category: "figure", key: "figureId" },
  data: {
    figureId: slug("figure"),
    reason: text(),
    evidence: text().optional(),
  },
});

export const ForecastFalsified = defineEvent({
  type: "ForecastFalsified",
  version: 1,
  context: "reported",
  title: { fa: "پیش‌بینی محقق نشد", en: "Forecast falsified" },
  meaning: {
    fa: "آنچه پیش‌بینی شده بود رخ نداد یا به شکل دیگری رخ داد.",
    en: "The forecast did not come true, or something else happened.",
  },
  effectiveOn: { fa: "روزی که این امر معلوم شد", en: "The day this became known" },
  producers: ["newsroom", "researcher"],
  stream: { category: "figure", key: "figureId" },
  data: {
    figureId: slug("figure"),
    outcome: text(),
    evidence: text().optional(),
  },
});

export const InconsistencyDetected = defineEvent({
  type: "InconsistencyDetected",
  version: 2,
  earlier: { 1: {} },
  context: "reported",
  title: { fa: "ناسازگاری شناسایی شد", en: "Inconsistency detected" },
  meaning: {
    fa: "رابطه‌ای میان رقم‌ها برقرار نیست یا اجزای یک رقم با هم سازگار نیست. اگر اختلاف عددی باشد، به واحد رقم و به درصد ثبت می‌شود؛ در غیر این صورت تنها علت آن.",
    en: "A relation between figures does not hold, or a figure contradicts itself. A numeric gap is given in the unit of the figures and in percent; otherwise only the reason is given.",
  },
  effectiveOn: { fa: "روز شناسایی", en: "The day it was found" },
  producers: ["system", "researcher"],
  stream: { category: "inconsistency", key: "inconsistencyId" },
  data: {
    inconsistencyId: slug("inconsistency"),
    relationId: slug("relation"),
    gap: measured("as the figures").optional(),
    gapPercent: measured("percent").optional(),
    severity: code(CL_SEVERITY),
    reason: code(CL_INCONSISTENCY_REASON).optional(),
  },
  check: ({ gap, gapPercent, reason }) => {
    if (gap === undefined && reason === undefined) return "give reason where there is no gap";
    return gap === undefined && gapPercent !== undefined
      ? "gapPercent must not be given without gap"
      : undefined;
  },
});

export const InconsistencyExplained = defineEvent({
  type: "InconsistencyExplained",
  version: 1,
  context: "reported",
  title: { fa: "ناسازگاری توضیح داده شد", en: "Inconsistency explained" },
  meaning: {
    fa: "علت ناسازگاری توضیح داده شد. ناسازگاری همچنان باقی است.",
    en: "An explanation of the inconsistency was given. The inconsistency remains.",
  },
  effectiveOn: { fa: "روز توضیح", en: "The day of the explanation" },
  producers: ["newsroom", "researcher"],
  stream: { category: "inconsistency", key: "inconsistencyId" },
  data: {
    inconsistencyId: slug("inconsistency"),
    explanation: bilingual(),
    evidence: text().optional(),
  },
});

export const InconsistencyDismissed = defineEvent({
  type: "InconsistencyDismissed",
  version: 1,
  context: "reported",
  title: { fa: "ناسازگاری رد شد", en: "Inconsistency dismissed" },
  meaning: {
    fa: "معلوم شد که رقم‌ها دربارهٔ دو چیز متفاوت‌اند و با هم ناسازگار نیستند.",
    en: "The figures turned out to measure different things and do not contradict each other.",
  },
  effectiveOn: { fa: "روز ردکردن", en: "The day of the dismissal" },
  producers: ["newsroom", "researcher"],
  stream: { category: "inconsistency", key: "inconsistencyId" },
  data: {
    inconsistencyId: slug("inconsistency"),
    reason: text(),
  },
});

export const CellSuppressed = defineEvent({
  type: "CellSuppressed",
  repeats: true,
  version: 1,
  context: "reported",
  title: { fa: "خانهٔ جدول محرمانه شد", en: "Cell suppressed" },
  meaning: {
    fa: "در یک انتشار، مقدار خانه‌ای از جدول به دلیل محرمانگی منتشر نشد: به دلیل خود آن خانه (اولیه) یا برای آنکه خانهٔ دیگری قابل محاسبه نباشد (ثانویه).",
    en: "A release withheld the value of a table cell, either because of the cell itself (primary) or so that another cell cannot be derived from it (secondary).",
  },
  effectiveOn: { fa: "روز انتشار", en: "The day of the release" },
  producers: ["system"],
  stream: { category: "suppression", key: "releaseId" },
  data: {
    releaseId: slug("release"),
    indicator: slug("indicator"),
    period: text(16),
    key: z
      .array(z.strictObject({ dimension: slug("dimension"), member: slug("code of the dimension") }))
      .optional(),
    confStatus: code(CL_CONF_STATUS),
    rule: slug("rule"),
  },
  check: ({ confStatus }) =>
    confStatus === "C" || confStatus === "D" ? undefined : "confStatus must be C or D",
});
