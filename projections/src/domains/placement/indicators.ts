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
  fa: `بازه‌هایی که ${fa} از پایان آن‌ها نگذشته است: پیش از آن عددی منتشر نمی‌شود. کاری که هیچ کارفرمایی ثبت نکرده است شمرده نمی‌شود. نتیجهٔ پیگیری پس از دوره شاخص جداگانه‌ای دارد.`,
  en: `Cohorts whose ${en} have not passed: the period has no value until then. Work that no employer recorded. Results of follow-ups after the course have their own indicator.`,
});

const placement6: Indicator = {
  ...common,
  code: "placement_rate_6m",
  title: { fa: "نرخ اشتغال پس از ۶ ماه", en: "Placement rate after 6 months" },
  meaning: {
    fa: "سهم افرادی که شش ماه پس از پایان دوره شاغل بودند، از همهٔ کسانی که در بازه دوره‌ای را به پایان رساندند (آخرین دورهٔ هر فرد).",
    en: "Share of the persons who completed a course in the period (each by their last course) who were employed six months later.",
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
    fa: "سهم افرادی که دوازده ماه پس از پایان دوره شاغل بودند، از همهٔ کسانی که در بازه دوره‌ای را به پایان رساندند (آخرین دورهٔ هر فرد).",
    en: "Share of the persons who completed a course in the period (each by their last course) who were employed twelve months later.",
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
    fa: "تعداد دوره‌های اشتغالی که در بازه آغاز شدند. شیوهٔ استخدام: از طریق سازمان آموزش فنی و حرفه‌ای کشور، کاریابی یا مستقیم.",
    en: "Number of employment spells begun in the period. The channel is the Technical and Vocational Training Organization, an employment agency, or direct.",
  },
  notCounted: {
    fa: "معرفی‌هایی که به استخدام نینجامید. کسی که در بازه دو کار را آغاز کرده است دو بار شمرده می‌شود. از سال‌های پیش از آغاز ثبت، تنها استخدام‌هایی دیده می‌شوند که تا آغاز ثبت ادامه داشتند.",
    en: "Referrals without a hire. A person who began two jobs counts twice. For the years before the register opened, only hires for jobs that lasted until then are included.",
  },
  unit: "PERSONS",
  decimals: 0,
  definedBy: { fa: "تعریف کارنامه", en: "Defined by Karnameh" },
  formula: { kind: "sum", of: { cube: hiresCube, measure: "hires" } },
};

const replacement: Indicator = {
  ...common,
  code: "replacement_rate",
  title: { fa: "نرخ جایگزینی بازنشستگی‌های پیش‌بینی‌شده", en: "Replacement rate of retirements forecast" },
  meaning: {
    fa: "نسبت استخدام از طریق سازمان آموزش فنی و حرفه‌ای کشور به بازنشستگی‌های پیش‌بینی‌شدهٔ همان سال.",
    en: "Hires through the Technical and Vocational Training Organization as a percentage of the retirements forecast for the same year.",
  },
  notCounted: {
    fa: "استخدام از راه‌های دیگر. مخرج کسر پیش‌بینی است، نه بازنشستگی انجام‌شده.",
    en: "Hires through other channels. The denominator is a forecast, not actual retirements.",
  },
  unit: "PERCENT",
  decimals: 1,
  definedBy: {
    fa: "تعریف کارنامه، بر پایهٔ اعلام کارفرما",
    en: "Defined by Karnameh, after an employer's statement",
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
    fa: "نسبت استخدام از طریق سازمان آموزش فنی و حرفه‌ای کشور به بازنشستگی‌هایی که در همان سال آغاز شدند.",
    en: "Hires through the Technical and Vocational Training Organization as a percentage of the retirements that began in the same year.",
  },
  notCounted: {
    fa: "استخدام از راه‌های دیگر و بازنشستگی‌های پیش‌بینی‌شده، که شاخص جداگانه‌ای دارند. سازمان، سازمان همان اشتغال است؛ اگر اشتغال ثبت نشده باشد، کارفرمایی که بازنشستگی را گزارش کرده است.",
    en: "Hires through other channels, and retirements that were only forecast, which have their own indicator. The organisation is that of the employment or, if the employment is not recorded, the employer that reported the retirement.",
  },
  unit: "PERCENT",
  decimals: 1,
  definedBy: { fa: "تعریف کارنامه", en: "Defined by Karnameh" },
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
  title: { fa: "نرخ کارفرمایان راضی", en: "Share of satisfied employers" },
  meaning: {
    fa: "سهم کارفرمایانی که میانگین امتیاز آنان در بازه به نیروی درخواست‌شده یا استخدام‌شده ۴ از ۵ یا بیشتر است، از همهٔ کارفرمایانی که در بازه گزارش دادند.",
    en: "Share of the employers whose mean score in the period for requested or hired workers is at least 4 of 5, among all employers that reported in the period.",
  },
  notCounted: {
    fa: "کارفرمایانی که گزارش ندادند و گزارش‌هایی که کارفرمای آن‌ها نامعلوم است. هر کارفرما یک بار شمرده می‌شود، هر چند گزارش داده باشد. به تفکیک استان یا رشتهٔ فعالیت، هر کارفرما در هر خانه یک بار و با گزارش‌های همان خانه شمرده می‌شود.",
    en: "Employers that did not report, and reports whose employer is unknown. Each employer counts once, however many reports it gave; by province or industry, once in each cell with the reports of that cell.",
  },
  unit: "PERCENT",
  decimals: 1,
  definedBy: { fa: "شاخص ۶ب۳ چارچوب اروپایی تضمین کیفیت (EQAVET)", en: "EQAVET indicator 6b3" },
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
