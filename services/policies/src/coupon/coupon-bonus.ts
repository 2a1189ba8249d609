import { definePolicy } from "../policy.ts";

/**
 * Grants a household of an eligible decile the bonus of a cycle, once, when it has bought basket items with its own
 * subsidy for the plan's threshold. With the basis PERSON, threshold and bonus are multiplied by the household's size.
 * The bonus is retracted when reversed purchases leave less than the threshold.
 */
export const couponBonus = definePolicy({
  name: "coupon-bonus",
  version: 1,
  event: "BonusGranted",
  key: ["household_id", "month"],
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
  withdrawal: "A purchase was reversed, wholly or in part, and the rest does not reach the threshold.",
});
