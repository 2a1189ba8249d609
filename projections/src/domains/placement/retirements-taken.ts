import { defineCube } from "../../engine/define-cube.ts";
import { ofPersons } from "../../measures.ts";

/** Retirements that took place, by the employment with whose end they began. */
export const retirementsTaken = defineCube({
  name: "retirements_taken",
  title: { fa: "بازنشستگی‌های انجام‌شده", en: "Retirements taken" },
  subject: "employment spell",
  reads: {
    retirement_taken: { subject: "spell_id" },
    employment_started: { subject: "spell_id", lookup: "BY_KEY" },
    establishment_registered: { via: "employment_started", on: "establishment_id", lookup: "BY_KEY" },
    worker_registered: { via: "retirement_taken", on: "person_key", lookup: "BY_KEY" },
  },
  dimensions: ["province", "sex", "occupation", "industry", "organisation"],
  measures: { taken: ofPersons({ fa: "بازنشسته‌شده", en: "Retirements taken" }) },
  rule: new URL("./retirements-taken.sql", import.meta.url),
});
