/** A reference period as SDMX writes it, how long it is, and the last day it covers. */
export type Period = {
  readonly frequency: "A" | "Q" | "M";
  /** `2024`, `2024-Q2` or `2025-03`. */
  readonly period: string;
  /** `YYYY-MM-DD`. */
  readonly firstDay: string;
  readonly lastDay: string;
};

const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

const span = (frequency: Period["frequency"], period: string, month: number, months: number): Period => {
  const year = Number(period.slice(0, 4));
  return { frequency, period, firstDay: iso(year, month, 1), lastDay: iso(year, month + months, 0) };
};

/** Reads `2024`, `2024Q2`, `2024-Q2`, `2025M03` and `2025-03`; nothing else. */
export const readPeriod = (text: string): Period | undefined => {
  const [, year, quarter, month] = /^([12]\d{3})(?:-?Q([1-4])|(?:-?M|-)(0[1-9]|1[0-2]))?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  if (quarter !== undefined) return span("Q", `${year}-Q${quarter}`, (Number(quarter) - 1) * 3, 3);
  if (month !== undefined) return span("M", `${year}-${month}`, Number(month) - 1, 1);
  return span("A", year, 0, 12);
};

/** A range of days; a missing end is open. */
export type Interval = { readonly from?: string; readonly to?: string };

const daysOf = (text: string): { readonly firstDay: string; readonly lastDay: string } | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return readPeriod(text);
  const time = Date.parse(`${text}T00:00:00Z`);
  const real = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  return real ? { firstDay: text, lastDay: text } : undefined;
};

/**
 * Reads an ISO 8601 interval of days, months or years, `2020-02/2021-05`; `..` or nothing leaves an end open.
 * Undefined if it cannot be read; an empty text is an interval without ends.
 */
export const readInterval = (text: string): Interval | undefined => {
  const [first = "", second = first, ...more] = text.split("/");
  const isOpen = (end: string): boolean => end === "" || end === "..";
  const from = isOpen(first) ? undefined : daysOf(first)?.firstDay;
  const to = isOpen(second) ? undefined : daysOf(second)?.lastDay;
  const unread = (from === undefined && !isOpen(first)) || (to === undefined && !isOpen(second));
  if (unread || more.length > 0 || (from !== undefined && to !== undefined && from > to)) return undefined;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
};
