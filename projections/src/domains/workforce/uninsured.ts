import { defineCube } from "../../engine/define-cube.ts";
import { ofPersons } from "../../measures.ts";

/** Employments in force of which it is known whether they are insured, and those that are not, as stocks. */
export const uninsured = defineCube({
  name: "uninsured_employment",
  title: { fa: "اشتغال بیمه‌نشدهٔ ثبت‌شده", en: "Uninsured employment in the register" },
  subject: "employment",
  reads: {
    employment_started: { subject: "spell_id" },
    employment_ended: { subject: "spell_id" },
    establishment_registered: { via: "employment_started", on: "establishment_id", lookup: "BY_KEY" },
    worker_registered: { via: "employment_started", on: "person_key", lookup: "BY_KEY" },
  },
  dimensions: ["province", "sex", "age", "occupation", "industry"],
  hidden: ["birth_year"],
  measures: {
    employments: ofPersons({ fa: "اشتغال‌ها", en: "Employments" }, "stock"),
    uninsured: ofPersons({ fa: "اشتغال‌های بیمه‌نشده", en: "Uninsured employments" }, "stock"),
  },
  rule: new URL("./uninsured.sql", import.meta.url),
});
