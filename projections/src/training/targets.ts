import { defineCube } from "../engine/cube.ts";
import { ofPersons, ofThings } from "../measures.ts";

/** Targets of programmes in force, and what each has reached since its first day. */
export const targets = defineCube({
  name: "targets",
  title: { fa: "هدف‌های طرح‌ها", en: "Targets of programmes" },
  subject: "programme",
  reads: {
    programme_target_set: { subject: "programme_id" },
    course_scheduled: { subject: "programme_id" },
    training_completed: { via: "course_scheduled", on: "course_id" },
    programme_defined: { subject: "programme_id", lookup: true },
  },
  dimensions: ["programme"],
  measures: {
    target: ofThings({ fa: "هدف", en: "Target" }, "stock"),
    reached: ofPersons({ fa: "رسیده به هدف", en: "Reached" }, "stock"),
  },
  rule: new URL("./targets.sql", import.meta.url),
});
