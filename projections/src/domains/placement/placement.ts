import { defineCube } from "../../engine/define-cube.ts";
import { ofPersons } from "../../measures.ts";

/** Persons who completed a course in a period, and those of them in employment 6 and 12 months after. */
export const placement = defineCube({
  name: "placement",
  title: { fa: "اشتغال کارآموختگان", en: "Placement of trainees" },
  subject: "person",
  reads: {
    training_completed: { subject: "person_key" },
    employment_started: { subject: "person_key", lookup: "BY_VERSION" },
    employment_ended: { via: "employment_started", on: "spell_id", lookup: "BY_KEY" },
    course_scheduled: { via: "training_completed", on: "course_id", lookup: "BY_KEY" },
    skill_standard_published_isco08: { via: "course_scheduled", on: "standard_id", lookup: "BY_KEY" },
    worker_registered: { subject: "person_key", lookup: "BY_KEY" },
  },
  dimensions: ["province", "sex", "age", "education", "occupation", "provider", "programme"],
  hidden: ["period_mask"],
  measures: {
    completers: ofPersons({ fa: "کارآموختگان", en: "Completers" }),
    placed_6m: ofPersons({ fa: "شاغل پس از ۶ ماه", en: "Employed after 6 months" }),
    placed_12m: ofPersons({ fa: "شاغل پس از ۱۲ ماه", en: "Employed after 12 months" }),
  },
  sharedRows: "acts",
  rule: new URL("./placement.sql", import.meta.url),
});
