import { defineCube } from "../../engine/define-cube.ts";
import { ofPersons } from "../../measures.ts";

/** Persons employed on at least one day of a Jalali month, as a stock over months. */
export const employedMonths = defineCube({
  name: "employed_months",
  title: { fa: "شاغلان ماه", en: "Persons employed in the month" },
  subject: "person",
  reads: {
    employment_started: { subject: "person_key" },
    employment_ended: { via: "employment_started", on: "spell_id" },
    establishment_registered: { via: "employment_started", on: "establishment_id", lookup: "BY_KEY" },
    worker_registered: { subject: "person_key", lookup: "BY_KEY" },
  },
  dimensions: ["province", "sex", "education", "industry"],
  measures: {
    employed_in_month: ofPersons({ fa: "شاغلان ماه", en: "Persons employed in the month" }, "stock"),
  },
  rule: new URL("./employed-months.sql", import.meta.url),
});
