import { defineCube } from "../../engine/define-cube.ts";
import { ofPersons } from "../../measures.ts";

/** Persons covered by social insurance, as a stock. */
export const coverage = defineCube({
  name: "coverage",
  title: { fa: "پوشش بیمه", en: "Insurance coverage" },
  subject: "person",
  reads: {
    coverage_started: { subject: "person_key" },
    coverage_ended: { via: "coverage_started", on: "coverage_id" },
    worker_registered: { subject: "person_key", lookup: "BY_KEY" },
  },
  dimensions: ["province", "sex", "age", "education", "scheme"],
  hidden: ["birth_year"],
  measures: { covered: ofPersons({ fa: "بیمه‌شدگان", en: "Persons covered" }, "stock") },
  rule: new URL("./coverage.sql", import.meta.url),
});
