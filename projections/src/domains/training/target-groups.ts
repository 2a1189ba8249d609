import { defineCube } from "../../engine/define-cube.ts";
import { ofPersons } from "../../measures.ts";

/** Completions by the target groups that the enrolment names. */
export const targetGroups = defineCube({
  name: "target_groups",
  title: { fa: "گروه‌های هدف", en: "Target groups" },
  subject: "enrolment",
  reads: {
    training_completed: { subject: "enrolment_id" },
    trainee_enrolled_target_groups: { subject: "enrolment_id", lookup: "BY_VERSION" },
    course_scheduled: { via: "training_completed", on: "course_id", lookup: "BY_KEY" },
    worker_registered: { via: "training_completed", on: "person_key", lookup: "BY_KEY" },
  },
  dimensions: ["province", "sex", "age", "education", "provider", "programme", "target_group"],
  measures: {
    person_courses: ofPersons({ fa: "نفر-دورهٔ پایان‌یافته", en: "Person-courses completed" }),
  },
  rule: new URL("./target-groups.sql", import.meta.url),
});
