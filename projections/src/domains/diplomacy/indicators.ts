import { everyCalendar, everyFrequency, type Indicator, ownDefinition } from "../../engine/indicator.ts";
import { medals } from "./medals.ts";
import { memoranda } from "./memoranda.ts";
import { trainersExchanged } from "./trainers.ts";

const common = {
  theme: "diplomacy",
  calendars: everyCalendar,
  frequencies: everyFrequency,
  codes: {},
  decimals: 0,
  definedBy: ownDefinition,
} as const;

const trainers: Indicator = {
  ...common,
  code: "trainers_exchanged",
  title: { fa: "مربیان مبادله‌شده", en: "Trainers exchanged" },
  meaning: {
    fa: "تعداد مربیان کشورهای دیگر که در ایران آموزش دیدند و مربیان ایران که در کشوری دیگر آموزش دیدند، در بازهٔ آغاز آموزش.",
    en: "Number of foreign trainers trained in Iran and Iranian trainers trained abroad, in the period in which the training began.",
  },
  notCounted: {
    fa: "کارمندان، مدیران و مهندسان اعزام‌شده. مربی‌ای که دو بار اعزام شده است دو بار شمرده می‌شود.",
    en: "Civil servants, managers and engineers sent abroad. A trainer sent twice counts twice.",
  },
  unit: "PERSONS",
  formula: { kind: "sum", of: { cube: trainersExchanged, measure: "trainers" } },
};

const active: Indicator = {
  ...common,
  code: "active_memoranda",
  title: { fa: "تفاهم‌نامه‌های معتبر", en: "Active memoranda" },
  meaning: {
    fa: "تعداد تفاهم‌نامه‌های معتبر در آخرین روز بازه، به تفکیک کشور طرف. تفاهم‌نامهٔ میان طرف‌های ایرانی برای ایران شمرده می‌شود.",
    en: "Number of memoranda in force on the last day of the period, by partner country. A memorandum between Iranian parties counts for Iran.",
  },
  notCounted: {
    fa: "تفاهم‌نامه‌های پایان‌یافته. تفاهم‌نامه با دو کشور برای هر کشور یک بار و در جمع دو بار شمرده می‌شود. این شاخص اجرای تفاهم‌نامه را نشان نمی‌دهد.",
    en: "Lapsed memoranda. A memorandum with two countries counts for each, and twice in the sum. The indicator does not show whether a memorandum is carried out.",
  },
  unit: "MEMORANDA",
  formula: { kind: "sum", of: { cube: memoranda, measure: "memoranda" } },
};

const perCompetitor: Indicator = {
  ...common,
  code: "medals_per_competitor",
  title: { fa: "مدال به ازای هر شرکت‌کننده", en: "Medals per competitor" },
  meaning: {
    fa: "تعداد مدال‌های طلا، نقره و برنز به ازای هر شرکت‌کننده‌ای که نتیجهٔ او در بازه اعلام شد.",
    en: "Gold, silver and bronze medals per competitor with a result in the period.",
  },
  notCounted: {
    fa: "دیپلم افتخار و ثبت‌نام‌شدگان بدون نتیجه. نتیجهٔ بدون شرکت‌کنندهٔ مشخص برای هر رشته یک شرکت‌کننده شمرده می‌شود.",
    en: "Medallions for excellence, and registered competitors without a result. A result that names no competitor counts as one competitor per skill.",
  },
  unit: "RATIO",
  decimals: 2,
  formula: {
    kind: "ratio",
    over: { cube: medals, measure: "medals" },
    under: { cube: medals, measure: "competitors" },
  },
};

/** Skill diplomacy: people, papers and medals. */
export const diplomacyIndicators: readonly Indicator[] = [trainers, active, perCompetitor];
