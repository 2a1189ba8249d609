import { defineCube } from "../../engine/define-cube.ts";
import { ofPersons } from "../../measures.ts";

/** Persons who completed a course, each once a period. */
export const trainees = defineCube({
  name: "trainees",
  title: { fa: "کارآموختگان", en: "Trainees" },
  subject: "person",
  reads: {
    training_completed: { subject: "person_key" },
    course_scheduled: { via: "training_completed", on: "course_id", lookup: "BY_KEY" },
    worker_registered: { subject: "person_key", lookup: "BY_KEY" },
  },
  dimensions: ["province", "sex", "age", "education", "provider", "programme"],
  hidden: ["period_mask"],
  measures: { persons: ofPersons({ fa: "افراد", en: "Persons" }) },
  rule: new URL("./trainees.sql", import.meta.url),
});
