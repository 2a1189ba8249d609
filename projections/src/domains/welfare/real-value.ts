import { defineCube } from "../../engine/define-cube.ts";
import { ofAmounts } from "../../measures.ts";

/** What the coupon buys of the basket at today's prices against those of the base period, in rial. */
export const realValue = defineCube({
  name: "real_value",
  title: { fa: "ارزش واقعی کالابرگ", en: "Real value of the coupon" },
  subject: "basket item",
  reads: {
    basket_price_observed: { subject: "item" },
    base_price_fixed: { subject: "item" },
    plan_parameters_set_basket: { subject: '"value"', lookup: "BY_VERSION" },
    plan_parameters_set: { via: "plan_parameters_set_basket", on: "cycle", lookup: "BY_VERSION" },
  },
  dimensions: ["province", "basket_item"],
  measures: {
    value_kept: ofAmounts({ fa: "قیمت پایه با پاداش", en: "Base price with the bonus" }),
    price_now: ofAmounts({ fa: "قیمت امروز", en: "Current price" }),
  },
  rule: new URL("./real-value.sql", import.meta.url),
});
