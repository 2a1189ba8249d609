import { everyCalendar, everyFrequency, type Indicator } from "../../engine/indicator.ts";
import { licenceDeadlines } from "./deadlines.ts";
import { licenceDecisions } from "./decisions.ts";
import { licences } from "./licences.ts";

const common = {
  theme: "licensing",
  calendars: everyCalendar,
  frequencies: everyFrequency,
  codes: {},
  unit: "LICENCES",
  decimals: 0,
  definedBy: {
    fa: "تعریف این سامانه؛ برای آن استاندارد بین‌المللی یافت نشد.",
    en: "Defined by this system; no international standard was found for it.",
  },
} as const;
const uncertain = {
  fa: "مجوزهایی که تعلیق، ابطال یا منقضی شده‌اند. مجوزی که پیش از آغاز ثبت صادر شده تنها از تمدید آن دانسته می‌شود.",
  en: "Licences suspended, revoked or expired. One issued before the register opened is known only from its renewal.",
};

const inForce: Indicator = {
  ...common,
  code: "licences_in_force",
  title: { fa: "مجوزهای معتبر", en: "Licences in force" },
  meaning: {
    fa: "شمار مجوزهایی که در روز پایان بازه اعتبار دارند.",
    en: "Licences that are valid on the last day of the period.",
  },
  notCounted: uncertain,
  formula: { kind: "sum", of: { cube: licences, measure: "in_force" } },
};

const netFlow: Indicator = {
  ...common,
  code: "licences_net_flow",
  title: { fa: "تغییر خالص مجوزها", en: "Net flow of licences" },
  meaning: {
    fa: "مجوزهای تازه و دوباره معتبرشده، منهای تعلیق‌شده، باطل‌شده و منقضی‌شده؛ برابر تغییر شمار مجوزهای معتبر در بازه.",
    en: "Licences issued and reinstated less those suspended, revoked and expired: by how much the licences in force changed in the period.",
  },
  notCounted: {
    fa: "تمدید مجوزی که اعتبار دارد، که مجوز تازه نیست.",
    en: "The renewal of a licence in force, which is no new licence.",
  },
  formula: { kind: "sum", of: { cube: licences, measure: "net_change" } },
};

const issued: Indicator = {
  ...common,
  code: "licences_issued",
  title: { fa: "مجوزهای تازه", en: "New licences" },
  meaning: {
    fa: "مجوزهایی که در بازه نخستین بار صادر شدند، به تصمیم سازمان یا خودکار.",
    en: "Licences issued for the first time in the period, by decision or automatically.",
  },
  notCounted: {
    fa: "تمدید، افزودن رشته، تغییر محل و انتقال.",
    en: "Renewals, added fields, relocations and transfers.",
  },
  formula: { kind: "sum", of: { cube: licences, measure: "issued" } },
};

const renewals: Indicator = {
  ...common,
  code: "licence_renewals",
  title: { fa: "تمدید مجوزها", en: "Renewals of licences" },
  meaning: {
    fa: "شمار تمدیدهایی که دورهٔ تازهٔ آن‌ها در بازه آغاز شد.",
    en: "Renewals whose new term began in the period.",
  },
  notCounted: { fa: "مجوزهای تازه.", en: "New licences." },
  formula: { kind: "sum", of: { cube: licences, measure: "renewed" } },
};

const automaticShare: Indicator = {
  ...common,
  code: "licence_automatic_share",
  title: { fa: "سهم صدور خودکار", en: "Share of automatic issue" },
  meaning: {
    fa: "سهم درخواست‌هایی که سامانه خود مجوزشان را صادر کرد، از همهٔ درخواست‌هایی که در بازه به مجوز رسیدند.",
    en: "Share of the applications for which the system issued the licence itself in all those that led to a licence in the period.",
  },
  notCounted: {
    fa: "درخواست‌های ردشده و در دست بررسی. نخستین تصمیم هر درخواست شمرده می‌شود.",
    en: "Applications refused or still open. The first decision on an application counts.",
  },
  unit: "PERCENT",
  decimals: 1,
  formula: {
    kind: "ratio",
    over: { cube: licenceDecisions, measure: "decided", where: { licence_decision: ["AUTOMATIC"] } },
    under: {
      cube: licenceDecisions,
      measure: "decided",
      where: { licence_decision: ["GRANTED", "AUTOMATIC"] },
    },
  },
};

const decisionDays: Indicator = {
  ...common,
  code: "licence_decision_calendar_days_median",
  title: { fa: "میانهٔ روزهای تقویمی تا تصمیم", en: "Calendar days to a licence decision, median" },
  meaning: {
    fa: "میانهٔ روزهای تقویمی از ثبت درخواست تا نخستین تصمیم، برای درخواست‌هایی که در بازه درباره‌شان تصمیم گرفته شد.",
    en: "Median of the calendar days from filing to the first decision, of the applications decided in the period.",
  },
  notCounted: {
    fa: "درخواست‌های در دست بررسی. این روزِ کاری نیست: تعطیلی‌ها و روزهایی که درخواست نزد متقاضی بوده کم نمی‌شوند.",
    en: "Applications still open. These are no working days: neither holidays nor the days for which an application was returned are taken off.",
  },
  unit: "DAYS",
  formula: { kind: "quantile", of: { cube: licenceDecisions, measure: "decided" }, q: 0.5 },
};

const notAssessed = {
  fa: "درخواستی که مهلتش نگذشته یا بازگردانده شده و بازنگشته است، و درخواستی که سیاست مهلت‌ها دربارهٔ آن چیزی ثبت نکرده است. روزهایی که درخواست نزد متقاضی بود روز کاری شمرده نمی‌شوند.",
  en: "Applications whose time is not over, or that were returned and did not come back, and those of which the policy of deadlines recorded nothing. Days on which an application lay with the applicant are no working days of it.",
};

const decidedInTime: Indicator = {
  ...common,
  code: "licence_decided_in_time_rate",
  title: { fa: "نرخ تصمیم در مهلت دربارهٔ مجوز", en: "Licence applications decided in time" },
  meaning: {
    fa: "سهم درخواست‌هایی که تا پایان مهلت، سه روز کاری مگر قاعدهٔ معتبر جز آن بگوید، پذیرفته، رد یا خودکار صادر شدند، از همهٔ درخواست‌هایی که مهلتشان در بازه گذشت.",
    en: "Share of the applications granted, refused or issued automatically by the end of their time, three working days unless the rule in force says otherwise, in all whose time ended in the period.",
  },
  notCounted: notAssessed,
  unit: "PERCENT",
  decimals: 1,
  formula: {
    kind: "ratio",
    over: { cube: licenceDeadlines, measure: "in_time" },
    under: { cube: licenceDeadlines, measure: "due" },
  },
};

const decisionWorkingDays: Indicator = {
  ...common,
  code: "licence_decision_working_days_median",
  title: { fa: "میانهٔ روزهای کاری تا تصمیم", en: "Working days to a licence decision, median" },
  meaning: {
    fa: "میانهٔ روزهای کاری از ثبت درخواست تا نخستین تصمیم، به تقویمی که همان روز معتبر بود، برای درخواست‌هایی که مهلتشان در بازه گذشت؛ از آنکه تصمیمی دربارهٔ آن نیست تنها همین پذیرفته می‌شود که همهٔ مهلت را گرفته است (کاپلان–مایر).",
    en: "Median of the working days from filing to the first decision, by the calendar that was valid on each, of the applications whose time ended in the period; of one that is not decided no more is supposed than that it took its whole time (Kaplan–Meier).",
  },
  notCounted: notAssessed,
  unit: "DAYS",
  formula: {
    kind: "survival",
    of: { cube: licenceDeadlines, measure: "due" },
    open: { cube: licenceDeadlines, measure: "undecided" },
    q: 0.5,
  },
};

/** Licences of private schools. */
export const licensingIndicators: readonly Indicator[] = [
  inForce,
  netFlow,
  issued,
  renewals,
  automaticShare,
  decisionDays,
  decidedInTime,
  decisionWorkingDays,
];
