import { everyCalendar, everyFrequency, type Indicator } from "../../engine/indicator.ts";
import { medals } from "./medals.ts";
import { memoranda } from "./memoranda.ts";
import { trainersExchanged } from "./trainers.ts";

const common = {
  theme: "diplomacy",
  calendars: everyCalendar,
  frequencies: everyFrequency,
  codes: {},
  decimals: 0,
  definedBy: {
    fa: "تعریف این سامانه؛ برای آن استاندارد بین‌المللی یافت نشد.",
    en: "Defined by this system; no international standard was found for it.",
  },
} as const;

const trainers: Indicator = {
  ...common,
  code: "trainers_exchanged",
  title: { fa: "مربیان مبادله‌شده", en: "Trainers exchanged" },
  meaning: {
    fa: "مربیان کشورهای دیگر که در ایران، و مربیان ایران که در کشوری دیگر آموزش دیدند؛ در بازه‌ای که آموزش آغاز شد.",
    en: "Trainers of other countries trained in Iran and trainers of Iran trained abroad, in the period in which the training began.",
  },
  notCounted: {
    fa: "کارمندان، مدیران و مهندسانی که برای آموزش رفتند. مربی‌ای که دو بار رفته دو بار شمرده می‌شود.",
    en: "Civil servants, managers and engineers sent abroad. A trainer who went twice counts twice.",
  },
  unit: "PERSONS",
  formula: { kind: "sum", of: { cube: trainersExchanged, measure: "trainers" } },
};

const active: Indicator = {
  ...common,
  code: "active_memoranda",
  title: { fa: "تفاهم‌نامه‌های برقرار", en: "Active memoranda" },
  meaning: {
    fa: "تفاهم‌نامه‌هایی که در روز پایان بازه برقرارند، برای هر کشور؛ تفاهم‌نامهٔ میان طرف‌های ایرانی با کشور ایران شمرده می‌شود.",
    en: "Memoranda in force on the last day of the period, by partner country; one among parties of Iran counts with Iran.",
  },
  notCounted: {
    fa: "تفاهم‌نامه‌های پایان‌یافته. تفاهم‌نامه‌ای با دو کشور برای هر یک و در جمع دو بار شمرده می‌شود. امضای تفاهم‌نامه خودِ همکاری نیست.",
    en: "Memoranda that lapsed. One with two countries counts for each, and twice in their sum. That one was signed says nothing of what came of it.",
  },
  unit: "MEMORANDA",
  formula: { kind: "sum", of: { cube: memoranda, measure: "memoranda" } },
};

const perCompetitor: Indicator = {
  ...common,
  code: "medals_per_competitor",
  title: { fa: "مدال برای هر شرکت‌کننده", en: "Medals per competitor" },
  meaning: {
    fa: "مدال‌های طلا، نقره و برنز نسبت به شرکت‌کنندگانی که در بازه نتیجه گرفتند.",
    en: "Medals of gold, silver and bronze over the competitors who had a result in the period.",
  },
  notCounted: {
    fa: "دیپلم افتخار؛ ثبت‌نام‌شدگانی که نتیجه‌ای ندارند. نتیجه‌ای که نام شرکت‌کننده ندارد برای هر رشته یک شرکت‌کننده است.",
    en: "Medallions for excellence, and registered competitors without a result. Where a result names nobody, a skill has one competitor.",
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
