import { CL_ISIC4_DIVISION } from "../codelists/activity.ts";
import { CL_AREA } from "../codelists/area.ts";
import {
  CL_DISPUTE_KIND,
  CL_DISPUTE_OUTCOME,
  CL_DISPUTE_STAGE,
  CL_DISPUTE_SUBJECT,
  CL_PARTY,
  CL_STOPPAGE_KIND,
  CL_STOPPAGE_OUTCOME,
} from "../codelists/relations.ts";
import { defineEvent } from "../contract.ts";
import { code, count, decimal, id, irr, slug } from "../field.ts";

export const DisputeFiled = defineEvent({
  type: "DisputeFiled",
  version: 1,
  context: "relations",
  title: { fa: "دادخواست کار ثبت شد", en: "Dispute filed" },
  meaning: {
    fa: "کارگر یا کارفرما دادخواستی نزد مرجع حل اختلاف کار ثبت کرد.",
    en: "A worker or an employer filed a labour dispute with a dispute settlement body.",
  },
  effectiveOn: { fa: "روز ثبت", en: "The day of filing" },
  producers: ["worker", "employer", "agency"],
  stream: { category: "dispute", key: "disputeId" },
  data: {
    disputeId: id("dispute"),
    kind: code(CL_DISPUTE_KIND),
    subject: code(CL_DISPUTE_SUBJECT),
    filedBy: code(CL_PARTY),
    establishmentId: id("establishment"),
    area: code(CL_AREA),
    workers: count("persons"),
  },
  check: ({ kind, filedBy, workers }) => {
    if (filedBy === "GOV") return "filedBy must be EMPLOYER or WORKER";
    return kind === "INDIVIDUAL" && workers !== 1 ? "workers must be 1 in an individual dispute" : undefined;
  },
});

export const DisputeConciliated = defineEvent({
  type: "DisputeConciliated",
  repeats: true,
  version: 1,
  context: "relations",
  title: { fa: "جلسهٔ سازش برگزار شد", en: "Dispute conciliated" },
  meaning: {
    fa: "برای سازش دو طرف تلاش شد و نتیجهٔ آن ثبت شد.",
    en: "The parties tried conciliation; its outcome was recorded.",
  },
  effectiveOn: { fa: "روز سازش", en: "The day of the conciliation" },
  producers: ["agency"],
  stream: { category: "dispute", key: "disputeId" },
  data: {
    disputeId: id("dispute"),
    outcome: code(CL_DISPUTE_OUTCOME),
  },
});

export const DisputeDecided = defineEvent({
  type: "DisputeDecided",
  repeats: true,
  version: 1,
  context: "relations",
  title: { fa: "رأی اختلاف صادر شد", en: "Dispute decided" },
  meaning: {
    fa: "هیئت تشخیص، هیئت حل اختلاف یا دیوان عدالت اداری رأی داد.",
    en: "The board of inquiry, the dispute settlement board or the Court of Administrative Justice decided.",
  },
  effectiveOn: { fa: "روز رأی", en: "The day of the decision" },
  producers: ["agency"],
  stream: { category: "dispute", key: "disputeId" },
  data: {
    disputeId: id("dispute"),
    stage: code(CL_DISPUTE_STAGE),
    outcome: code(CL_DISPUTE_OUTCOME),
    awarded: irr().optional(),
  },
});

export const DisputeAppealed = defineEvent({
  type: "DisputeAppealed",
  repeats: true,
  version: 1,
  context: "relations",
  title: { fa: "به رأی اعتراض شد", en: "Dispute appealed" },
  meaning: {
    fa: "یکی از دو طرف به رأی اعتراض کرد و رسیدگی به مرحلهٔ بعد رفت.",
    en: "One party appealed and the dispute went to the next stage.",
  },
  effectiveOn: { fa: "روز اعتراض", en: "The day of the appeal" },
  producers: ["worker", "employer", "agency"],
  stream: { category: "dispute", key: "disputeId" },
  data: {
    disputeId: id("dispute"),
    stage: code(CL_DISPUTE_STAGE),
    appealedBy: code(CL_PARTY),
  },
});

export const DisputeEnforced = defineEvent({
  type: "DisputeEnforced",
  version: 1,
  context: "relations",
  title: { fa: "رأی اجرا شد", en: "Dispute enforced" },
  meaning: { fa: "رأی قطعی اجرا شد.", en: "The final decision was enforced." },
  effectiveOn: { fa: "روز اجرا", en: "The day of enforcement" },
  producers: ["agency"],
  stream: { category: "dispute", key: "disputeId" },
  data: {
    disputeId: id("dispute"),
    paid: irr().optional(),
  },
});

export const StoppageStarted = defineEvent({
  type: "StoppageStarted",
  version: 1,
  context: "relations",
  title: { fa: "توقف کار آغاز شد", en: "Stoppage started" },
  meaning: {
    fa: "اعتصاب کارگران یا تعطیل کارگاه از سوی کارفرما آغاز شد.",
    en: "A strike or a lockout began.",
  },
  effectiveOn: { fa: "نخستین روز توقف", en: "The first day of the stoppage" },
  producers: ["worker", "employer", "agency"],
  stream: { category: "stoppage", key: "stoppageId" },
  data: {
    stoppageId: id("stoppage"),
    disputeId: id("dispute").optional(),
    kind: code(CL_STOPPAGE_KIND),
    isic4: code(CL_ISIC4_DIVISION),
    area: code(CL_AREA),
    establishmentId: id("establishment").optional(),
    workersInvolved: count("persons"),
  },
});

export const StoppageScopeChanged = defineEvent({
  type: "StoppageScopeChanged",
  repeats: true,
  version: 1,
  context: "relations",
  title: { fa: "تعداد کارگران درگیر توقف کار تغییر کرد", en: "Stoppage scope changed" },
  meaning: {
    fa: "تعداد کارگران درگیر در توقف کار تغییر کرد.",
    en: "The number of workers involved in a stoppage changed.",
  },
  effectiveOn: { fa: "نخستین روز تعداد تازه", en: "The first day of the new number" },
  producers: ["worker", "employer", "agency"],
  stream: { category: "stoppage", key: "stoppageId" },
  data: {
    stoppageId: id("stoppage"),
    workersInvolved: count("persons"),
  },
});

export const StoppageEnded = defineEvent({
  type: "StoppageEnded",
  version: 1,
  context: "relations",
  title: { fa: "توقف کار پایان یافت", en: "Stoppage ended" },
  meaning: {
    fa: "کار از سر گرفته شد. روزهای کارنشده به نفر-روز است. قاعدهٔ آستانه تعیین می‌کند کدام توقف‌ها شمرده می‌شوند.",
    en: "Work resumed. Days not worked are person-days. The threshold rule determines which stoppages count.",
  },
  effectiveOn: { fa: "آخرین روز توقف", en: "The last day of the stoppage" },
  producers: ["worker", "employer", "agency"],
  stream: { category: "stoppage", key: "stoppageId" },
  data: {
    stoppageId: id("stoppage"),
    daysNotWorked: decimal("person-days", 0, 100_000_000),
    outcome: code(CL_STOPPAGE_OUTCOME),
    thresholdRule: slug("threshold rule"),
  },
});
