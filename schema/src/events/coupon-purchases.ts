import { z } from "zod";
import { CL_BASKET_ITEM, CL_MEASURE_UNIT } from "../codelists/welfare.ts";
import { defineEvent } from "../contract.ts";
import { code, decimal, id, irr, jalaliMonth, slug, text } from "../field.ts";

const purchaseLine = z.strictObject({
  item: code(CL_BASKET_ITEM),
  quantity: decimal("as the unit says", 0, 100_000),
  unit: code(CL_MEASURE_UNIT),
  amount: irr(),
  fromCoupon: irr(),
  fromBonus: irr(),
  stateCompensation: irr(),
});

const purchaseLines = () => z.array(purchaseLine).min(1).max(100);

const partsWithin = (lines: readonly z.infer<typeof purchaseLine>[]): string | undefined =>
  lines.some(
    ({ amount, fromCoupon, fromBonus, stateCompensation }) =>
      fromCoupon + fromBonus + stateCompensation > amount,
  )
    ? "the parts of a line must not be more than its amount"
    : undefined;

export const CouponPurchaseMade = defineEvent({
  type: "CouponPurchaseMade",
  version: 1,
  context: "welfare",
  title: { fa: "خرید با کالابرگ انجام شد", en: "Coupon purchase made" },
  meaning: {
    fa: "خانواری از فروشگاهی اقلام سبد خرید؛ هر سطر می‌گوید از بهای آن چه مقدار از کالابرگ، از پاداش و از جبران دولت پرداخت شد.",
    en: "A household bought items of the basket; each line says how much of its price came from the coupon, the bonus and the state’s compensation.",
  },
  effectiveOn: { fa: "روز خرید", en: "The day of the purchase" },
  producers: ["employer", "agency"],
  stream: { category: "purchase", key: "purchaseId" },
  data: {
    purchaseId: id("purchase"),
    householdId: id("household"),
    storeId: slug("store"),
    lines: purchaseLines(),
  },
  check: ({ lines }) => partsWithin(lines),
});

export const CouponPurchaseReversed = defineEvent({
  type: "CouponPurchaseReversed",
  repeats: true,
  version: 2,
  earlier: { 1: {} },
  context: "welfare",
  title: { fa: "خرید با کالابرگ برگشت خورد", en: "Coupon purchase reversed" },
  meaning: {
    fa: "خرید، یا آن بخش از آن که سطرها می‌گویند، برگشت خورد و اعتبار آن بازگشت؛ خرید رخ داده بود، اما آنچه برگشت دیگر به آستانه نمی‌رسد.",
    en: "A purchase, or the part of it that the lines say, was reversed and its credit given back. It had happened, but what was given back counts no more towards the threshold.",
  },
  effectiveOn: { fa: "روز برگشت", en: "The day of the reversal" },
  producers: ["employer", "agency"],
  stream: { category: "purchase", key: "purchaseId" },
  data: {
    purchaseId: id("purchase"),
    householdId: id("household"),
    lines: purchaseLines().optional(),
    reason: text().optional(),
  },
  check: ({ lines = [] }) => partsWithin(lines),
});

export const BonusGranted = defineEvent({
  type: "BonusGranted",
  repeats: true,
  version: 1,
  context: "welfare",
  title: { fa: "پاداش خرید داده شد", en: "Bonus granted" },
  meaning: {
    fa: "خریدهای خانوار در یک دوره به آستانه رسید و سامانه پاداش آن را، تنها برای همان سبد، افزود.",
    en: "The purchases of a household in a cycle reached the threshold and the system granted the bonus, for the same basket only.",
  },
  effectiveOn: { fa: "روز اعطا", en: "The day of the grant" },
  producers: ["system"],
  stream: { category: "household", key: "householdId" },
  data: {
    householdId: id("household"),
    month: jalaliMonth(),
    amount: irr(),
    planVersion: slug("plan version"),
    purchaseIds: z.array(id("purchase")).min(1),
  },
});

export const BonusExpired = defineEvent({
  type: "BonusExpired",
  repeats: true,
  version: 1,
  context: "welfare",
  title: { fa: "پاداش خرید منقضی شد", en: "Bonus expired" },
  meaning: {
    fa: "آنچه از پاداش تا پایان مهلت خرج نشد از میان رفت.",
    en: "What was not spent of a bonus by its end lapsed.",
  },
  effectiveOn: { fa: "آخرین روز اعتبار پاداش", en: "The last day on which the bonus could be spent" },
  producers: ["system"],
  stream: { category: "household", key: "householdId" },
  data: {
    householdId: id("household"),
    month: jalaliMonth(),
    amount: irr(),
  },
});

export const CompensationOverclaimed = defineEvent({
  type: "CompensationOverclaimed",
  version: 1,
  context: "welfare",
  title: { fa: "جبرانی بیش از افزایش قیمت خواسته شد", en: "Compensation overclaimed" },
  meaning: {
    fa: "جبران دولت که فروشگاه برای خریدی خواست بیش از آن است که بهای همان کالاها از دورهٔ پایه بالا رفته است.",
    en: "The compensation that a store claimed of the state for a purchase is more than the same goods rose in price since the base period.",
  },
  effectiveOn: { fa: "روز خرید", en: "The day of the purchase" },
  producers: ["system"],
  stream: { category: "purchase", key: "purchaseId" },
  data: {
    purchaseId: id("purchase"),
    storeId: slug("store"),
    claimed: irr(),
    due: irr(),
    planVersion: slug("plan version"),
  },
});
