import { defineCube } from "../../engine/define-cube.ts";
import { ofPersons } from "../../measures.ts";

/** Certificates issued and still valid, with the days since their last assessment. */
export const certificates = defineCube({
  name: "certificates",
  title: { fa: "گواهینامه‌ها", en: "Certificates" },
  subject: "certificate",
  reads: {
    certificate_issued: { subject: "certificate_id" },
    certificate_revoked: { subject: "certificate_id" },
    certificate_issued_assessment_ids: { subject: "certificate_id", lookup: "BY_VERSION" },
    assessment_taken: { via: "certificate_issued_assessment_ids", on: "assessment_id", lookup: "BY_VERSION" },
    worker_registered: { via: "certificate_issued", on: "person_key", lookup: "BY_KEY" },
    skill_standard_published_isco08: { via: "certificate_issued", on: "standard_id", lookup: "BY_KEY" },
  },
  dimensions: ["province", "sex", "age", "education", "occupation"],
  hidden: ["bin"],
  measures: { issued: ofPersons({ fa: "گواهینامهٔ صادرشده", en: "Certificates issued" }) },
  rule: new URL("./certificates.sql", import.meta.url),
});
