import { everyCalendar, everyFrequency, type Indicator } from "../../engine/indicator.ts";
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
const ours = {
  fa: "تعریف این سامانه؛ برای آن استاندارد بین‌المللی یافت نشد.",
  en: "Defined by this system; no international standard was found for it.",
};
const threshold = {
  fa: "توقف‌هایی که به آستانهٔ قاعدهٔ شمارش نمی‌رسند و گزارش نمی‌شوند، و کارگرانی که بی آنکه خود دست از کار بکشند بیکار مانده‌اند مگر آنکه گزارش آنان را در بر گیرد.",
  en: "Stoppages below the threshold of the rule, which are not reported, and workers idled without taking part unless the report includes them.",
};

const begun: Indicator = {
  ...common,
  code: "work_stoppages",
  title: { fa: "توقف‌های کار", en: "Work stoppages" },
  meaning: {
    fa: "شمار اعتصاب‌ها و تعطیلی‌های کارگاه که در بازه آغاز شدند؛ توقفی که در همان اختلاف از سر گرفته شود یکی است.",
    en: "Strikes and lockouts that began in the period; one that is resumed in the same dispute is one stoppage.",
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
    fa: "بیشترین شمار کارگران درگیر در هر توقف، در بازه‌ای که توقف آغاز شد.",
    en: "The greatest number of workers involved in each stoppage, in the period in which it began.",
  },
  notCounted: {
    fa: `${threshold.fa} کسی که در دو توقف بوده دو بار شمرده می‌شود.`,
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
  title: { fa: "روزهای ازدست‌رفته در توقف کار", en: "Days not worked due to stoppages" },
  meaning: {
    fa: "نفر-روزهای ازدست‌رفتهٔ توقف‌هایی که در بازه پایان یافتند.",
    en: "Person-days not worked in the stoppages that ended in the period.",
  },
  notCounted: {
    fa: `توقف‌های پایان‌نیافته. همهٔ روزهای یک توقف در روز پایان آن شمرده می‌شوند. ${threshold.fa}`,
    en: `Stoppages that still go on. All days of a stoppage count on its last. ${threshold.en}`,
  },
  unit: "PERSON_DAYS",
  definedBy: ilo,
  codes: { ilo: "STR_DAYS_ECO_NB" },
  formula: { kind: "sum", of: { cube: stoppages, measure: "days_not_worked" } },
};

const perThousand: Indicator = {
  ...common,
  code: "days_not_worked_per_1000_employees",
  title: { fa: "روزهای ازدست‌رفته برای هر هزار مزدبگیر", en: "Days not worked per 1,000 employees" },
  meaning: {
    fa: "نفر-روزهای ازدست‌رفته در توقف‌های پایان‌یافتهٔ بازه، برای هر هزار مزد و حقوق‌بگیرِ روز پایان بازه.",
    en: "Person-days not worked in the stoppages that ended in the period, for every 1,000 employees on its last day.",
  },
  notCounted: {
    fa: `در مخرج، کارفرمایان، کارکنان مستقل و کار ثبت‌نشده. ${threshold.fa}`,
    en: `In the denominator employers, own-account workers and unrecorded work. ${threshold.en}`,
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
  title: { fa: "میانهٔ روزهای رسیدگی به اختلاف", en: "Dispute duration, median days" },
  meaning: {
    fa: "میانهٔ روزها از ثبت اختلاف تا سازش یا رأیی که به آن اعتراض نشد، برای اختلاف‌های پایان‌یافته در بازه.",
    en: "Median of the days from filing to the settlement or decision that nobody appealed, of the disputes that ended in the period.",
  },
  notCounted: {
    fa: "اختلاف‌های در دست رسیدگی؛ رأیی که بعدتر به آن اعتراض شود، از روزِ دانستن اعتراض پایان به شمار نمی‌آید. روزها تقویمی‌اند، نه کاری.",
    en: "Disputes still open; a decision that is appealed later is no end from the day on which the appeal is known. Days are calendar days.",
  },
  unit: "DAYS",
  definedBy: ours,
  formula: { kind: "quantile", of: { cube: disputes, measure: "closed" }, q: 0.5 },
};

const settlementShare: Indicator = {
  ...common,
  code: "dispute_settlement_share",
  title: { fa: "سهم سازش از اختلاف‌های پایان‌یافته", en: "Share of disputes settled" },
  meaning: {
    fa: "سهم اختلاف‌هایی که با سازش پایان یافتند از همهٔ اختلاف‌های پایان‌یافته در بازه.",
    en: "Share of the disputes that ended in the period which ended by settlement.",
  },
  notCounted: {
    fa: "اختلاف‌های در دست رسیدگی؛ سازشی که بیرون از مراجع و بی گزارش انجام شود.",
    en: "Disputes still open, and settlements outside the boards that nobody reports.",
  },
  unit: "PERCENT",
  decimals: 1,
  definedBy: ours,
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
