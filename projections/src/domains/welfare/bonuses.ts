import { defineCube } from "../../engine/define-cube.ts";
import { ofPersons, ofThings } from "../../measures.ts";

/** Households granted the bonus of purchases, by Jalali month. */
export const bonuses = defineCube({
  name: "bonuses",
  title: { fa: "پاداش‌های خرید", en: "Purchase bonuses" },
  subject: "household",
  reads: {
    bonus_granted: { subject: "household_id" },
    decile_assigned: { subject: "household_id", lookup: "BY_VERSION" },
    household_registered: { subject: "household_id", lookup: "BY_KEY" },
  },
  dimensions: ["province", "decile"],
  measures: {
    households: ofPersons({ fa: "خانوارهای دریافت‌کنندهٔ پاداش", en: "Households granted the bonus" }),
    amount: ofThings({ fa: "مبلغ پاداش", en: "Amount of the bonus" }),
  },
  rule: new URL("./bonuses.sql", import.meta.url),
});
