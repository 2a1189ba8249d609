import { defineCube } from "../../engine/define-cube.ts";
import { ofHours } from "../../measures.ts";

/** Hours attended, by the day of attendance. */
export const trainingHours = defineCube({
  name: "training_hours",
  title: { fa: "ساعت‌های آموزش", en: "Training hours" },
  subject: "attendance record",
  reads: {
    attendance_recorded: { subject: "event_id" },
    trainee_enrolled: { via: "attendance_recorded", on: "enrolment_id", lookup: "BY_KEY" },
    course_scheduled: { via: "trainee_enrolled", on: "course_id", lookup: "BY_KEY" },
    worker_registered: { via: "trainee_enrolled", on: "person_key", lookup: "BY_KEY" },
  },
  dimensions: ["province", "sex", "age", "education", "provider", "programme"],
  measures: { hours: ofHours({ fa: "نفر-ساعت", en: "Person-hours" }) },
  rule: new URL("./hours.sql", import.meta.url),
});
