import { defineCube } from "../engine/cube.ts";
import { ofPersons } from "../measures.ts";

/** Persons who contribute to social insurance or receive one of its benefits, as a stock. */
export const protection = defineCube({
  name: "protection",
  title: { fa: "پوشش مؤثر", en: "Effective protection" },
  subject: "person",
  reads: {
    contribution_list_submitted_lines: { subject: "person_key" },
    benefit_awarded: { subject: "person_key" },
    benefit_ended: { via: "benefit_awarded", on: "benefit_id" },
    worker_registered: { subject: "person_key", lookup: true },
  },
  dimensions: ["province", "sex", "age"],
  hidden: ["birth_year"],
  measures: {
    protected: ofPersons({ fa: "افراد زیر پوشش مؤثر", en: "Persons effectively protected" }, "stock"),
  },
  rule: new URL("./protection.sql", import.meta.url),
});
