import { everyCalendar, everyFrequency, type Indicator } from "../../engine/indicator.ts";
import { destinationIndicators } from "./destination-indicators.ts";
import { hires as hiresCube } from "./hires.ts";
import { placement } from "./placement.ts";
import { retirements } from "./retirements.ts";
import { retirementsTaken } from "./retirements-taken.ts";
import { satisfaction } from "./satisfaction.ts";
import { inWork6, inWork12, shareOfCompleters } from "./share-of-completers.ts";

const common = {
  theme: "placement",
  calendars: everyCalendar,
  frequencies: everyFrequency,
  codes: {},
} as const;

const placementNotCounted = (fa: string, en: string) => ({
  fa: `کسانی که ${fa} از پایان دورهٔ آنان نگذشته است؛ بازه تا پیش از آن عدد ندارد. کارِ بیمه‌نشده‌ای که هیچ کارفرمایی ثبت نکرده دیده نمی‌شود؛ آنچه پیگیریِ پس از دوره یافته است شاخص خود را دارد.`,
  en: `Cohorts whose ${en} have not passed: the period has no value until then. Work that no employer recorded is not seen: what a check after the course found has an indicator of its own.`,
});

const placement6: Indicator = {
  ...common,
  code: "placement_rate_6m",
  title: { fa: "نرخ اشتغال پس از ۶ ماه", en: "Placement rate after 6 months" },
  meaning: {
    fa: "سهم افرادی که شش ماه پس از پایان دوره شاغل بودند، از همهٔ کسانی که در بازه دوره‌ای را به پایان رساندند (آخرین دورهٔ هر فرد).",
    en: "Share of the persons who completed a course in the period (each by the last) who were in employment six months after.",
  },
  notCounted: placementNotCounted("شش ماه", "six months"),
  ...inWork6,
  ...shareOfCompleters(placement, "placed_6m", "P6M"),
};

const placement12: Indicator = {
  ...common,
  code: "placement_rate_12m",
  title: { fa: "نرخ اشتغال پس از ۱۲ ماه", en: "Placement rate after 12 months" },
  meaning: {
    fa: "سهم افرادی که دوازده ماه پس از پایان دوره شاغل بودند، از همهٔ کسانی که در بازه دوره‌ای را به پایان رساندند.",
    en: "Share of the persons who completed a course in the period who were in employment twelve months after.",
  },
  notCounted: placementNotCounted("دوازده ماه", "twelve months"),
  ...inWork12,
  ...shareOfCompleters(placement, "placed_12m", "P12M"),
};

const hires: Indicator = {
  ...common,
  code: "hires",
  title: { fa: "استخدام‌ها", en: "Hires" },
  meaning: {
    fa: "شمار اشتغال‌هایی که در بازه آغاز شدند. مسیر: از راه سازمان فنی و حرفه‌ای، کاریابی، یا مستقیم.",
    en: "Employment spells begun in the period. Channel: through TVTO, an employment agency, or direct.",
  },
  notCounted: {
    fa: "معرفی‌هایی که به استخدام نرسیدند. کسی که در بازه دو کار آغاز کرده دو بار شمرده می‌شود. از سال‌های پیش از آغاز ثبت تنها استخدام‌هایی دیده می‌شوند که تا آغاز ثبت پابرجا بوده‌اند.",
    en: "Referrals that led to no hire. A person who began two jobs counts twice. Of the years before the register opened only the hires of jobs that lasted until then are seen.",
  },
  unit: "PERSONS",
  decimals: 0,
  definedBy: { fa: "تعریف این سامانه", en: "Defined by this system" },
  formula: { kind: "sum", of: { cube: hiresCube, measure: "hires" } },
};

const replacement: Indicator = {
  ...common,
  code: "replacement_rate",
  title: { fa: "نرخ جایگزینی بازنشستگان", en: "Replacement rate" },
  meaning: {
    fa: "استخدام از راه سازمان فنی و حرفه‌ای نسبت به بازنشستگی‌های پیش‌بینی‌شدهٔ همان سال.",
    en: "Hires through TVTO over the retirements forecast for the same year.",
  },
  notCounted: {
    fa: "استخدام از مسیرهای دیگر. مخرج پیش‌بینی است نه بازنشستگی انجام‌شده.",
    en: "Hires through other channels. The denominator is a forecast, not retirements that took place.",
  },
  unit: "PERCENT",
  decimals: 1,
  definedBy: {
    fa: "تعریف این سامانه، از گفتهٔ کارفرما",
    en: "Defined by this system after an employer's statement",
  },
  formula: {
    kind: "ratio",
    over: { cube: hiresCube, measure: "hires", where: { channel: ["TVTO"] } },
    under: { cube: retirements, measure: "forecast" },
  },
  calendars: ["JALALI"],
  frequencies: ["YEAR"],
};

const replacementTaken: Indicator = {
  ...common,
  code: "replacement_rate_taken",
  title: { fa: "نرخ جایگزینی بازنشستگی‌های انجام‌شده", en: "Replacement rate of retirements taken" },
  meaning: {
    fa: "استخدام از راه سازمان فنی و حرفه‌ای نسبت به بازنشستگی‌هایی که در همان سال آغاز شدند.",
    en: "Hires through TVTO over the retirements that began in the same year.",
  },
  notCounted: {
    fa: "استخدام از مسیرهای دیگر، و بازنشستگی‌های پیش‌بینی‌شده؛ آن‌ها شاخص خود را دارند و با این جمع نمی‌شوند. سازمان، سازمانِ همان کار است؛ اگر آن کار ثبت نشده باشد، کارفرمایی که بازنشستگی را گزارش کرده.",
    en: "Hires through other channels, and retirements that were only forecast: these have an indicator of their own. The organisation is that of the employment, or of the employer who told of it where the employment is not recorded.",
  },
  unit: "PERCENT",
  decimals: 1,
  definedBy: { fa: "تعریف این سامانه", en: "Defined by this system" },
  formula: {
    kind: "ratio",
    over: { cube: hiresCube, measure: "hires", where: { channel: ["TVTO"] } },
    under: { cube: retirementsTaken, measure: "taken" },
  },
  frequencies: ["YEAR"],
};

const employerSatisfaction: Indicator = {
  ...common,
  code: "employer_satisfaction_rate",
  title: { fa: "نرخ کارفرمایان راضی", en: "Satisfied employers" },
  meaning: {
    fa: "سهم کارفرمایانی که میانگین نمره‌هایشان در بازه، دربارهٔ نیروی درخواست‌شده یا استخدام‌شده، ۴ از ۵ یا بیشتر است، از همهٔ کارفرمایانی که در بازه گزارش دادند.",
    en: "Share of the employers whose scores in the period, on those whom they asked for or hired, have a mean of 4 of 5 or more, in all employers that reported in it.",
  },
  notCounted: {
    fa: "کارفرمایانی که گزارش ندادند، و گزارشی که کارفرمایش دانسته نیست. هر کارفرما یک بار، هرچند گزارش داده باشد؛ در شکستِ استان یا رشته در هر خانه با گزارش‌های همان خانه.",
    en: "Employers who did not report, and reports whose employer is not known. Each employer counts once, however many its reports; by province or industry once in each cell, by the reports of that cell.",
  },
  unit: "PERCENT",
  decimals: 1,
  definedBy: { fa: "EQAVET شاخص ۶ب۳", en: "EQAVET indicator 6b3" },
  codes: { eqavet: "6b3" },
  formula: {
    kind: "members",
    of: "organisation",
    over: { cube: satisfaction, measure: "points" },
    under: { cube: satisfaction, measure: "reports" },
    atLeast: 4,
  },
};

export const placementIndicators: readonly Indicator[] = [
  placement6,
  placement12,
  ...destinationIndicators,
  employerSatisfaction,
  hires,
  replacement,
  replacementTaken,
];
