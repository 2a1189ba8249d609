import { everyCalendar, everyFrequency, type Indicator } from "../../engine/indicator.ts";
import { destinations } from "./destinations.ts";
import { inWork6, inWork12, shareOfCompleters } from "./share-of-completers.ts";

const common = {
  theme: "placement",
  calendars: everyCalendar,
  frequencies: everyFrequency,
  codes: {},
} as const;

const verifiedMeaning = (fa: string, en: string) => ({
  fa: `سهم افرادی که در پیگیری ${fa} پس از پایان دوره شاغل بودند (مزد و حقوق‌بگیر یا خویش‌فرما)، از همهٔ کسانی که در بازه دوره‌ای را به پایان رساندند (آخرین دورهٔ هر فرد). شاخص «نرخ اشتغال پس از ${fa}» به جای پیگیری بر اشتغال ثبت‌شدهٔ کارفرمایان تکیه دارد و همهٔ افراد را در بر می‌گیرد.`,
  en: `Share of the persons who completed a course in the period (each by their last course) who were found in work, as employees or self-employed, at the follow-up ${en} after completion. The placement rate after ${en} uses the employment that employers recorded instead of a follow-up, and covers everybody.`,
});

const verifiedNotCounted = (fa: string, en: string) => ({
  fa: `بازه‌هایی که ${fa} از پایان آن‌ها نگذشته است. کسانی که پیگیری نشدند یا وضعیت آنان نامعلوم ماند در مخرج می‌مانند؛ بنابراین اگر تنها یک نمونه پیگیری شود، نرخ از سهم آن نمونه بیشتر نمی‌شود. از چند پیگیری یک موعد، آخرین پیگیری به حساب می‌آید.`,
  en: `Cohorts whose ${en} have not passed. Persons not followed up, or with an unknown result, stay in the denominator: if only a sample is followed up, the rate cannot exceed the sample's share. Of several follow-ups for one date, the latest counts.`,
});

const verified6: Indicator = {
  ...common,
  code: "placement_verified_rate_6m",
  title: { fa: "نرخ اشتغال در پیگیری ۶ ماهه", en: "Placement rate at the 6-month follow-up" },
  meaning: verifiedMeaning("۶ ماه", "6 months"),
  notCounted: verifiedNotCounted("۶ ماه", "6 months"),
  ...inWork6,
  ...shareOfCompleters(destinations, "verified_6m", "P6M"),
};

const verified12: Indicator = {
  ...common,
  code: "placement_verified_rate_12m",
  title: { fa: "نرخ اشتغال در پیگیری ۱۲ ماهه", en: "Placement rate at the 12-month follow-up" },
  meaning: verifiedMeaning("۱۲ ماه", "12 months"),
  notCounted: verifiedNotCounted("۱۲ ماه", "12 months"),
  ...inWork12,
  ...shareOfCompleters(destinations, "verified_12m", "P12M"),
};

const knownDestination: Indicator = {
  ...common,
  code: "known_destination_rate_36m",
  title: { fa: "وضعیت معلوم پس از ۳۶ ماه", en: "Known destination after 36 months" },
  meaning: {
    fa: "سهم افرادی که در پیگیری ۳۶ ماه پس از پایان دوره شاغل، در حال ادامهٔ آموزش یا در وضعیت معلوم دیگری بودند، از همهٔ کسانی که در بازه دوره‌ای را به پایان رساندند (آخرین دورهٔ هر فرد).",
    en: "Share of the persons who completed a course in the period (each by their last course) who were in work, in further training or at another known destination at the follow-up 36 months after completion.",
  },
  notCounted: {
    fa: "بازه‌هایی که ۳۶ ماه از پایان آن‌ها نگذشته است. کسانی که پیگیری نشدند یا وضعیت آنان نامعلوم ماند در مخرج می‌مانند.",
    en: "Cohorts whose 36 months have not passed. Persons not followed up, or with an unknown result, stay in the denominator.",
  },
  definedBy: { fa: "شاخص ۵الف چارچوب اروپایی تضمین کیفیت (EQAVET)", en: "EQAVET indicator 5a" },
  codes: { eqavet: "5a" },
  ...shareOfCompleters(destinations, "known_36m", "P36M"),
};

const occupationMatch: Indicator = {
  ...common,
  code: "occupation_match_rate_12m",
  title: { fa: "تطابق شغل با آموزش پس از ۱۲ ماه", en: "Occupation match after 12 months" },
  meaning: {
    fa: "سهم کسانی که شغل آنان در پیگیری ۱۲ ماه پس از پایان دوره در گروه‌های شغلی استاندارد دوره بود (دو رقم طبقه‌بندی بین‌المللی مشاغل)، از همهٔ کسانی که در آن پیگیری شاغل بودند و شغل آنان معلوم است.",
    en: "Share of the persons in work with a known occupation at the follow-up 12 months after completion whose occupation (two digits of ISCO) is among those of the course's standard.",
  },
  notCounted: {
    fa: "کسانی که شاغل نبودند یا شغل آنان معلوم نیست. اگر گروه شغلی یا استاندارد نامعلوم باشد، نظر پیگیری‌کننده دربارهٔ تطابق به حساب می‌آید. بازنگری‌های استاندارد به حساب نمی‌آیند.",
    en: "Persons not in work or with an unknown occupation. If the occupation or the standard is unknown, the match stated at the follow-up counts. Revisions of the standard are not used.",
  },
  unit: "PERCENT",
  decimals: 1,
  definedBy: { fa: "شاخص ۶الف چارچوب اروپایی تضمین کیفیت (EQAVET)", en: "EQAVET indicator 6a" },
  codes: { eqavet: "6a" },
  formula: {
    kind: "ratio",
    over: { cube: destinations, measure: "matched_12m" },
    under: { cube: destinations, measure: "occupation_known_12m" },
  },
  window: "P12M",
};

/** What checks after the course found of those who completed it. */
export const destinationIndicators: readonly Indicator[] = [
  verified6,
  verified12,
  knownDestination,
  occupationMatch,
];
