import { type Calendar, type Period, periodLabel } from "@karnameh/schema/calendar";
import type { Text } from "@karnameh/schema/text";
import { builder } from "./builder.ts";
import { CalendarEnum, FrequencyEnum } from "./calendar.ts";
import { formatBounds } from "./format.ts";
import { TextType } from "./text.ts";

/** Periods recur from answer to answer; their labels are made once. */
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
  description: "A month, quarter or year of one calendar.",
  fields: (t) => ({
    code: t.exposeID("code", {
      description: "`1402-05`, `1402-Q2` or `1402`; in the Gregorian calendar `2023-08`.",
    }),
    calendar: t.expose("calendar", {
      type: CalendarEnum,
      description: "The calendar that the period belongs to.",
    }),
    frequency: t.expose("frequency", { type: FrequencyEnum, description: "Month, quarter or year." }),
    from: t.expose("from", { type: "Day", description: "The first day." }),
    to: t.expose("to", { type: "Day", description: "The last day, which still belongs to the period." }),
    label: t.field({ type: TextType, description: "The name of the period.", resolve: labelOf }),
    inJalali: t.field({
      type: TextType,
      description: "The first and last day in the Jalali calendar.",
      resolve: boundsInJalali,
    }),
    inGregorian: t.field({
      type: TextType,
      description: "The first and last day in the Gregorian calendar.",
      resolve: boundsInGregorian,
    }),
  }),
});

export const PeriodRangeInput = builder.inputType("PeriodRange", {
  description: "A span of periods. An end that is left out is open.",
  fields: (t) => ({
    from: t.id({ description: "The first period, in the asked calendar: `1401`, `1401-Q2` or `1401-05`." }),
    to: t.id({ description: "The last period, which still belongs to the span." }),
  }),
});
