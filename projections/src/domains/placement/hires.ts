import { defineCube } from "../../engine/define-cube.ts";
import { ofPersons } from "../../measures.ts";

/** Employment spells begun, by the channel that brought employer and worker together. */
export const hires = defineCube({
  name: "hires",
  title: { fa: "استخدام‌ها", en: "Hires" },
  subject: "employment spell",
  reads: {
    employment_started: { subject: "spell_id" },
    hire_confirmed: { subject: "spell_id", lookup: "BY_VERSION" },
    establishment_registered: { via: "employment_started", on: "establishment_id", lookup: "BY_KEY" },
    worker_registered: { via: "employment_started", on: "person_key", lookup: "BY_KEY" },
  },
  dimensions: ["province", "sex", "age", "education", "occupation", "industry", "channel", "organisation"],
  measures: { hires: ofPersons({ fa: "استخدام", en: "Hires" }) },
  rule: new URL("./hires.sql", import.meta.url),
});
