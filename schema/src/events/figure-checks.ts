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
    fa: "گوینده یا ناشر رقم دیگری به جای رقم گزارش‌شده گفت. رقم نخست پاک نمی‌شود.",
    en: "The speaker or publisher gave another figure in place of the one reported. The first one is not erased.",
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
      ? "exactly one of value and valueText must be given"
      : undefined,
});

export const FigureRetracted = defineEvent({
  type: "FigureRetracted",
  version: 1,
  context: "reported",
  title: { fa: "رقم پس گرفته شد", en: "Figure retracted" },
  meaning: {
    fa: "گوینده یا ناشر رقم را بی‌جایگزین پس گرفت.",
    en: "The speaker or publisher took the figure back and gave no other.",
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
  title: { fa: "پیش‌بینی نادرست درآمد", en: "Forecast falsified" },
  meaning: {
    fa: "آنچه پیش‌بینی شده بود رخ نداد یا به گونه‌ای دیگر رخ داد.",
    en: "What had been forecast did not happen, or happened otherwise.",
  },
  effectiveOn: { fa: "روزی که نادرستی معلوم شد", en: "The day on which it became plain" },
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
  title: { fa: "ناسازگاری پیدا شد", en: "Inconsistency detected" },
  meaning: {
    fa: "رابطه‌ای میان رقم‌ها برقرار نیست، یا رقمی با خود سازگار نیست؛ اختلاف، هرگاه عددی داشته باشد، به واحد رقم و به درصد گفته می‌شود، وگرنه تنها علت آن.",
    en: "A relation between figures does not hold, or a figure does not agree with itself; the gap is stated in their unit and in percent where there is one, else the reason alone.",
  },
  effectiveOn: { fa: "روز یافتن", en: "The day on which it was found" },
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
    if (gap === undefined && reason === undefined) return "reason must be given where there is no gap";
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
    fa: "کسی علت ناسازگاری را گفت؛ ناسازگاری می‌ماند.",
    en: "Somebody said why the figures disagree; the inconsistency stays.",
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
  title: { fa: "ناسازگاری کنار گذاشته شد", en: "Inconsistency dismissed" },
  meaning: {
    fa: "معلوم شد که رقم‌ها دربارهٔ دو چیز جدا بوده‌اند و ناسازگار نیستند.",
    en: "It turned out that the figures are of different things and do not disagree.",
  },
  effectiveOn: { fa: "روز کنارگذاشتن", en: "The day of the dismissal" },
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
  title: { fa: "خانهٔ جدول پوشانده شد", en: "Cell suppressed" },
  meaning: {
    fa: "در یک انتشار مقدار خانه‌ای از جدول برای رازداری پوشانده شد؛ اولیه یا برای آنکه خانه‌ای دیگر فاش نشود.",
    en: "In a release the value of a cell was withheld, for its own sake or so that another cell cannot be derived.",
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
