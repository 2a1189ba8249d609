import { defineCube } from "../../engine/define-cube.ts";
import { ofPersons } from "../../measures.ts";

/** Persons in employment, as a stock: posted where employment starts and ends. */
export const employment = defineCube({
  name: "employment",
  title: { fa: "اشتغال", en: "Employment" },
  subject: "person",
  reads: {
    employment_started: { subject: "person_key" },
    employment_ended: { via: "employment_started", on: "spell_id" },
    establishment_registered: { via: "employment_started", on: "establishment_id", lookup: "BY_KEY" },
    worker_registered: { subject: "person_key", lookup: "BY_KEY" },
  },
  dimensions: ["province", "sex", "age", "education", "occupation", "industry"],
  hidden: ["birth_year"],
  measures: { employed: ofPersons({ fa: "شاغلان", en: "Persons employed" }, "stock") },
  rule: new URL("./employment.sql", import.meta.url),
});
