import { defineCube } from "../../engine/define-cube.ts";
import { ofPersons } from "../../measures.ts";

/** Persons assessed in a period, and those of them who hold a certificate for it. */
export const certification = defineCube({
  name: "certification",
  title: { fa: "سنجش مهارت", en: "Skill assessment" },
  subject: "person",
  reads: {
    assessment_taken: { subject: "person_key" },
    certificate_issued_assessment_ids: { subject: "person_key" },
    certificate_revoked: { via: "certificate_issued_assessment_ids", on: "certificate_id" },
    trainee_enrolled: { via: "assessment_taken", on: "enrolment_id", lookup: "BY_KEY" },
    course_scheduled: { via: "trainee_enrolled", on: "course_id", lookup: "BY_KEY" },
    worker_registered: { subject: "person_key", lookup: "BY_KEY" },
    skill_standard_published_isco08: { via: "assessment_taken", on: "standard_id", lookup: "BY_KEY" },
  },
  dimensions: ["province", "sex", "age", "education", "occupation", "provider"],
  hidden: ["period_mask"],
  measures: {
    assessed: ofPersons({ fa: "افراد آزمون‌داده", en: "Persons assessed" }),
    certified: ofPersons({ fa: "افراد دارای گواهینامه", en: "Persons certified" }),
  },
  sharedRows: "acts",
  rule: new URL("./certification.sql", import.meta.url),
});
