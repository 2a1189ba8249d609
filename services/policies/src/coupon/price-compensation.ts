import { definePolicy } from "../policy.ts";

/**
 * For a basket item the household pays at most the plan's base price, and the state at most the rise since then. Records
 * each purchase for which the store claimed more, with the amounts claimed and due. The event is corrected or retracted
 * when the purchase is reversed or a price is corrected.
 */
export const priceCompensation = definePolicy({
  name: "price-compensation",
  version: 1,
  event: "CompensationOverclaimed",
  key: ["purchase_id"],
  reads: [
    "plan_parameters_set",
    "plan_parameters_set_basket",
    "base_price_fixed",
    "coupon_purchase_made_lines",
    "coupon_purchase_reversed",
    "coupon_purchase_reversed_lines",
  ],
  given: new URL("./purchases.sql", import.meta.url),
  rule: new URL("./price-compensation.sql", import.meta.url),
  withdrawal: "By the current purchases and prices, no more was claimed than prices rose.",
});
