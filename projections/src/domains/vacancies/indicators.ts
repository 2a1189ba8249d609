import { everyCalendar, everyFrequency, type Indicator, ownDefinition } from "../../engine/indicator.ts";
import { vacancies } from "./vacancies.ts";

const common = {
  theme: "workforce",
  calendars: everyCalendar,
  frequencies: everyFrequency,
  codes: {},
  definedBy: ownDefinition,
} as const;

const fillRate: Indicator = {
  ...common,
  code: "vacancy_fill_rate_90d",
  title: { fa: "نرخ پرشدن فرصت‌های شغلی تا ۹۰ روز", en: "Vacancy fill rate within 90 days" },
  meaning: {
    fa: "سهم فرصت‌های شغلی که تا ۹۰ روز پس از اعلام پر شدند، از همهٔ فرصت‌های شغلی اعلام‌شده در بازه.",
    en: "Share of the posts announced in the period that were filled within 90 days.",
  },
  notCounted: {
    fa: "بازه‌هایی که ۹۰ روز از پایان آن‌ها نگذشته است و استخدام بیش از تعداد اعلام‌شده. فرصت شغلی لغوشده در مخرج می‌ماند.",
    en: "Cohorts whose 90 days have not passed, and hires beyond the number of posts. Withdrawn posts stay in the denominator.",
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
    fa: "میانهٔ تعداد روزها از اعلام تا پرشدن، برای فرصت‌های شغلی که در بازه پر شدند.",
    en: "Median number of days from announcement to filling, for the posts filled in the period.",
  },
  notCounted: {
    fa: "فرصت‌های شغلی پرنشده یا لغوشده و فرصت‌هایی که اعلام آن‌ها ثبت نشده است.",
    en: "Unfilled or withdrawn posts, and filled posts whose announcement was not recorded.",
  },
  unit: "DAYS",
  decimals: 0,
  formula: { kind: "quantile", of: { cube: vacancies, measure: "filled" }, q: 0.5 },
};

export const vacancyIndicators: readonly Indicator[] = [fillRate, daysToFill];
