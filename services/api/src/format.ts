import { type Calendar, type Period, toJalali, toPersianDigits } from "@karnameh/schema/calendar";
import { MONTHS } from "@karnameh/schema/calendar-names";
import type { Text } from "@karnameh/schema/text";

const formats = new Map<string, { readonly fa: Intl.NumberFormat; readonly en: Intl.NumberFormat }>();

const formatsOf = (decimals: number, useGrouping: boolean) => {
  const key = `${decimals} ${useGrouping}`;
  const known = formats.get(key);
  if (known) return known;
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping };
  const made = { fa: new Intl.NumberFormat("fa-IR", options), en: new Intl.NumberFormat("en-GB", options) };
  formats.set(key, made);
  return made;
};

/** Rounds and formats a number: `۲٬۸۶۱٬۰۰۰` and `2,861,000`; with a percent sign if the unit is percent; a year as `2016`. */
export const formatNumber = (value: number, decimals: number, unit: string): Text => {
  const { fa, en } = formatsOf(decimals, !unit.endsWith("_YEAR"));
  const [percentFa, percentEn] = unit === "PERCENT" ? ["٪", " %"] : ["", ""];
  return { fa: `${fa.format(value)}${percentFa}`, en: `${en.format(value)}${percentEn}` };
};

const formatDay = (day: string, calendar: Calendar): Text => {
  const [year = 0, month = 0, date = 0] = calendar === "GREGORIAN" ? day.split("-").map(Number) : [];
  const parts = calendar === "JALALI" ? toJalali(day) : { year, month, day: date };
  const { fa, en } = MONTHS[calendar];
  return {
    fa: toPersianDigits(`${parts.day} ${fa[parts.month - 1]} ${parts.year}`),
    en: `${parts.day} ${en[parts.month - 1]} ${parts.year}`,
  };
};

/** The first and last day of a period in one of the calendars. */
export const formatBounds = ({ from, to }: Pick<Period, "from" | "to">, calendar: Calendar): Text => {
  const [first, last] = [formatDay(from, calendar), formatDay(to, calendar)];
  return { fa: `${first.fa} تا ${last.fa}`, en: `${first.en} to ${last.en}` };
};
