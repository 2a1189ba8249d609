import { defineCube } from "../../engine/define-cube.ts";
import { ofPersons } from "../../measures.ts";

/** Persons who completed a course in a period, and those of them assessed for it within 90 days. */
export const assessedCompleters = defineCube({
  name: "assessed_completers",
  title: { fa: "شرکت کارآموختگان در آزمون", en: "Assessment of completers" },
  subject: "person",
  reads: {
    training_completed: { subject: "person_key" },
    assessment_taken: { subject: "person_key", lookup: "BY_VERSION" },
    course_scheduled: { via: "training_completed", on: "course_id", lookup: "BY_KEY" },
    worker_registered: { subject: "person_key", lookup: "BY_KEY" },
  },
  dimensions: ["province", "sex", "age", "education", "provider", "programme"],
  hidden: ["period_mask"],
  measures: {
    completers: ofPersons({ fa: "کارآموختگان", en: "Completers" }),
    assessed_90d: ofPersons({ fa: "آزمون‌داده تا ۹۰ روز", en: "Assessed within 90 days" }),
  },
  sharedRows: "acts",
  rule: new URL("./assessed-completers.sql", import.meta.url),
});
