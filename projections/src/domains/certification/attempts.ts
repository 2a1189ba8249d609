import { defineCube } from "../../engine/define-cube.ts";
import { ofPersons } from "../../measures.ts";

/**
 * The first attempts at a standard, theory and practical separately, once graded. Nothing else about a person
 * changes them, so the subject is as small as that: a subject version that reads fewer facts is faster.
 */
export const attempts = defineCube({
  name: "attempts",
  title: { fa: "نخستین آزمون‌ها", en: "First attempts" },
  subject: "person, standard and mode",
  reads: {
    assessment_taken: { subject: "hash(person_key, standard_id, mode)" },
    assessment_graded: { via: "assessment_taken", on: "assessment_id" },
    worker_registered: { via: "assessment_taken", on: "person_key", lookup: "BY_KEY" },
    skill_standard_published_isco08: { via: "assessment_taken", on: "standard_id", lookup: "BY_KEY" },
  },
  dimensions: ["province", "sex", "age", "education", "occupation"],
  measures: {
    graded: ofPersons({ fa: "نخستین آزمون‌های دارای نمره", en: "First attempts graded" }),
    passed: ofPersons({ fa: "نخستین آزمون‌های قبول‌شده", en: "First attempts passed" }),
  },
  rule: new URL("./attempts.sql", import.meta.url),
});
