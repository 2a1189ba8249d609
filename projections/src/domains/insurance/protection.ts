import { defineCube } from "../../engine/define-cube.ts";
import { ofPersons } from "../../measures.ts";

/**
 * Persons who contribute to social insurance or receive one of its benefits, as a stock. A month of contributions
 * is a subject of its own, because a person has dozens of them; the benefits of a person are another subject.
 */
export const protection = defineCube({
  name: "protection",
  title: { fa: "پوشش مؤثر", en: "Effective protection" },
  subject: "person and month of contributions, and person with benefits",
  reads: {
    contribution_list_submitted_lines: { subject: "hash(person_key, month)" },
    contribution_list_amended_lines: { subject: "hash(person_key, month)" },
    benefit_awarded: { subject: "person_key" },
    benefit_ended: { via: "benefit_awarded", on: "benefit_id" },
    months_of_beneficiary: {
      table: "contribution_list_submitted_lines",
      via: "benefit_awarded",
      on: "person_key",
    },
    amendments_of_beneficiary: {
      table: "contribution_list_amended_lines",
      via: "benefit_awarded",
      on: "person_key",
    },
    worker_registered: {
      via: ["contribution_list_submitted_lines", "contribution_list_amended_lines", "benefit_awarded"],
      on: "person_key",
      lookup: "BY_KEY",
    },
  },
  dimensions: ["province", "sex", "age"],
  hidden: ["birth_year"],
  measures: {
    protected: ofPersons({ fa: "افراد زیر پوشش مؤثر", en: "Persons effectively protected" }, "stock"),
  },
  rule: new URL("./protection.sql", import.meta.url),
});
