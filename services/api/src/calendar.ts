import { builder } from "./builder.ts";

export const CalendarEnum = builder.enumType("CalendarSystem", {
  description: "Calendar system of periods.",
  values: {
    JALALI: { description: "Jalali (Solar Hijri) calendar of Iran." },
    GREGORIAN: { description: "Gregorian calendar." },
  } as const,
});

export const FrequencyEnum = builder.enumType("Frequency", {
  description: "Length of periods.",
  values: {
    MONTH: { description: "Month of the calendar." },
    QUARTER: { description: "Quarter of the calendar; in the Jalali calendar a season." },
    YEAR: { description: "Year of the calendar." },
  } as const,
});
