import { z } from "zod";
import { PeriodError, periodOfCode } from "../calendar.ts";
import { CL_AREA } from "../codelists/area.ts";
import { CL_UNIT } from "../codelists/observation.ts";
import {
  CL_BASIS,
  CL_EXTRACTION,
  CL_FIGURE_KIND,
  CL_QUALIFIER,
  CL_RELATION_KIND,
  CL_WEEKDAY,
} from "../codelists/reported.ts";
import { defineEvent } from "../contract.ts";
import { bilingual, code, count, day, decimal, measured, sha256, slug, text } from "../field.ts";

export const DocumentIngested = defineEvent({
  type: "DocumentIngested",
  version: 1,
  context: "reported",
  title: { fa: "سند دریافت شد", en: "Document received" },
  meaning: {
    fa: "سندی که رقم‌هایی را گزارش می‌کند دریافت شد، با چکیدهٔ رمزنگاری پروندهٔ آن.",
    en: "A document that reports figures was received, with the fingerprint of its file.",
  },
  effectiveOn: { fa: "روز دریافت", en: "The day it was received" },
  producers: ["newsroom", "researcher"],
  stream: { category: "document", key: "documentId" },
  data: {
    documentId: slug("document"),
    sha256: sha256("file"),
    kind: slug("kind of document"),
    publisher: text(),
    title: bilingual(),
    publishedOn: day().optional(),
    language: slug("language"),
    pages: count("pages").optional(),
    author: text().optional(),
  },
});

export const FigureReported = defineEvent({
  type: "FigureReported",
  version: 1,
  context: "reported",
  title: { fa: "رقم گزارش شد", en: "Figure reported" },
  meaning: {
    fa: "سندی رقمی را از قول کسی گزارش کرد. رقم گزارش‌شده ادعاست: در کنار شواهد نشان داده می‌شود و جای آن‌ها را نمی‌گیرد. جای رقم در سند جدا از محل بیان آن، مانند نمایشگاه، ثبت می‌شود.",
    en: "A document reported a figure. A figure is a claim: it is shown next to the evidence and never replaces it. `place` is the place in the document. `venue` is where the figure was stated, such as an exhibition.",
  },
  effectiveOn: { fa: "روزی که رقم گزارش شد", en: "The day the figure was reported" },
  producers: ["newsroom", "researcher"],
  stream: { category: "figure", key: "figureId" },
  data: {
    figureId: slug("figure"),
    documentId: slug("document"),
    measure: slug("measure"),
    value: measured("as the field unit says").optional(),
    valueText: text().optional(),
    qualifier: code(CL_QUALIFIER),
    unit: code(CL_UNIT),
    kind: code(CL_FIGURE_KIND),
    periodFrom: day().optional(),
    periodTo: day().optional(),
    subject: bilingual(),
    speakerName: text().optional(),
    speakerRole: text().optional(),
    speakerOrganisation: text().optional(),
    place: text(),
    weekday: code(CL_WEEKDAY).optional(),
    extraction: code(CL_EXTRACTION),
    confidence: decimal("share", 0, 1),
    area: code(CL_AREA).optional(),
    periodStated: text(200).optional(),
    multiplier: measured("factor").optional(),
    quote: text().optional(),
    lineFrom: count("line").optional(),
    lineTo: count("line").optional(),
    venue: text(200).optional(),
  },
  check: ({ value, valueText, periodFrom, periodTo, lineFrom, lineTo }) => {
    if ((value === undefined) === (valueText === undefined)) return "give exactly one of value and valueText";
    if (periodFrom !== undefined && periodTo !== undefined && periodFrom > periodTo)
      return "periodFrom must not be after periodTo";
    if (lineFrom !== undefined && lineTo !== undefined && lineFrom > lineTo)
      return "lineFrom must not be after lineTo";
    return undefined;
  },
});

export const FigureRelationDeclared = defineEvent({
  type: "FigureRelationDeclared",
  version: 1,
  context: "reported",
  title: { fa: "رابطهٔ رقم‌ها اعلام شد", en: "Figure relation declared" },
  meaning: {
    fa: "پژوهشگر رابطهٔ رقم‌ها را اعلام کرد تا مجموع، نسبت یا برابری آن‌ها بررسی شود.",
    en: "A researcher declared how figures relate, so that a sum, ratio or equality can be checked.",
  },
  effectiveOn: { fa: "روز اعلام", en: "The day of the declaration" },
  producers: ["researcher", "newsroom"],
  stream: { category: "relation", key: "relationId" },
  data: {
    relationId: slug("relation"),
    kind: code(CL_RELATION_KIND),
    left: slug("figure"),
    right: z.array(slug("figure")).min(1),
    tolerance: measured("share of the left value").optional(),
  },
  check: ({ left, right, tolerance = 0 }) => {
    if (right.includes(left)) return "a figure must not be on both sides";
    return tolerance < 0 ? "tolerance must not be negative" : undefined;
  },
});

/** What is wrong with the code of a period; undefined where it is one. */
const periodFault = (period: string): string | undefined => {
  try {
    periodOfCode(period);
    return undefined;
  } catch (error) {
    if (error instanceof PeriodError) return `period: ${error.message}`;
    throw error;
  }
};

export const FigureIndicatorDeclared = defineEvent({
  type: "FigureIndicatorDeclared",
  version: 1,
  context: "reported",
  title: { fa: "شاخص متناظر رقم اعلام شد", en: "Figure’s indicator declared" },
  meaning: {
    fa: "پژوهشگر اعلام کرد که رقم با کدام شاخص رویدادها یا سری زمانی رسمی، در چه دوره و با چه فیلترهایی، مقایسه‌پذیر است تا فاصلهٔ آن دو محاسبه شود. تقویم از سال دوره معلوم است. بُعدی که بر چند عضو فیلتر می‌شود برای هر عضو یک سطر دارد.",
    en: "A researcher declared which indicator, of events or of an official series, a figure can be compared with, for which period and with which filters. The gap between the two can then be computed. The year of the period determines its calendar. A dimension filtered to several members has one line for each.",
  },
  effectiveOn: { fa: "روز اعلام", en: "The day of the declaration" },
  producers: ["researcher", "newsroom"],
  stream: { category: "relation", key: "relationId" },
  data: {
    relationId: slug("relation"),
    figureId: slug("figure"),
    indicator: slug("indicator"),
    period: slug("period"),
    where: z
      .array(z.strictObject({ dimension: slug("dimension"), member: slug("code of the dimension") }))
      .optional(),
  },
  check: ({ period }) => periodFault(period),
});

export const DatasetImported = defineEvent({
  type: "DatasetImported",
  version: 1,
  context: "reported",
  title: { fa: "مجموعه‌داده وارد شد", en: "Dataset imported" },
  meaning: {
    fa: "یک نسخهٔ تاریخ‌دار از مجموعه‌دادهٔ یک ناشر رسمی وارد شد.",
    en: "One dated vintage of an official provider’s dataset was imported.",
  },
  effectiveOn: {
    fa: "روزی که ناشر این نسخه را منتشر کرد",
    en: "The day the provider published this vintage",
  },
  producers: ["researcher", "system"],
  stream: { category: "dataset", key: "datasetId" },
  data: {
    datasetId: slug("dataset"),
    provider: text(),
    code: slug("code of the provider"),
    vintageOn: day(),
    licence: text(),
    sha256: sha256("file"),
    rows: count("rows"),
    title: bilingual().optional(),
  },
});

export const ObservationImported = defineEvent({
  type: "ObservationImported",
  repeats: true,
  version: 1,
  context: "reported",
  title: { fa: "مشاهده وارد شد", en: "Observation imported" },
  meaning: {
    fa: "یک مقدار از یک سری زمانی رسمی، در نسخهٔ یک روز، وارد شد. نبود مقدار یعنی ناشر داده‌ای ندارد، نه صفر.",
    en: "One value of an official series was imported, in the vintage of a day. A missing value means that the provider has no data; it is not zero.",
  },
  effectiveOn: { fa: "آخرین روز دورهٔ مشاهده", en: "The last day of the period observed" },
  producers: ["researcher", "system"],
  stream: { category: "dataset", key: "datasetId" },
  data: {
    datasetId: slug("dataset"),
    series: slug("series"),
    refArea: slug("area"),
    frequency: slug("frequency"),
    sex: slug("sex").optional(),
    age: slug("age").optional(),
    classif: slug("classification").optional(),
    period: text(16),
    value: measured("as the series says").optional(),
    obsStatus: slug("observation status").optional(),
    statusList: slug("code list of the status").optional(),
    basis: code(CL_BASIS).optional(),
    vintageOn: day(),
  },
  check: ({ frequency }) => (/^[AQM]$/.test(frequency) ? undefined : "frequency must be A, Q or M"),
});
