import { defineCube } from "../../engine/define-cube.ts";
import { ofPersons } from "../../measures.ts";

/** Enrolments: their completions, and the cohorts by the planned end of the course. */
export const training = defineCube({
  name: "training",
  title: { fa: "ثبت‌نام‌ها و پایان دوره‌ها", en: "Enrolments and completions" },
  subject: "enrolment",
  reads: {
    trainee_enrolled: { subject: "enrolment_id" },
    training_completed: { subject: "enrolment_id" },
    trainee_withdrew: { subject: "enrolment_id", lookup: "BY_KEY" },
    course_scheduled: { via: ["trainee_enrolled", "training_completed"], on: "course_id", lookup: "BY_KEY" },
    course_cancelled: { via: ["trainee_enrolled", "training_completed"], on: "course_id", lookup: "BY_KEY" },
    worker_registered: {
      via: ["trainee_enrolled", "training_completed"],
      on: "person_key",
      lookup: "BY_KEY",
    },
    skill_standard_published_isco08: { via: "course_scheduled", on: "standard_id", lookup: "BY_KEY" },
  },
  dimensions: ["province", "sex", "age", "education", "occupation", "provider", "programme"],
  measures: {
    person_courses: ofPersons({ fa: "نفر-دورهٔ پایان‌یافته", en: "Person-courses completed" }),
    entrants: ofPersons({ fa: "ثبت‌نام‌های گروه", en: "Enrolments in the cohort" }),
    completed_30d: ofPersons({
      fa: "پایان‌یافته تا ۳۰ روز پس از پایان دوره",
      en: "Completed within 30 days of the course's planned end",
    }),
    withdrawn_30d: ofPersons({
      fa: "انصراف تا ۳۰ روز پس از پایان دوره",
      en: "Withdrawn within 30 days of the course's planned end",
    }),
  },
  rule: new URL("./training.sql", import.meta.url),
});
