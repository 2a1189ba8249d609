import { type Calendar, type Period, periodLabel } from "@karnameh/schema/calendar";
import type { Text } from "@karnameh/schema/text";
import { builder } from "./builder.ts";
import { CalendarEnum, FrequencyEnum } from "./calendar.ts";
import { formatBounds } from "./format.ts";
import { TextType } from "./text.ts";

/** Periods recur from response to response; their labels are computed once. */
const remembered = (make: (period: Period) => Text): ((period: Period) => Text) => {
  const known = new Map<string, Text>();
  return (period) => {
    const key = `${period.calendar} ${period.code}`;
    const found = known.get(key);
    if (found) return found;
    if (known.size > 10_000) known.clear();
    const made = make(period);
    known.set(key, made);
    return made;
  };
};

const labelOf = remembered((period) => ({ fa: periodLabel(period, "fa"), en: periodLabel(period, "en") }));
const boundsIn = (calendar: Calendar) => remembered((period) => formatBounds(period, calendar));
const [boundsInJalali, boundsInGregorian] = [boundsIn("JALALI"), boundsIn("GREGORIAN")];

export const PeriodType = builder.objectRef<Period>("Period").implement({
  description: "Month, quarter or year of a calendar.",
  fields: (t) => ({
    code: t.exposeID("code", {
      description: "Code: `1402-05`, `1402-Q2` or `1402`; in the Gregorian calendar `2023-08`.",
    }),
    calendar: t.expose("calendar", {
      type: CalendarEnum,
      description: "Calendar of the period.",
    }),
    frequency: t.expose("frequency", { type: FrequencyEnum, description: "Length of the period." }),
    from: t.expose("from", { type: "Day", description: "First day." }),
    to: t.expose("to", { type: "Day", description: "Last day, inclusive." }),
    label: t.field({ type: TextType, description: "Label of the period.", resolve: labelOf }),
    inJalali: t.field({
      type: TextType,
      description: "First and last day in the Jalali calendar.",
      resolve: boundsInJalali,
    }),
    inGregorian: t.field({
      type: TextType,
      description: "First and last day in the Gregorian calendar.",
      resolve: boundsInGregorian,
    }),
  }),
});

export const PeriodRangeInput = builder.inputType("PeriodRange", {
  description: "Range of periods. A missing end is open.",
  fields: (t) => ({
    from: t.id({
      description: "First period, in the calendar of the query: `1401`, `1401-Q2` or `1401-05`.",
    }),
    to: t.id({ description: "Last period, inclusive." }),
  }),
});
