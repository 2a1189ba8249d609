import { definePolicy } from "../policy.ts";

/** The part of a bonus that a household has not spent on basket items by the end of its cycle expires. */
export const couponExpiry = definePolicy({
  name: "coupon-expiry",
  version: 1,
  event: "BonusExpired",
  key: ["household_id", "month"],
  reads: [
    "bonus_granted",
    "plan_parameters_set",
    "plan_parameters_set_basket",
    "coupon_purchase_made_lines",
    "coupon_purchase_reversed",
    "coupon_purchase_reversed_lines",
  ],
  given: new URL("./purchases.sql", import.meta.url),
  rule: new URL("./coupon-expiry.sql", import.meta.url),
  withdrawal: "The bonus was retracted, or corrected facts show that it was spent.",
});
