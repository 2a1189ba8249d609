import { defineCube } from "../../engine/define-cube.ts";
import { ofPersons } from "../../measures.ts";

/** Persons who completed a course in a period, and what was verified of them a half, one and three years after. */
export const destinations = defineCube({
  name: "destinations",
  title: { fa: "وضعیت کارآموختگان پس از دوره", en: "Destinations of completers" },
  subject: "person",
  reads: {
    training_completed: { subject: "person_key" },
    placement_verified: { via: "training_completed", on: "enrolment_id" },
    course_scheduled: { via: "training_completed", on: "course_id", lookup: "BY_KEY" },
    skill_standard_published_isco08: { via: "course_scheduled", on: "standard_id", lookup: "BY_KEY" },
    worker_registered: { subject: "person_key", lookup: "BY_KEY" },
  },
  dimensions: ["province", "sex", "age", "education", "occupation", "provider", "programme"],
  hidden: ["period_mask"],
  measures: {
    completers: ofPersons({ fa: "کارآموختگان", en: "Completers" }),
    verified_6m: ofPersons({ fa: "شاغل در پیگیری ۶ ماهه", en: "In work at the 6-month follow-up" }),
    verified_12m: ofPersons({ fa: "شاغل در پیگیری ۱۲ ماهه", en: "In work at the 12-month follow-up" }),
    known_36m: ofPersons({
      fa: "دارای وضعیت معلوم پس از ۳۶ ماه",
      en: "With a known destination after 36 months",
    }),
    occupation_known_12m: ofPersons({
      fa: "شاغل با شغل معلوم پس از ۱۲ ماه",
      en: "In work of a known occupation after 12 months",
    }),
    matched_12m: ofPersons({
      fa: "شاغل در شغل مرتبط پس از ۱۲ ماه",
      en: "In work of a relevant occupation after 12 months",
    }),
  },
  sharedRows: "judged",
  rule: new URL("./destinations.sql", import.meta.url),
});
