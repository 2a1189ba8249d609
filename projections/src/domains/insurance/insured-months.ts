import { defineCube } from "../../engine/define-cube.ts";
import { ofPersons } from "../../measures.ts";

/**
 * Persons with at least one insured day in a Jalali month, by the latest lines of lists. The subject's
 * hash only groups facts while a batch is posted. It is not stored, and the rule separates subjects with equal hashes.
 */
export const insuredMonths = defineCube({
  name: "insured_months",
  title: { fa: "بیمه‌پردازان ماه", en: "Contributors of the month" },
  subject: "person and Jalali month",
  reads: {
    contribution_list_submitted_lines: { subject: "hash(person_key, month)" },
    contribution_list_amended_lines: { subject: "hash(person_key, month)" },
    contribution_list_submitted: {
      via: "contribution_list_amended_lines",
      on: "list_id",
      lookup: "BY_VERSION",
    },
    establishment_registered: {
      via: ["contribution_list_submitted_lines", "contribution_list_submitted"],
      on: "establishment_id",
      lookup: "BY_KEY",
    },
    worker_registered: {
      via: ["contribution_list_submitted_lines", "contribution_list_amended_lines"],
      on: "person_key",
      lookup: "BY_KEY",
    },
  },
  dimensions: ["province", "sex", "education", "industry"],
  measures: { insured: ofPersons({ fa: "بیمه‌پردازان", en: "Contributors" }) },
  rule: new URL("./insured-months.sql", import.meta.url),
});
