import { ordinalOf, readDate, readRelativeYear } from "./dates.ts";
import { type FigureReader, figure, NO_MATCH } from "./figure-reader.ts";
import { calendarOfYear, looksLunar, readCalendarName } from "./numeric-dates.ts";

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

const YEAR_UNITS = { JALALI: "JALALI_YEAR", GREGORIAN: "GREGORIAN_YEAR" } as const;

/** `سال ۱۴۰۲`, "the year 1402"; a year of the lunar calendar has no unit and is marked. */
export const readPrintedYear: FigureReader = (tokens, at, publishedOn) => {
  if (tokens[at]?.text !== YEAR || !/^\d{4}$/.test(tokens[at + 1]?.text ?? "")) return NO_MATCH;
  const year = Number(tokens[at + 1]?.text);
  const named = readCalendarName(tokens, at + 2);
  const size = 2 + named.tokens;
  if (named.calendar === "LUNAR" || (named.calendar === undefined && looksLunar(year, publishedOn)))
    return figure({ unit: "", value: year, kind: "PARAMETER", note: "a year of the lunar calendar" }, size);
  const calendar = calendarOfYear(year);
  if (calendar === undefined) return NO_MATCH;
  const note =
    named.calendar !== undefined && named.calendar !== calendar
      ? "the year is not one of the calendar that is named"
      : "";
  return figure({ unit: YEAR_UNITS[calendar], value: year, kind: "PARAMETER", note }, size);
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
