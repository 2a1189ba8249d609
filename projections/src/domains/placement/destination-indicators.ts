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
  fa: `سهم افرادی که در پیگیریِ ${fa} پس از پایان دوره در کار یافته شدند، مزدبگیر یا خویش‌فرما، از همهٔ کسانی که در بازه دوره‌ای را به پایان رساندند (آخرین دورهٔ هر فرد). نرخ اشتغال پس از ${fa} همین را از کارهایی می‌گوید که کارفرمایان ثبت کرده‌اند، برای همه و بی‌پیگیری.`,
  en: `Share of the persons who completed a course in the period (each by the last) found in work, employed or on their own account, at the check ${en} after. The placement rate after ${en} tells it from the employment that employers recorded, of everybody and without a check.`,
});

const verifiedNotCounted = (fa: string, en: string) => ({
  fa: `بازه‌هایی که ${fa} از پایان آن‌ها نگذشته است. کسی که پیگیری نشد یا وضعش نامعلوم ماند در مخرج می‌ماند؛ پس هرجا تنها نمونه‌ای پیگیری شود نرخ از سهم آن نمونه بیشتر نمی‌شود. از چند پیگیریِ یک موعد تازه‌ترین پذیرفته است.`,
  en: `Cohorts whose ${en} have not passed. Who was not checked, or of whom nothing was found, stays in the denominator: where only a sample is checked, the rate cannot exceed its share. Of several checks of one date the newest holds.`,
});

const verified6: Indicator = {
  ...common,
  code: "placement_verified_rate_6m",
  title: { fa: "نرخ اشتغال در پیگیریِ ۶ ماه", en: "Placement rate at the check after 6 months" },
  meaning: verifiedMeaning("۶ ماه", "6 months"),
  notCounted: verifiedNotCounted("۶ ماه", "6 months"),
  ...inWork6,
  ...shareOfCompleters(destinations, "verified_6m", "P6M"),
};

const verified12: Indicator = {
  ...common,
  code: "placement_verified_rate_12m",
  title: { fa: "نرخ اشتغال در پیگیریِ ۱۲ ماه", en: "Placement rate at the check after 12 months" },
  meaning: verifiedMeaning("۱۲ ماه", "12 months"),
  notCounted: verifiedNotCounted("۱۲ ماه", "12 months"),
  ...inWork12,
  ...shareOfCompleters(destinations, "verified_12m", "P12M"),
};

const knownDestination: Indicator = {
  ...common,
  code: "known_destination_rate_36m",
  title: { fa: "مقصد معلوم پس از ۳۶ ماه", en: "Known destination after 36 months" },
  meaning: {
    fa: "سهم افرادی که در پیگیریِ ۳۶ ماه پس از پایان دوره در کار، در ادامهٔ آموزش یا در مقصد معلوم دیگری بودند، از همهٔ کسانی که در بازه دوره‌ای را به پایان رساندند (آخرین دورهٔ هر فرد).",
    en: "Share of the persons who completed a course in the period (each by the last) found, at the check 36 months after, in work, in further training or at another known destination.",
  },
  notCounted: {
    fa: "بازه‌هایی که ۳۶ ماه از پایان آن‌ها نگذشته است. کسی که پیگیری نشد یا مقصدش نامعلوم ماند در مخرج می‌ماند.",
    en: "Cohorts whose 36 months have not passed. Who was not checked, or of whom nothing was found, stays in the denominator.",
  },
  definedBy: { fa: "EQAVET شاخص ۵الف", en: "EQAVET indicator 5a" },
  codes: { eqavet: "5a" },
  ...shareOfCompleters(destinations, "known_36m", "P36M"),
};

const occupationMatch: Indicator = {
  ...common,
  code: "occupation_match_rate_12m",
  title: { fa: "تطابق شغل با آموزش پس از ۱۲ ماه", en: "Occupation match after 12 months" },
  meaning: {
    fa: "سهم کسانی که شغلشان در پیگیریِ ۱۲ ماه پس از پایان دوره از گروه‌های شغلی (دو رقم ISCO) استانداردِ دوره بود، از همهٔ کسانی که در آن روز شاغل بودند و شغلشان معلوم است.",
    en: "Share of the persons in work at the check 12 months after completing, in an occupation that is known, whose occupation (two digits of ISCO) is among those of the course's standard.",
  },
  notCounted: {
    fa: "کسانی که شاغل نبودند یا شغلشان معلوم نیست. اگر گروه شغل یا استاندارد ناشناخته باشد، گفتهٔ پیگیری‌کننده دربارهٔ تطابق پذیرفته می‌شود. بازنگری‌های استاندارد دیده نمی‌شوند.",
    en: "Persons out of work or whose occupation is not known. Where the code or the standard is not known, the verifier's word on the match is taken. Revisions of the standard are not looked at.",
  },
  unit: "PERCENT",
  decimals: 1,
  definedBy: { fa: "EQAVET شاخص ۶الف", en: "EQAVET indicator 6a" },
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
