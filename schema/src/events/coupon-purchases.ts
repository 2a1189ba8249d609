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
    ? "the parts of a line must not add up to more than its amount"
    : undefined;

export const CouponPurchaseMade = defineEvent({
  type: "CouponPurchaseMade",
  version: 1,
  context: "welfare",
  title: { fa: "خرید با کالابرگ انجام شد", en: "Coupon purchase made" },
  meaning: {
    fa: "خانواری اقلام سبد را از فروشگاهی خرید. هر سطر نشان می‌دهد چه بخشی از مبلغ از کالابرگ، از پاداش و از جبران دولت پرداخت شده است.",
    en: "A household bought basket items. Each line states how much was paid by coupon, by bonus and by the state’s compensation.",
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
    fa: "خرید یا بخشی از آن، چنان‌که در سطرها آمده، برگشت خورد و اعتبار آن بازگردانده شد. خرید انجام شده بود، اما مبلغ برگشتی در آستانهٔ خرید به حساب نمی‌آید.",
    en: "A purchase, or the part stated in the lines, was reversed and its credit returned. The purchase did happen, but the returned amount does not count towards the threshold.",
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
    fa: "خریدهای خانوار در یک دوره به آستانه رسید و سامانه پاداش را افزود. پاداش تنها برای همان سبد است.",
    en: "A household’s purchases in a cycle reached the threshold and the system granted the bonus. It is valid for the same basket only.",
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
    fa: "بخشی از پاداش که تا پایان مهلت مصرف نشد سوخت شد.",
    en: "The part of a bonus that was not spent in time expired.",
  },
  effectiveOn: { fa: "آخرین روز اعتبار پاداش", en: "The last day the bonus could be spent" },
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
  title: { fa: "جبران بیش از افزایش قیمت درخواست شد", en: "Compensation overclaimed" },
  meaning: {
    fa: "جبرانی که فروشگاه برای خریدی از دولت درخواست کرد از افزایش قیمت همان کالاها نسبت به دورهٔ پایه بیشتر است.",
    en: "A store claimed more compensation from the state for a purchase than the price of these goods has risen since the base period.",
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
