import { everyCalendar, everyFrequency, type Indicator } from "../../engine/indicator.ts";
import { vacancies } from "./vacancies.ts";

const common = {
  theme: "workforce",
  calendars: everyCalendar,
  frequencies: everyFrequency,
  codes: {},
  definedBy: {
    fa: "تعریف این سامانه؛ برای آن استاندارد بین‌المللی یافت نشد.",
    en: "Defined by this system; no international standard was found for it.",
  },
} as const;

const fillRate: Indicator = {
  ...common,
  code: "vacancy_fill_rate_90d",
  title: { fa: "نرخ پرشدن فرصت‌های شغلی تا ۹۰ روز", en: "Vacancy fill rate within 90 days" },
  meaning: {
    fa: "سهم جایگاه‌هایی که تا ۹۰ روز پس از بازشدن پر شدند، از همهٔ جایگاه‌هایی که در بازه باز شدند.",
    en: "Share of the posts opened in the period that were filled by 90 days after their opening.",
  },
  notCounted: {
    fa: "بازه‌هایی که ۹۰ روز از پایان آن‌ها نگذشته است، و پرشدن بیش از شمار جایگاه‌ها. جایگاهی که پس گرفته شد در مخرج می‌ماند.",
    en: "Cohorts whose 90 days have not passed, and fillings beyond the number of posts. Posts that were withdrawn stay in the denominator.",
  },
  unit: "PERCENT",
  decimals: 1,
  formula: {
    kind: "ratio",
    over: { cube: vacancies, measure: "filled_90d" },
    under: { cube: vacancies, measure: "posts" },
  },
  window: "P90D",
};

const daysToFill: Indicator = {
  ...common,
  code: "days_to_fill_median",
  title: { fa: "روز تا پرشدن فرصت شغلی (میانه)", en: "Days to fill a vacancy (median)" },
  meaning: {
    fa: "میانهٔ روزهای میان بازشدن و پرشدن، برای جایگاه‌هایی که در بازه پر شدند.",
    en: "Median days from opening to filling, for the posts filled in the period.",
  },
  notCounted: {
    fa: "جایگاه‌هایی که هنوز پر نشده یا پس گرفته شده‌اند، و پرشدنِ فرصتی که بازشدنش ثبت نشده است.",
    en: "Posts not yet filled or withdrawn, and fillings of vacancies whose opening was never recorded.",
  },
  unit: "DAYS",
  decimals: 0,
  formula: { kind: "quantile", of: { cube: vacancies, measure: "filled" }, q: 0.5 },
};

export const vacancyIndicators: readonly Indicator[] = [fillRate, daysToFill];
