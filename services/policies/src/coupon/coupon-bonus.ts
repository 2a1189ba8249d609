import { definePolicy } from "../policy.ts";

/**
 * A household of a decile of the plan that bought from the basket, with its own subsidy, for as much as the threshold
 * says in a cycle of the plan, is granted the bonus of the cycle, once; by the person where the plan says so. When
 * purchases are taken back, wholly or in part, and the rest no longer reaches the threshold, the bonus goes with them.
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
    "household_registered",
    "household_registered_member_refs",
    "household_member_joined",
    "household_member_left",
    "coupon_purchase_made_lines",
    "coupon_purchase_reversed",
    "coupon_purchase_reversed_lines",
  ],
  given: new URL("./purchases.sql", import.meta.url),
  rule: new URL("./coupon-bonus.sql", import.meta.url),
  withdrawal: "A purchase was taken back, wholly or in part, and what is left does not reach the threshold.",
});
