import { everyCalendar, everyFrequency, type Indicator, ownDefinition } from "../../engine/indicator.ts";
import { disputes } from "./disputes.ts";
import { employees } from "./employees.ts";
import { stoppages } from "./stoppages.ts";

const common = {
  theme: "relations",
  calendars: everyCalendar,
  frequencies: everyFrequency,
  codes: {},
  decimals: 0,
} as const;
const ilo = {
  fa: "قطعنامهٔ آمار اعتصاب و تعطیلی کارگاه، سازمان بین‌المللی کار، ۱۹۹۳",
  en: "Resolution concerning statistics of strikes, lockouts and other action due to labour disputes, ILO, 1993",
};
const threshold = {
  fa: "توقف‌های کمتر از آستانهٔ قاعده، که گزارش نمی‌شوند، و کارگرانی که بدون شرکت در توقف بیکار مانده‌اند، مگر آنکه در گزارش آمده باشند.",
  en: "Stoppages below the threshold of the rule, which are not reported, and workers idled without taking part, unless the report includes them.",
};

const begun: Indicator = {
  ...common,
  code: "work_stoppages",
  title: { fa: "توقف‌های کار", en: "Work stoppages" },
  meaning: {
    fa: "تعداد اعتصاب‌ها و تعطیلی‌های کارگاه که در بازه آغاز شدند. توقفی که در همان اختلاف ادامه یابد یک توقف شمرده می‌شود.",
    en: "Number of strikes and lockouts that began in the period. A stoppage resumed in the same dispute counts once.",
  },
  notCounted: threshold,
  unit: "STOPPAGES",
  definedBy: ilo,
  codes: { ilo: "STR_TSTR_ECO_NB" },
  formula: { kind: "sum", of: { cube: stoppages, measure: "stoppages" } },
};

const workers: Indicator = {
  ...common,
  code: "workers_in_stoppages",
  title: { fa: "کارگران درگیر در توقف کار", en: "Workers involved in stoppages" },
  meaning: {
    fa: "بیشترین تعداد کارگران درگیر در هر توقف، در بازهٔ آغاز توقف.",
    en: "The maximum number of workers involved in each stoppage, in the period in which it began.",
  },
  notCounted: {
    fa: `${threshold.fa} کسی که در دو توقف شرکت داشته است دو بار شمرده می‌شود.`,
    en: `${threshold.en} A worker in two stoppages counts twice.`,
  },
  unit: "PERSONS",
  definedBy: ilo,
  codes: { ilo: "STR_WORK_ECO_NB" },
  formula: { kind: "sum", of: { cube: stoppages, measure: "workers_involved" } },
};

const daysNotWorked: Indicator = {
  ...common,
  code: "days_not_worked",
  title: { fa: "روزهای کارنشده در توقف کار", en: "Days not worked due to stoppages" },
  meaning: {
    fa: "نفر-روزهای کارنشده در توقف‌هایی که در بازه پایان یافتند.",
    en: "Person-days not worked in the stoppages that ended in the period.",
  },
  notCounted: {
    fa: `توقف‌های پایان‌نیافته. همهٔ روزهای یک توقف در روز پایان آن شمرده می‌شوند. ${threshold.fa}`,
    en: `Stoppages that have not ended. All days of a stoppage count on its last day. ${threshold.en}`,
  },
  unit: "PERSON_DAYS",
  definedBy: ilo,
  codes: { ilo: "STR_DAYS_ECO_NB" },
  formula: { kind: "sum", of: { cube: stoppages, measure: "days_not_worked" } },
};

const perThousand: Indicator = {
  ...common,
  code: "days_not_worked_per_1000_employees",
  title: { fa: "روزهای کارنشده به ازای هر هزار مزد و حقوق‌بگیر", en: "Days not worked per 1,000 employees" },
  meaning: {
    fa: "نفر-روزهای کارنشده در توقف‌های پایان‌یافته در بازه، به ازای هر هزار مزد و حقوق‌بگیر در آخرین روز بازه.",
    en: "Person-days not worked in the stoppages that ended in the period, per 1,000 employees on its last day.",
  },
  notCounted: {
    fa: `در مخرج کسر: کارفرمایان، کارکنان مستقل و کار ثبت‌نشده. ${threshold.fa}`,
    en: `In the denominator: employers, own-account workers and unrecorded work. ${threshold.en}`,
  },
  unit: "PERSON_DAYS_PER_1000",
  decimals: 1,
  definedBy: ilo,
  codes: { ilo: "STR_DAYS_ECO_RT" },
  formula: {
    kind: "ratio",
    over: { cube: stoppages, measure: "days_not_worked" },
    under: { cube: employees, measure: "employees" },
    scale: 1000,
  },
};

const disputeDays: Indicator = {
  ...common,
  code: "dispute_days_median",
  title: { fa: "مدت رسیدگی به اختلاف (میانهٔ روزها)", en: "Duration of disputes (median days)" },
  meaning: {
    fa: "میانهٔ تعداد روزها از ثبت دادخواست تا سازش یا رأیی که به آن اعتراض نشد، برای اختلاف‌های پایان‌یافته در بازه.",
    en: "Median number of days from filing to a settlement or a decision without appeal, for disputes that ended in the period.",
  },
  notCounted: {
    fa: "اختلاف‌های در دست رسیدگی. رأیی که بعداً به آن اعتراض شود، از روز ثبت اعتراض دیگر پایان اختلاف شمرده نمی‌شود. روزها تقویمی‌اند، نه کاری.",
    en: "Disputes still open. A decision appealed later does not count as an end from the day the appeal is recorded. Days are calendar days.",
  },
  unit: "DAYS",
  definedBy: ownDefinition,
  formula: { kind: "quantile", of: { cube: disputes, measure: "closed" }, q: 0.5 },
};

const settlementShare: Indicator = {
  ...common,
  code: "dispute_settlement_share",
  title: { fa: "سهم سازش از اختلاف‌های پایان‌یافته", en: "Share of disputes settled" },
  meaning: {
    fa: "سهم اختلاف‌هایی که با سازش پایان یافتند از همهٔ اختلاف‌های پایان‌یافته در بازه.",
    en: "Share of the disputes ended in the period that ended by settlement.",
  },
  notCounted: {
    fa: "اختلاف‌های در دست رسیدگی و سازش‌های خارج از مراجع حل اختلاف که گزارش نمی‌شوند.",
    en: "Disputes still open, and unreported settlements outside the boards.",
  },
  unit: "PERCENT",
  decimals: 1,
  definedBy: ownDefinition,
  formula: {
    kind: "ratio",
    over: { cube: disputes, measure: "closed", where: { dispute_outcome: ["SETTLED"] } },
    under: { cube: disputes, measure: "closed" },
  },
};

/** What goes wrong between the parties, and how it ends. */
export const conflictIndicators: readonly Indicator[] = [
  begun,
  workers,
  daysNotWorked,
  perThousand,
  disputeDays,
  settlementShare,
];
