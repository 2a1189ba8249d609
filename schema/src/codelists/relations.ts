import { defineCodelist, rows } from "../codelist.ts";

const source = "Karnameh";

export const CL_PARTY = defineCodelist({
  id: "CL_PARTY",
  title: { fa: "طرف روابط کار", en: "Party of labour relations" },
  source: "The three parties of ILO Convention 144; the codes are Karnameh’s",
  codes: rows([
    ["GOV", "دولت", "Government"],
    ["EMPLOYER", "کارفرمایان", "Employers"],
    ["WORKER", "کارگران", "Workers"],
  ]),
});

export const CL_SEAT = defineCodelist({
  id: "CL_SEAT",
  title: { fa: "کرسی", en: "Seat in a body" },
  source,
  codes: rows([
    ["GOV", "دولت", "Government"],
    ["EMPLOYER", "کارفرمایان", "Employers"],
    ["WORKER", "کارگران", "Workers"],
    ["EXPERT", "کارشناسان", "Experts"],
  ]),
});

export const CL_PARTNER_KIND = defineCodelist({
  id: "CL_PARTNER_KIND",
  title: { fa: "نوع تشکل", en: "Kind of social partner organisation" },
  source: "Karnameh, after chapter six of the labour law of Iran",
  codes: rows([
    ["COUNCIL", "شورای اسلامی کار", "Labour council"],
    ["TRADE_UNION", "انجمن صنفی", "Trade union or guild society"],
    ["REPRESENTATIVE", "نمایندهٔ کارگران", "Workers’ representative"],
    ["FEDERATION", "کانون", "Federation"],
  ]),
});

export const CL_LEVEL = defineCodelist({
  id: "CL_LEVEL",
  title: { fa: "سطح", en: "Level" },
  source,
  codes: rows([
    ["ENTERPRISE", "بنگاه", "Enterprise"],
    ["SECTOR", "رشتهٔ فعالیت", "Sector"],
    ["PROVINCE", "استان", "Province"],
    ["NATIONAL", "ملی", "National"],
  ]),
});

export const CL_AGREEMENT_TOPIC = defineCodelist({
  id: "CL_AGREEMENT_TOPIC",
  title: { fa: "موضوع پیمان دسته‌جمعی", en: "Topic of a collective agreement" },
  source,
  codes: rows([
    ["WAGE", "مزد", "Wages"],
    ["HOURS", "ساعت کار", "Hours of work"],
    ["SAFETY", "ایمنی و بهداشت کار", "Safety and health at work"],
    ["WELFARE", "رفاه", "Welfare"],
    ["TRAINING", "آموزش", "Training"],
    ["JOB_SECURITY", "امنیت شغلی", "Job security"],
    ["OTHER", "سایر", "Other"],
  ]),
});

export const CL_POSITION = defineCodelist({
  id: "CL_POSITION",
  title: { fa: "موضع", en: "Position" },
  source,
  codes: rows([
    ["FOR", "موافق", "For"],
    ["AGAINST", "مخالف", "Against"],
    ["CONDITIONAL", "موافق مشروط", "For, with conditions"],
    ["NONE", "بی‌نظر", "None"],
  ]),
});

export const CL_DISPUTE_KIND = defineCodelist({
  id: "CL_DISPUTE_KIND",
  title: { fa: "نوع اختلاف", en: "Kind of labour dispute" },
  source,
  codes: rows([
    ["INDIVIDUAL", "فردی", "Individual"],
    ["COLLECTIVE", "جمعی", "Collective"],
  ]),
});

export const CL_DISPUTE_SUBJECT = defineCodelist({
  id: "CL_DISPUTE_SUBJECT",
  title: { fa: "موضوع اختلاف", en: "Subject of a labour dispute" },
  source,
  codes: rows([
    ["WAGE", "مزد و مزایا", "Wages and allowances"],
    ["DISMISSAL", "اخراج و بازگشت به کار", "Dismissal and return to work"],
    ["SEVERANCE", "سنوات", "Severance pay"],
    ["HOURS", "ساعت کار و مرخصی", "Hours and leave"],
    ["INSURANCE", "بیمه", "Insurance"],
    ["CLASSIFICATION", "طبقه‌بندی مشاغل", "Job classification"],
    ["SAFETY", "ایمنی و بهداشت کار", "Safety and health at work"],
    ["OTHER", "سایر", "Other"],
  ]),
});

export const CL_DISPUTE_STAGE = defineCodelist({
  id: "CL_DISPUTE_STAGE",
  title: { fa: "مرحلهٔ رسیدگی", en: "Stage of a dispute" },
  source: "Karnameh, after chapter nine of the labour law of Iran",
  codes: rows([
    ["CONCILIATION", "سازش", "Conciliation"],
    ["INQUIRY", "هیئت تشخیص", "Board of inquiry"],
    ["SETTLEMENT", "هیئت حل اختلاف", "Dispute settlement board"],
    ["COURT", "دیوان عدالت اداری", "Court of Administrative Justice"],
  ]),
});

export const CL_DISPUTE_OUTCOME = defineCodelist({
  id: "CL_DISPUTE_OUTCOME",
  title: { fa: "نتیجهٔ اختلاف", en: "Outcome of a dispute" },
  source,
  codes: rows([
    ["SETTLED", "صلح و سازش", "Settled"],
    ["FOR_WORKER", "به نفع کارگر", "For the worker"],
    ["FOR_EMPLOYER", "به نفع کارفرما", "For the employer"],
    ["IN_PART", "تا حدی به نفع هر دو طرف", "Partly for each party"],
    ["NOT_SETTLED", "عدم سازش", "Not settled"],
    ["WITHDRAWN", "پس گرفته شد", "Withdrawn"],
  ]),
});

export const CL_STOPPAGE_KIND = defineCodelist({
  id: "CL_STOPPAGE_KIND",
  title: { fa: "نوع توقف کار", en: "Kind of work stoppage" },
  source: "Resolution on statistics of strikes and lockouts, ILO, 1993",
  codes: rows([
    ["STRIKE", "اعتصاب", "Strike"],
    ["LOCKOUT", "تعطیل کارگاه از سوی کارفرما", "Lockout"],
  ]),
});

export const CL_STOPPAGE_OUTCOME = defineCodelist({
  id: "CL_STOPPAGE_OUTCOME",
  title: { fa: "نتیجهٔ توقف کار", en: "Outcome of a work stoppage" },
  source,
  codes: rows([
    ["AGREEMENT", "توافق", "Agreement"],
    ["DECISION", "رأی مرجع حل اختلاف", "Decision of a board"],
    ["RETURN", "بازگشت به کار بدون توافق", "Return to work without an agreement"],
    ["OTHER", "سایر", "Other"],
  ]),
});

export const CL_DEALING = defineCodelist({
  id: "CL_DEALING",
  title: { fa: "نوع تعامل", en: "Kind of contact between parties" },
  source,
  codes: rows([
    ["AGREEMENT", "پیمان", "Agreement"],
    ["REFERRAL", "معرفی نیرو", "Referral of a candidate"],
    ["LIST", "لیست بیمه", "Contribution list"],
    ["MEETING", "جلسه", "Meeting"],
    ["CONSULTATION", "مشورت", "Consultation"],
    ["DISPUTE", "اختلاف", "Dispute"],
  ]),
});
