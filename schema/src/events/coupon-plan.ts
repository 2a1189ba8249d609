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
  title: { fa: "پارامترهای طرح تعیین شد", en: "Plan parameters set" },
  meaning: {
    fa: "نسخه‌ای از طرح کالابرگ، با دهک‌ها، آستانهٔ خرید، پاداش، سبد و دورهٔ قیمت پایهٔ آن، برقرار شد.",
    en: "A version of the coupon plan came into force, with its deciles, the threshold of purchases, the bonus, the basket and the period of base prices.",
  },
  effectiveOn: { fa: "نخستین روز اعتبار", en: "The first day on which the plan holds" },
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
  title: { fa: "خانوار آگاه شد", en: "Eligibility notified" },
  meaning: {
    fa: "به سرپرست خانوار گفته شد که در کدام دهک است و طرح او را در بر می‌گیرد.",
    en: "The head of household was told the decile, and that the plan covers the household.",
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
  title: { fa: "قیمت کالای سبد مشاهده شد", en: "Basket price observed" },
  meaning: {
    fa: "قیمت یک قلم سبد در استانی مشاهده شد.",
    en: "The price of an item of the basket was observed in a province.",
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
  title: { fa: "قیمت پایه تثبیت شد", en: "Base price fixed" },
  meaning: {
    fa: "قیمت پایهٔ یک قلم سبد، که خریدار تا یک سال همان را می‌پردازد، تعیین شد.",
    en: "The base price of an item of the basket was fixed: what the buyer pays for a year.",
  },
  effectiveOn: { fa: "نخستین روز اعتبار قیمت", en: "The first day on which the price holds" },
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
    fa: "فروشگاهی با پایانه‌های خود به طرح کالابرگ وصل شد.",
    en: "A store with its terminals was connected to the coupon plan.",
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
  title: { fa: "فروشگاه از طرح رفت", en: "Store left" },
  meaning: {
    fa: "فروشگاه پس از این روز در طرح کالابرگ نیست.",
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
