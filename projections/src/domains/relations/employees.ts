import { defineCube } from "../../engine/define-cube.ts";
import { ofPersons } from "../../measures.ts";

/** Employees (ICSE-93 group 1) as a stock: the denominator of rates of labour relations. */
export const employees = defineCube({
  name: "employees",
  title: { fa: "مزد و حقوق‌بگیران", en: "Employees" },
  subject: "person",
  reads: {
    employment_started: { subject: "person_key" },
    employment_ended: { via: "employment_started", on: "spell_id" },
    establishment_registered: { via: "employment_started", on: "establishment_id", lookup: "BY_KEY" },
  },
  dimensions: ["province", "industry"],
  measures: { employees: ofPersons({ fa: "مزد و حقوق‌بگیران", en: "Employees" }, "stock") },
  rule: new URL("./employees.sql", import.meta.url),
});
