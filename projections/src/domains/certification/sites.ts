import { defineCube } from "../../engine/define-cube.ts";
import { ofThings } from "../../measures.ts";

/** Assessment sites in service on at least one day of a Jalali month. */
export const sites = defineCube({
  name: "assessment_sites",
  title: { fa: "مراکز آزمون", en: "Assessment sites" },
  subject: "site",
  reads: {
    assessment_site_commissioned: { subject: "site_id" },
    assessment_site_decommissioned: { subject: "site_id", lookup: "BY_KEY" },
  },
  dimensions: ["province"],
  measures: { in_service: ofThings({ fa: "مراکز فعال", en: "Sites in service" }, "stock") },
  rule: new URL("./sites.sql", import.meta.url),
});
