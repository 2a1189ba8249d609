import { defineCube } from "../../engine/define-cube.ts";
import { ofPersons } from "../../measures.ts";

/** Assessments taken, by the site at which they were. */
export const sittings = defineCube({
  name: "sittings",
  title: { fa: "آزمون‌های مراکز", en: "Assessments at sites" },
  subject: "assessment",
  reads: {
    assessment_taken: { subject: "assessment_id" },
    assessment_site_commissioned: { via: "assessment_taken", on: "site_id", lookup: "BY_KEY" },
  },
  dimensions: ["province"],
  measures: { sittings: ofPersons({ fa: "آزمون داده‌شده", en: "Assessments taken" }) },
  rule: new URL("./sittings.sql", import.meta.url),
});
