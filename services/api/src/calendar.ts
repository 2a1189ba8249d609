import { builder } from "./builder.ts";

export const CalendarEnum = builder.enumType("CalendarSystem", {
  description: "The calendar that periods are cut by.",
  values: {
    JALALI: { description: "The solar Hijri calendar of Iran." },
    GREGORIAN: { description: "The Gregorian calendar." },
  } as const,
});

export const FrequencyEnum = builder.enumType("Frequency", {
  description: "How long the periods are.",
  values: {
    MONTH: { description: "Months of the chosen calendar." },
    QUARTER: { description: "Quarters of the chosen calendar: in Iran the seasons." },
    YEAR: { description: "Years of the chosen calendar." },
  } as const,
});
