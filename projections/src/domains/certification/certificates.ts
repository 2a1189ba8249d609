import { defineCube } from "../../engine/cube.ts";
import { ofPersons } from "../../measures.ts";

/** Certificates issued and still standing, with the days since the last assessment they rest on. */
export const certificates = defineCube({
  name: "certificates",
  title: { fa: "گواهینامه‌ها", en: "Certificates" },
  subject: "certificate",
  reads: {
    certificate_issued: { subject: "certificate_id" },
    certificate_revoked: { subject: "certificate_id" },
    certificate_issued_assessment_ids: { subject: "certificate_id", lookup: true },
    assessment_taken: { via: "certificate_issued_assessment_ids", on: "assessment_id", lookup: true },
    worker_registered: { via: "certificate_issued", on: "person_key", lookup: true },
    skill_standard_published_isco08: { via: "certificate_issued", on: "standard_id", lookup: true },
  },
  dimensions: ["province", "sex", "age", "education", "occupation"],
  hidden: ["bin"],
  measures: { issued: ofPersons({ fa: "گواهینامهٔ صادرشده", en: "Certificates issued" }) },
  rule: new URL("./certificates.sql", import.meta.url),
});
