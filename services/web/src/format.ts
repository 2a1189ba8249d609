import {
  type Calendar,
  type Period,
  periodLabel,
  periodOf,
  toJalali,
  toPersianDigits,
} from "@karnameh/schema/calendar";
import { titleOf } from "@karnameh/schema/codelists";
import type { Lang } from "@karnameh/schema/text";
import { messages } from "./messages.ts";

const LOCALES: Readonly<Record<Lang, string>> = { fa: "fa-IR", en: "en-GB" };
const formats = new Map<string, Intl.NumberFormat>();

const numberFormat = (lang: Lang, key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
  const name = `${lang} ${key}`;
  const format = formats.get(name) ?? new Intl.NumberFormat(LOCALES[lang], options);
  formats.set(name, format);
  return format;
};

/** A number with a fixed count of decimals, grouped, in the digits of the language. */
export const formatNumber = (value: number | bigint, lang: Lang, decimals = 0): string =>
  numberFormat(lang, `fixed ${decimals}`, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);

/** A year is not grouped: 2016, not 2,016. */
const isYear = (unit: string): boolean => unit.endsWith("_YEAR");

/** A stated figure with its own decimals, at most three. */
export const formatStated = (value: number, lang: Lang, unit: string): string =>
  isYear(unit)
    ? numberFormat(lang, "year", { useGrouping: false }).format(value)
    : numberFormat(lang, "stated", { maximumFractionDigits: 3 }).format(value);

/** A short number for an axis: `12K`, `۱۲ هزار`. */
export const formatShort = (value: number, lang: Lang): string =>
  numberFormat(lang, "short", { notation: "compact", maximumFractionDigits: 1 }).format(value);

/** Percent points as a share: 12.5 is `12.5%`, `۱۲٫۵٪`. */
export const formatPercent = (value: number, lang: Lang): string =>
  numberFormat(lang, "percent", { style: "percent", maximumFractionDigits: 1 }).format(value / 100);

/** A position in the event log, which may exceed the safe integers. */
export const formatPosition = (position: string, lang: Lang): string => formatNumber(BigInt(position), lang);

/** A text that is not a quantity, such as a day of a month, in the digits of the language. */
export const formatDigits = (text: string, lang: Lang): string =>
  lang === "fa" ? toPersianDigits(text) : text;

/** The singular of a unit: "person-days per 1,000 employees" becomes "person-day per …", "countries" becomes "country". */
const singular = (title: string): string =>
  title
    .replace(/^memoranda/, "memorandum")
    .replace(/ies$/, "y")
    .replace(/s(?= of | per | or |$)/, "");

/** The first word of units that keep their capital inside a sentence. */
const PROPER_NAME = /^(Gregorian|Jalali|Iranian|US) /;

/** The name of a unit after a formatted number, or in a column head. */
export const formatUnit = (unit: string, lang: Lang, number?: string): string => {
  const title = titleOf("CL_UNIT", unit, lang);
  if (lang === "fa") return title;
  const name = PROPER_NAME.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
  return number === "1" ? singular(name) : name;
};

const dayIn = (day: string, calendar: Calendar, lang: Lang): string => {
  const date = calendar === "JALALI" ? toJalali(day).day : Number(day.slice(8));
  return `${formatDigits(String(date), lang)} ${periodLabel(periodOf(day, calendar, "MONTH"), lang)}`;
};

/** A date in both calendars, the reader's own first. */
export const formatDay = (day: string, lang: Lang): string =>
  lang === "fa"
    ? `${dayIn(day, "JALALI", lang)} (${dayIn(day, "GREGORIAN", lang)})`
    : `${dayIn(day, "GREGORIAN", lang)} (${dayIn(day, "JALALI", lang)})`;

export const formatPeriod = (period: Period, lang: Lang): string => periodLabel(period, lang);

/** The Gregorian dates of a Jalali period, on English pages; otherwise undefined. */
export const gregorianNote = (period: Period, lang: Lang): string | undefined =>
  lang === "en" && period.calendar === "JALALI"
    ? `${dayIn(period.from, "GREGORIAN", lang)} – ${dayIn(period.to, "GREGORIAN", lang)}`
    : undefined;

/** Elapsed time in its largest whole unit. */
export const formatAge = (seconds: number, lang: Lang): string => {
  const text = messages[lang];
  if (seconds < 60) return text.momentAgo;
  if (seconds < 3_600) return text.minutesAgo(formatNumber(Math.floor(seconds / 60), lang));
  if (seconds < 172_800) return text.hoursAgo(formatNumber(Math.floor(seconds / 3_600), lang));
  return text.daysAgo(formatNumber(Math.floor(seconds / 86_400), lang));
};
