import { definePolicy } from "../policy.ts";

/**
 * Of a basket item the household pays no more than the base price of the plan, and the state no more than the rise since:
 * a purchase for which the store claimed more is named, with what was claimed and what was due. When the purchase is taken
 * back, or a price is corrected, so is the answer.
 */
export const priceCompensation = definePolicy({
  name: "price-compensation",
  version: 1,
  event: "CompensationOverclaimed",
  cause: ["purchase_id"],
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
  withdrawal: "What was claimed is, by the purchases and prices as they stand now, no more than prices rose.",
});
