import { defineCube } from "../../engine/define-cube.ts";
import { ofPersons } from "../../measures.ts";

/** The wait from a last assessment to the certificate, of those who got it and of those who still wait. */
export const waits = defineCube({
  name: "certificate_waits",
  title: { fa: "انتظار گواهینامه", en: "Waits for a certificate" },
  subject: "person and standard",
  reads: {
    assessment_taken: { subject: "hash(person_key, standard_id)" },
    assessment_graded: {
      via: "assessment_taken",
      on: "assessment_id",
      lookup: "BY_VERSION",
    },
    certificate_issued_assessment_ids: { subject: "hash(person_key, standard_id)", lookup: "BY_VERSION" },
    certificate_revoked: {
      via: "certificate_issued_assessment_ids",
      on: "certificate_id",
      lookup: "BY_VERSION",
    },
    worker_registered: { via: "assessment_taken", on: "person_key", lookup: "BY_KEY" },
    skill_standard_published_isco08: { via: "assessment_taken", on: "standard_id", lookup: "BY_KEY" },
  },
  dimensions: ["province", "sex", "age", "education", "occupation"],
  hidden: ["bin", "opened_day_no"],
  measures: {
    cases: ofPersons({ fa: "انتظارها", en: "Waits" }),
    open: ofPersons({ fa: "انتظارهای پایان‌نیافته", en: "Waits not ended" }),
  },
  sharedRows: "cases",
  rule: new URL("./waits.sql", import.meta.url),
});
