import { defineCube } from "../../engine/define-cube.ts";
import { ofThings } from "../../measures.ts";

/** Retirements that employers expect, by Jalali year. */
export const retirements = defineCube({
  name: "retirements",
  title: { fa: "بازنشستگی‌های پیش‌بینی‌شده", en: "Retirements forecast" },
  subject: "establishment",
  reads: {
    retirement_forecasted: { subject: "establishment_id" },
    establishment_registered: { subject: "establishment_id", lookup: "BY_KEY" },
  },
  dimensions: ["province", "industry", "organisation"],
  measures: { forecast: ofThings({ fa: "بازنشستگی پیش‌بینی‌شده", en: "Retirements forecast" }) },
  rule: new URL("./retirements.sql", import.meta.url),
});
