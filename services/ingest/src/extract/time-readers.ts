import { ordinalOf, readDate, readRelativeYear } from "./dates.ts";
import { type FigureReader, figure, NO_MATCH } from "./figure-reader.ts";

const YEAR = "سال"; // "year"
const DAY = "روز"; // "day"

/** A date, with a year or without one. */
export const readDateFigure: FigureReader = (tokens, at, publishedOn) => {
  const read = readDate(tokens, at, publishedOn);
  if (!read) return NO_MATCH;
  const { day, weekday, note } = read;
  const found = {
    unit: "DATE",
    valueText: day ?? "",
    ...(day === undefined ? {} : { periodFrom: day, periodTo: day }),
    ...(weekday === undefined ? {} : { weekday }),
    kind: "PARAMETER",
    note,
  };
  return figure(found, read.tokens);
};

/** `سال ۱۴۰۲`, "the year 1402". */
export const readPrintedYear: FigureReader = (tokens, at) => {
  if (tokens[at]?.text !== YEAR) return NO_MATCH;
  const year = Number(tokens[at + 1]?.text);
  const isJalali = year >= 1200 && year < 1500;
  const isGregorian = year >= 1900 && year < 2100;
  if (!Number.isInteger(year) || !(isJalali || isGregorian)) return NO_MATCH;
  return figure({ unit: isJalali ? "JALALI_YEAR" : "GREGORIAN_YEAR", value: year, kind: "PARAMETER" }, 2);
};

/** `سال آینده`, "next year"; a past or the current year is only a period. */
export const readNextYear: FigureReader = (tokens, at) => {
  const relative = readRelativeYear(tokens, at);
  if (!relative || relative.shift <= 0) return NO_MATCH;
  return figure({ unit: "RELATIVE_YEAR", valueText: "next year", kind: "FORECAST" }, relative.tokens);
};

/** `روز سوم`, "the third day", is three days. */
export const readOrdinalDay: FigureReader = (tokens, at) => {
  const day = tokens[at]?.text === DAY ? ordinalOf(tokens[at + 1]?.text ?? "") : undefined;
  if (day === undefined || day <= 1) return NO_MATCH;
  return figure({ unit: "DAYS", value: day, kind: "PARAMETER" }, 2);
};
