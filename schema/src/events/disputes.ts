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
    fa: "کارگر یا کارفرما اختلافی را نزد مرجع رسیدگی ثبت کرد.",
    en: "A worker or an employer filed a labour dispute.",
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
    return kind === "INDIVIDUAL" && workers !== 1 ? "an individual dispute is of one worker" : undefined;
  },
});

export const DisputeConciliated = defineEvent({
  type: "DisputeConciliated",
  repeats: true,
  version: 1,
  context: "relations",
  title: { fa: "کوشش برای سازش انجام شد", en: "Dispute conciliated" },
  meaning: {
    fa: "سازش میان دو طرف آزموده شد و نتیجهٔ آن معلوم است.",
    en: "Conciliation between the two was tried, and its outcome is known.",
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
    fa: "هیئت تشخیص، هیئت حل اختلاف یا دیوان رأی داد.",
    en: "The board of inquiry, the board of settlement or the court decided.",
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
    en: "One of the two appealed, and the dispute went to the next stage.",
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
  meaning: { fa: "رأی قطعی اجرا شد.", en: "The final decision was carried out." },
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
  meaning: { fa: "اعتصاب یا تعطیل از سوی کارفرما آغاز شد.", en: "A strike or a lockout began." },
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
  title: { fa: "دامنهٔ توقف کار تغییر کرد", en: "Stoppage scope changed" },
  meaning: {
    fa: "شمار کارگرانی که در توقف کار درگیرند دیگر شد.",
    en: "The number of workers involved in a stoppage changed.",
  },
  effectiveOn: { fa: "نخستین روز شمار تازه", en: "The first day of the new number" },
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
    fa: "کار از سر گرفته شد؛ روزهای ازدست‌رفته به روز-نفر است و قاعده می‌گوید چه توقفی شمرده می‌شود.",
    en: "Work was resumed. Days not worked are person-days; the threshold says which stoppages are counted at all.",
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
