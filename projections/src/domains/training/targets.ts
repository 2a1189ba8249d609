import { defineCube } from "../../engine/define-cube.ts";
import { ofPersons, ofThings } from "../../measures.ts";

/** Programme targets in force, and the persons or completions since the first day of each; every trainee is a subject. */
export const targets = defineCube({
  name: "targets",
  title: { fa: "هدف‌های طرح‌ها", en: "Programme targets" },
  subject: "programme, and trainee",
  reads: {
    programme_target_set: { subject: "hash(programme_id)" },
    training_completed: { subject: "person_key" },
    course_scheduled: { via: "training_completed", on: "course_id", lookup: "BY_VERSION" },
    target_of_course: {
      table: "programme_target_set",
      via: "course_scheduled",
      on: "programme_id",
      lookup: "BY_VERSION",
    },
    programme_defined: {
      via: ["programme_target_set", "target_of_course"],
      on: "programme_id",
      lookup: "BY_KEY",
    },
  },
  dimensions: ["programme"],
  measures: {
    target: ofThings({ fa: "هدف", en: "Target" }, "stock"),
    reached: ofPersons({ fa: "تحقق‌یافته", en: "Reached" }, "stock"),
  },
  rule: new URL("./targets.sql", import.meta.url),
});
