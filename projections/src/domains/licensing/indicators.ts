import { everyCalendar, everyFrequency, type Indicator, ownDefinition } from "../../engine/indicator.ts";
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
  definedBy: ownDefinition,
} as const;
const uncertain = {
  fa: "مجوزهای تعلیق‌شده، باطل‌شده یا منقضی. مجوزی که پیش از آغاز ثبت صادر شده است تنها از زمان تمدید آن شمرده می‌شود.",
  en: "Suspended, revoked and expired licences. A licence issued before the register opened counts only from its renewal.",
};

const inForce: Indicator = {
  ...common,
  code: "licences_in_force",
  title: { fa: "مجوزهای معتبر", en: "Licences in force" },
  meaning: {
    fa: "تعداد مجوزهایی که در آخرین روز بازه معتبرند.",
    en: "Number of licences that are valid on the last day of the period.",
  },
  notCounted: uncertain,
  formula: { kind: "sum", of: { cube: licences, measure: "in_force" } },
};

const netFlow: Indicator = {
  ...common,
  code: "licences_net_flow",
  title: { fa: "تغییر خالص مجوزها", en: "Net flow of licences" },
  meaning: {
    fa: "مجوزهای تازه و دوباره معتبرشده، منهای مجوزهای تعلیق‌شده، باطل‌شده و منقضی. این رقم برابر تغییر تعداد مجوزهای معتبر در بازه است.",
    en: "Licences issued and reinstated minus licences suspended, revoked and expired. It equals the change in the number of licences in force during the period.",
  },
  notCounted: {
    fa: "تمدید مجوز معتبر، که مجوز تازه نیست.",
    en: "Renewals of licences in force, which are not new licences.",
  },
  formula: { kind: "sum", of: { cube: licences, measure: "net_change" } },
};

const issued: Indicator = {
  ...common,
  code: "licences_issued",
  title: { fa: "مجوزهای تازه", en: "New licences" },
  meaning: {
    fa: "تعداد مجوزهایی که در بازه نخستین بار صادر شدند، با تصمیم سازمان یا به‌طور خودکار.",
    en: "Number of licences issued for the first time in the period, by decision or automatically.",
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
  title: { fa: "تمدید مجوزها", en: "Licence renewals" },
  meaning: {
    fa: "تعداد تمدیدهایی که دورهٔ تازهٔ آن‌ها در بازه آغاز شد.",
    en: "Number of renewals whose new term began in the period.",
  },
  notCounted: { fa: "مجوزهای تازه.", en: "New licences." },
  formula: { kind: "sum", of: { cube: licences, measure: "renewed" } },
};

const automaticShare: Indicator = {
  ...common,
  code: "licence_automatic_share",
  title: { fa: "سهم صدور خودکار", en: "Share of licences issued automatically" },
  meaning: {
    fa: "سهم درخواست‌هایی که مجوز آن‌ها به‌طور خودکار صادر شد، از همهٔ درخواست‌هایی که در بازه به صدور مجوز انجامید.",
    en: "Share of the applications with an automatically issued licence among all applications that led to a licence in the period.",
  },
  notCounted: {
    fa: "درخواست‌های ردشده و درخواست‌های در دست بررسی. نخستین تصمیم دربارهٔ هر درخواست شمرده می‌شود.",
    en: "Applications rejected or still open. The first decision on an application counts.",
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
    fa: "میانهٔ تعداد روزهای تقویمی از ثبت درخواست تا نخستین تصمیم، برای درخواست‌هایی که در بازه دربارهٔ آن‌ها تصمیم گرفته شد.",
    en: "Median number of calendar days from filing to the first decision, for applications decided in the period.",
  },
  notCounted: {
    fa: "درخواست‌های در دست بررسی. روزها تقویمی‌اند، نه کاری: تعطیلی‌ها و روزهایی که درخواست نزد متقاضی بود کم نمی‌شوند.",
    en: "Applications still open. Days are calendar days: holidays and days on which the application was with the applicant are not subtracted.",
  },
  unit: "DAYS",
  formula: { kind: "quantile", of: { cube: licenceDecisions, measure: "decided" }, q: 0.5 },
};

const notAssessed = {
  fa: "درخواست‌هایی که مهلت آن‌ها نگذشته است، درخواست‌های بازگردانده‌شده‌ای که دوباره ارسال نشده‌اند و درخواست‌هایی که هنوز بررسی نشده‌اند. روزهایی که درخواست نزد متقاضی بود روز کاری شمرده نمی‌شوند.",
  en: "Applications whose deadline has not passed, that were returned and not resubmitted, or that were not assessed. Days on which the application was with the applicant do not count as working days.",
};

const decidedInTime: Indicator = {
  ...common,
  code: "licence_decided_in_time_rate",
  title: { fa: "نرخ رعایت مهلت تصمیم دربارهٔ مجوز", en: "Licence applications decided on time" },
  meaning: {
    fa: "سهم درخواست‌هایی که تا پایان مهلت پذیرفته یا رد شدند یا مجوز آن‌ها به‌طور خودکار صادر شد، از همهٔ درخواست‌هایی که مهلت آن‌ها در بازه به پایان رسید. مهلت سه روز کاری است، مگر آنکه قاعدهٔ معتبر مهلت دیگری تعیین کند.",
    en: "Share of the applications granted, rejected or issued automatically by their deadline among all applications whose deadline was in the period. The deadline is three working days unless the rule in force sets another.",
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
    fa: "میانهٔ تعداد روزهای کاری از ثبت درخواست تا نخستین تصمیم، طبق تقویم معتبر در هر روز، برای درخواست‌هایی که مهلت آن‌ها در بازه به پایان رسید. درخواست بدون تصمیم در پایان مهلت سانسور می‌شود (کاپلان–مایر).",
    en: "Median number of working days from filing to the first decision, by the calendar in force on each day, for applications whose deadline was in the period. Undecided applications are censored at their deadline (Kaplan–Meier).",
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
