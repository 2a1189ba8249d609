import { defineCube } from "../../engine/define-cube.ts";
import { ofThings } from "../../measures.ts";

/** Scores that employers give to workers whom they requested or hired. */
export const satisfaction = defineCube({
  name: "satisfaction",
  title: { fa: "رضایت کارفرمایان", en: "Satisfaction of employers" },
  subject: "report",
  reads: {
    employer_satisfaction_reported: { subject: "report_id" },
    hiring_requested: { via: "employer_satisfaction_reported", on: "request_id", lookup: "BY_VERSION" },
    employment_started: { via: "employer_satisfaction_reported", on: "spell_id", lookup: "BY_VERSION" },
    establishment_registered: {
      via: ["hiring_requested", "employment_started"],
      on: "establishment_id",
      lookup: "BY_VERSION",
    },
  },
  dimensions: ["province", "occupation", "industry", "organisation"],
  measures: {
    reports: ofThings({ fa: "گزارش کارفرما", en: "Reports" }),
    points: ofThings({ fa: "مجموع نمره‌ها", en: "Sum of the scores" }),
  },
  rule: new URL("./satisfaction.sql", import.meta.url),
});
