import { definePolicy } from "../policy.ts";

/** What a household has not spent of a bonus, on the basket, until its cycle ends, is lost. */
export const couponExpiry = definePolicy({
  name: "coupon-expiry",
  version: 1,
  event: "BonusExpired",
  cause: ["household_id", "month"],
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
  withdrawal: "The bonus was taken back, or turned out to have been spent.",
});
