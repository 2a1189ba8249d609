import { defineCube } from "../engine/cube.ts";
import { ofPersons } from "../measures.ts";

/** The first sittings of a standard, theory and practical apart, once they were graded. */
export const attempts = defineCube({
  name: "attempts",
  title: { fa: "نخستین آزمون‌ها", en: "First attempts" },
  subject: "person",
  reads: {
    assessment_taken: { subject: "person_key" },
    assessment_graded: { via: "assessment_taken", on: "assessment_id" },
    worker_registered: { subject: "person_key", lookup: true },
    skill_standard_published_isco08: { via: "assessment_taken", on: "standard_id", lookup: true },
  },
  dimensions: ["province", "sex", "age", "education", "occupation"],
  measures: {
    graded: ofPersons({ fa: "نخستین آزمون نمره‌گرفته", en: "First attempts graded" }),
    passed: ofPersons({ fa: "نخستین آزمون قبول‌شده", en: "First attempts passed" }),
  },
  rule: new URL("./attempts.sql", import.meta.url),
});
