import { everyCalendar, type Indicator } from "../../engine/indicator.ts";
import { national } from "./national.ts";
import { revisions } from "./revisions.ts";

const common = { theme: "reported", calendars: ["GREGORIAN"], frequencies: ["YEAR"], codes: {} } as const;
const known = {
  fa: "نسخه‌هایی که وارد نشده‌اند. رقم از روزی دانسته است که وارد شد، نه از روزی که ناشر آن را منتشر کرد.",
  en: "Vintages nobody imported. A figure is known here from the day of its import, not from that of its publication.",
};

const productivity: Indicator = {
  ...common,
  code: "labour_productivity",
  title: { fa: "بهره‌وری نیروی کار", en: "Labour productivity" },
  meaning: {
    fa: "تولید ناخالص داخلی به قیمت ثابت (NY.GDP.MKTP.KD) نسبت به شاغلان (EMP_2EMP_SEX_STE_NB_A)، هر دو از سری‌های واردشده؛ به تفکیک کشور خوانده شود.",
    en: "GDP at constant prices (NY.GDP.MKTP.KD) over employed persons (EMP_2EMP_SEX_STE_NB_A), both from imported series; to be read by country.",
  },
  notCounted: {
    fa: `سالی که یکی از دو سری را ندارد. ${known.fa}`,
    en: `Years for which one of the two is missing. ${known.en}`,
  },
  unit: "USD_PER_PERSON",
  decimals: 0,
  definedBy: {
    fa: "سازمان بین‌المللی کار؛ شاخص SDG 8.2.1 نرخ رشد همین است",
    en: "ILO; SDG indicator 8.2.1 is its rate of growth",
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
    fa: "میانگین قدر مطلق تفاوت هر رقم با نسخهٔ پیش از آن، به واحد خود سری، برای رقم‌های آن بازه؛ تنها برای یک سری معنا دارد.",
    en: "Mean of the absolute difference between a figure and the vintage before it, in the unit of the series, of the figures for the period; it has a meaning only for one series.",
  },
  notCounted: {
    fa: `رقم‌هایی که یک نسخه دارند. رقمی که بی‌تغییر بازگفته شد با صفر شمرده می‌شود. ${known.fa}`,
    en: `Figures of one vintage only. One stated anew without a change counts with zero. ${known.en}`,
  },
  unit: "RATIO",
  decimals: 2,
  definedBy: {
    fa: "میانگین قدر مطلق بازنگری، چنان‌که در تحلیل بازنگری سازمان همکاری و توسعهٔ اقتصادی",
    en: "Mean absolute revision, as in revision analysis of the OECD",
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
  title: { fa: "میانهٔ تأخیر انتشار", en: "Publication delay, median days" },
  meaning: {
    fa: "میانهٔ روزها از پایان دورهٔ رقم تا نخستین نسخه‌ای که آن را دارد.",
    en: "Median of the days from the end of a figure's period to the first vintage that has it.",
  },
  notCounted: {
    fa: `رقم‌های نخستین نسخهٔ واردشدهٔ هر سری، که شاید پیش‌تر منتشر شده باشند. ${known.fa}`,
    en: `The figures of the first vintage imported of a series, which may have been published before. ${known.en}`,
  },
  unit: "DAYS",
  decimals: 0,
  definedBy: { fa: "تعریف این سامانه", en: "Defined by this system" },
  formula: { kind: "quantile", of: { cube: revisions, measure: "published" }, q: 0.5 },
};

/** What official series say of a country, and how steady they are. */
export const reportedIndicators: readonly Indicator[] = [productivity, meanRevision, publicationDelay];
