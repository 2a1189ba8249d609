import { defineCube } from "../../engine/define-cube.ts";
import { ofPersons } from "../../measures.ts";

/** Households whose decile the plan in force covers, as a stock. */
export const eligibleHouseholds = defineCube({
  name: "eligible_households",
  title: { fa: "خانوارهای مشمول کالابرگ", en: "Households eligible for the coupon" },
  subject: "household",
  reads: {
    decile_assigned: { subject: "household_id" },
    plan_parameters_set_deciles: { via: "decile_assigned", on: "decile", lookup: "BY_VERSION" },
    plan_parameters_set: { via: "plan_parameters_set_deciles", on: "cycle", lookup: "BY_VERSION" },
    household_registered: { subject: "household_id", lookup: "BY_KEY" },
  },
  dimensions: ["province", "decile"],
  measures: { eligible: ofPersons({ fa: "خانوارهای مشمول", en: "Households eligible" }, "stock") },
  rule: new URL("./eligible.sql", import.meta.url),
});
