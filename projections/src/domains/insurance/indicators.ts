import { everyCalendar, everyFrequency, type Indicator } from "../../engine/indicator.ts";
import { coverage } from "./coverage.ts";
import { employedMonths } from "./employed-months.ts";
import { insuredMonths } from "./insured-months.ts";
import { LISTS_SENT } from "./scheme-indicators.ts";

const coverageRate: Indicator = {
  code: "insurance_coverage_rate",
  theme: "insurance",
  title: { fa: "نرخ پوشش بیمه", en: "Insurance coverage rate" },
  meaning: {
    fa: "نسبت افرادی که در ماه دست‌کم یک روز سابقهٔ بیمه دارند به افرادی که در همان ماه شاغل بوده‌اند.",
    en: "Persons with at least one insured day in the month as a percentage of the persons employed in the month.",
  },
  notCounted: {
    fa: "بیمه‌شدگان تبعی، بازنشستگان و بیمه‌شدگان اختیاری: این نرخ بیمه‌پردازان است. به تفکیک رشتهٔ فعالیت، بیمه‌پرداز در رشته‌ای شمرده می‌شود که بیشترین روزهای بیمه را در آن دارد و شاغل در رشتهٔ شغل قدیمی‌تر خود. اصلاحیه‌ای که ماه لیست را مشخص نکند به حساب نمی‌آید. لیست‌ها به ماه شمسی‌اند و به ماه میلادی تقسیم نمی‌شوند.",
    en: "Dependants, pensioners and voluntarily insured persons: the rate is about contributors. By industry, a contributor counts in the industry with most insured days, an employed person in the industry of the earlier job. Amendments without the month of their list do not count. Lists are for Jalali months and cannot be split into Gregorian months.",
  },
  unit: "PERCENT",
  decimals: 1,
  definedBy: {
    fa: "تعریف کارنامه؛ صورت کسر از لیست‌های بیمه",
    en: "Defined by Karnameh; the numerator comes from contribution lists",
  },
  codes: {},
  formula: {
    kind: "ratio",
    over: { cube: insuredMonths, measure: "insured" },
    under: { cube: employedMonths, measure: "employed_in_month" },
  },
  window: LISTS_SENT,
  calendars: ["JALALI"],
  frequencies: ["MONTH"],
};

const covered: Indicator = {
  code: "covered_persons",
  theme: "insurance",
  title: { fa: "بیمه‌شدگان", en: "Covered persons" },
  meaning: {
    fa: "تعداد افرادی که در آخرین روز بازه زیر پوشش بیمهٔ اجتماعی‌اند.",
    en: "Number of persons covered by social insurance on the last day of the period.",
  },
  notCounted: {
    fa: "بیمه‌شدگان تبعی، مستمری‌بگیران و افراد تبعی آنان. این رقم با تعداد «افراد تحت پوشش» در اخبار یکی نیست. از سال‌های پیش از آغاز ثبت، تنها پوشش‌هایی دیده می‌شوند که تا آغاز ثبت ادامه داشتند.",
    en: "Dependants, pensioners and their dependants. It is not the number of “covered” persons in the news. For the years before the register opened, only coverage that lasted until then is included.",
  },
  unit: "PERSONS",
  decimals: 0,
  definedBy: {
    fa: "رقم ثبتی؛ معادل شاخص ۱٫۳٫۱ اهداف توسعهٔ پایدار نیست",
    en: "A register count; not the numerator of SDG 1.3.1",
  },
  codes: {},
  formula: { kind: "sum", of: { cube: coverage, measure: "covered" } },
  calendars: everyCalendar,
  frequencies: everyFrequency,
};

export const insuranceIndicators: readonly Indicator[] = [coverageRate, covered];
