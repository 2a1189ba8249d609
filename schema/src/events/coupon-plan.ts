import { z } from "zod";
import { CL_AREA } from "../codelists/area.ts";
import {
  CL_BASKET_ITEM,
  CL_CYCLE,
  CL_DECILE,
  CL_MEASURE_UNIT,
  CL_NOTICE_CHANNEL,
  CL_PLAN_BASIS,
} from "../codelists/welfare.ts";
import { defineEvent } from "../contract.ts";
import { code, count, day, id, irr, slug, text } from "../field.ts";

export const PlanParametersSet = defineEvent({
  type: "PlanParametersSet",
  version: 1,
  context: "welfare",
  title: { fa: "ضوابط طرح تعیین شد", en: "Plan parameters set" },
  meaning: {
    fa: "نسخه‌ای از ضوابط طرح کالابرگ اجرا شد، با دهک‌ها، آستانهٔ خرید، پاداش، سبد و دورهٔ قیمت پایه.",
    en: "A version of the coupon plan came into force, with its deciles, purchase threshold, bonus, basket and base-price period.",
  },
  effectiveOn: { fa: "نخستین روز اعتبار", en: "The first day the plan is in force" },
  producers: ["agency"],
  stream: { category: "plan", key: "planVersion" },
  data: {
    planVersion: slug("plan version"),
    deciles: z.array(code(CL_DECILE)).min(1).max(10),
    threshold: irr(),
    bonus: irr(),
    basis: code(CL_PLAN_BASIS),
    cycle: code(CL_CYCLE),
    basket: z.array(code(CL_BASKET_ITEM)).min(1),
    basePeriod: text(32),
  },
});

export const EligibilityNotified = defineEvent({
  type: "EligibilityNotified",
  repeats: true,
  version: 1,
  context: "welfare",
  title: { fa: "مشمول‌بودن به خانوار اعلام شد", en: "Eligibility notified" },
  meaning: {
    fa: "به سرپرست خانوار اعلام شد که خانوار در کدام دهک است و مشمول طرح می‌شود.",
    en: "The head of household was notified of the decile and that the plan covers the household.",
  },
  effectiveOn: { fa: "روز اطلاع‌رسانی", en: "The day of the notice" },
  producers: ["agency"],
  stream: { category: "household", key: "householdId" },
  data: {
    householdId: id("household"),
    channel: code(CL_NOTICE_CHANNEL),
    decile: code(CL_DECILE).optional(),
  },
});

export const BasketPriceObserved = defineEvent({
  type: "BasketPriceObserved",
  repeats: true,
  version: 1,
  context: "welfare",
  title: { fa: "قیمت کالای سبد ثبت شد", en: "Basket price observed" },
  meaning: {
    fa: "قیمت یک قلم از سبد در استانی ثبت شد.",
    en: "The price of a basket item was observed in a province.",
  },
  effectiveOn: { fa: "روز مشاهده", en: "The day of the observation" },
  producers: ["agency"],
  stream: { category: "price", key: "item" },
  data: {
    item: code(CL_BASKET_ITEM),
    area: code(CL_AREA),
    unit: code(CL_MEASURE_UNIT),
    price: irr(),
  },
});

export const BasePriceFixed = defineEvent({
  type: "BasePriceFixed",
  repeats: true,
  version: 1,
  context: "welfare",
  title: { fa: "قیمت پایه تعیین شد", en: "Base price fixed" },
  meaning: {
    fa: "قیمت پایهٔ یک قلم از سبد تعیین شد. خریدار تا یک سال همین قیمت را می‌پردازد.",
    en: "The base price of a basket item was fixed. The buyer pays this price for a year.",
  },
  effectiveOn: { fa: "نخستین روز اعتبار قیمت", en: "The first day the price is in force" },
  producers: ["agency"],
  stream: { category: "price", key: "item" },
  data: {
    item: code(CL_BASKET_ITEM),
    unit: code(CL_MEASURE_UNIT),
    price: irr(),
    basePeriod: text(32),
    endsOn: day().optional(),
  },
});

export const StoreJoined = defineEvent({
  type: "StoreJoined",
  repeats: true,
  version: 1,
  context: "welfare",
  title: { fa: "فروشگاه به طرح پیوست", en: "Store joined" },
  meaning: {
    fa: "فروشگاهی با پایانه‌های فروش خود به طرح کالابرگ متصل شد.",
    en: "A store joined the coupon plan with its payment terminals.",
  },
  effectiveOn: { fa: "نخستین روز اتصال", en: "The first day in the plan" },
  producers: ["employer", "agency"],
  stream: { category: "store", key: "storeId" },
  data: {
    storeId: slug("store"),
    area: code(CL_AREA),
    terminals: count("terminals"),
  },
});

export const StoreLeft = defineEvent({
  type: "StoreLeft",
  repeats: true,
  version: 1,
  context: "welfare",
  title: { fa: "فروشگاه از طرح خارج شد", en: "Store left" },
  meaning: {
    fa: "پس از این روز فروشگاه در طرح کالابرگ نیست.",
    en: "After this day the store is not in the coupon plan.",
  },
  effectiveOn: { fa: "آخرین روز اتصال", en: "The last day in the plan" },
  producers: ["employer", "agency"],
  stream: { category: "store", key: "storeId" },
  data: {
    storeId: slug("store"),
    reason: text().optional(),
  },
});
