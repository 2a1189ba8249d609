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
    fa: "افرادی که دست‌کم یک روز بیمه در ماه دارند، نسبت به افرادی که در همان ماه شاغل بوده‌اند.",
    en: "Persons with at least one insured day in the month over persons employed in it.",
  },
  notCounted: {
    fa: "خانوادهٔ تحت پوشش، بازنشستگان و بیمه‌شدگان اختیاری: این نرخِ بیمه‌پردازان است. در شکستِ رشته، بیمه‌پرداز در رشته‌ای شمرده می‌شود که بیشترِ روزهای بیمه‌اش در آن است و شاغل در رشتهٔ کارِ پیشین‌ترش. اصلاحی که ماهِ فهرستش را نگوید دیده نمی‌شود. فهرست‌ها ماه شمسی دارند و به ماه میلادی بخش‌پذیر نیستند.",
    en: "Dependants, pensioners and the voluntarily insured: these are contributors. By industry a contributor counts where most of the insured days were, an employed person in the earlier of two jobs. An amendment that does not say the month of its list is not seen. Lists are by Jalali month and cannot be split into Gregorian ones.",
  },
  unit: "PERCENT",
  decimals: 1,
  definedBy: {
    fa: "تعریف این سامانه؛ صورت کسر از فهرست‌های حق بیمه",
    en: "Defined by this system; the numerator comes from contribution lists",
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
    fa: "شمار افرادی که در روز پایان بازه زیر پوشش بیمهٔ اجتماعی‌اند.",
    en: "Persons under social insurance on the last day of the period.",
  },
  notCounted: {
    fa: "اعضای خانوادهٔ بیمه‌شدگان، بازنشستگان و خانواده‌های آنان. با شمارِ «افراد تحت پوشش» در اخبار یکی نیست. از سال‌های پیش از آغاز ثبت تنها پوشش‌هایی دیده می‌شوند که تا آغاز ثبت پابرجا بوده‌اند.",
    en: "Dependants, pensioners and their dependants. It is not the “covered” of the news. Of the years before the register opened only covers that lasted until then are seen.",
  },
  unit: "PERSONS",
  decimals: 0,
  definedBy: {
    fa: "شمار ثبتی؛ هم‌معنای SDG 1.3.1 نیست",
    en: "A register count; not the numerator of SDG 1.3.1",
  },
  codes: {},
  formula: { kind: "sum", of: { cube: coverage, measure: "covered" } },
  calendars: everyCalendar,
  frequencies: everyFrequency,
};

export const insuranceIndicators: readonly Indicator[] = [coverageRate, covered];
