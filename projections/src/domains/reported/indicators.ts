import { everyCalendar, type Indicator } from "../../engine/indicator.ts";
import { national } from "./national.ts";
import { revisions } from "./revisions.ts";

const common = { theme: "reported", calendars: ["GREGORIAN"], frequencies: ["YEAR"], codes: {} } as const;
const known = {
  fa: "نسخه‌هایی که وارد نشده‌اند. هر رقم از روز واردشدن آن به حساب می‌آید، نه از روز انتشار.",
  en: "Vintages that were not imported. A figure counts from the day of its import, not of its publication.",
};

const productivity: Indicator = {
  ...common,
  code: "labour_productivity",
  title: { fa: "بهره‌وری نیروی کار", en: "Labour productivity" },
  meaning: {
    fa: "نسبت تولید ناخالص داخلی به قیمت ثابت (سری بانک جهانی) به تعداد شاغلان (سری سازمان بین‌المللی کار)، هر دو از سری‌های واردشده. به تفکیک کشور معنا دارد.",
    en: "GDP at constant prices (World Bank series NY.GDP.MKTP.KD) per employed person (ILO series EMP_2EMP_SEX_STE_NB_A), both from imported series. Use it by country.",
  },
  notCounted: {
    fa: `سال‌هایی که یکی از دو سری برای آن‌ها مقداری ندارد. ${known.fa}`,
    en: `Years without a value in one of the two series. ${known.en}`,
  },
  unit: "USD_PER_PERSON",
  decimals: 0,
  definedBy: {
    fa: "سازمان بین‌المللی کار؛ شاخص ۸٫۲٫۱ اهداف توسعهٔ پایدار نرخ رشد آن است",
    en: "ILO; SDG indicator 8.2.1 is its growth rate",
  },
  codes: { sdg: "8.2.1" },
  formula: {
    kind: "ratio",
    over: { cube: national, measure: "output" },
    under: { cube: national, measure: "employed" },
  },
};

const meanRevision: Indicator = {
  ...common,
  code: "mean_absolute_revision",
  title: { fa: "میانگین قدر مطلق بازنگری", en: "Mean absolute revision" },
  meaning: {
    fa: "میانگین قدر مطلق تفاوت هر رقم با نسخهٔ پیشین آن، به واحد سری، برای رقم‌های بازه. تنها برای یک سری معنا دارد.",
    en: "Mean absolute difference between a figure and its previous vintage, in the unit of the series, for the figures of the period. Meaningful for one series only.",
  },
  notCounted: {
    fa: `رقم‌هایی که تنها یک نسخه دارند. رقمی که بدون تغییر دوباره منتشر شود با صفر شمرده می‌شود. ${known.fa}`,
    en: `Figures with one vintage only. A figure published again without a change counts as zero. ${known.en}`,
  },
  unit: "RATIO",
  decimals: 2,
  definedBy: {
    fa: "میانگین قدر مطلق بازنگری، طبق روش تحلیل بازنگری سازمان همکاری و توسعهٔ اقتصادی",
    en: "Mean absolute revision, as in the OECD's revision analysis",
  },
  formula: {
    kind: "ratio",
    over: { cube: revisions, measure: "absolute_change" },
    under: { cube: revisions, measure: "restated" },
  },
};

const publicationDelay: Indicator = {
  ...common,
  calendars: everyCalendar,
  code: "publication_delay_days_median",
  title: { fa: "تأخیر انتشار (میانهٔ روزها)", en: "Publication delay (median days)" },
  meaning: {
    fa: "میانهٔ تعداد روزها از پایان دورهٔ مرجع رقم تا نخستین نسخهٔ دارای آن.",
    en: "Median number of days from the end of a figure's period to the first vintage with that figure.",
  },
  notCounted: {
    fa: `رقم‌های نخستین نسخهٔ واردشدهٔ هر سری، که ممکن است پیش‌تر منتشر شده باشند. ${known.fa}`,
    en: `Figures of a series' first imported vintage, which may have been published before. ${known.en}`,
  },
  unit: "DAYS",
  decimals: 0,
  definedBy: { fa: "تعریف کارنامه", en: "Defined by Karnameh" },
  formula: { kind: "quantile", of: { cube: revisions, measure: "published" }, q: 0.5 },
};

/** Figures of official series by country, and how much and how late they are revised. */
export const reportedIndicators: readonly Indicator[] = [productivity, meanRevision, publicationDelay];
