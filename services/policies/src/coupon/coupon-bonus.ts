import { definePolicy } from "../policy.ts";

/**
 * A household of a decile of the plan that bought from the basket, with its own subsidy, for as much as the threshold
 * says in a Jalali month, is granted the month's bonus, once. When a purchase is taken back and the rest no
 * longer reaches the threshold, the bonus goes with it.
 */
export const couponBonus = definePolicy({
  name: "coupon-bonus",
  version: 1,
  event: "BonusGranted",
  cause: ["household_id", "month"],
  reads: [
    "plan_parameters_set",
    "plan_parameters_set_deciles",
    "plan_parameters_set_basket",
    "decile_assigned",
    "coupon_purchase_made_lines",
    "coupon_purchase_reversed",
  ],
  rule: new URL("./coupon-bonus.sql", import.meta.url),
  withdrawal: "A purchase was taken back, and the others of the month do not reach the threshold.",
});
