import { defineCodelist, rows } from "../codelist.ts";

const source = "Karnameh, after the coupon plan of 1402";
const persian = new Intl.NumberFormat("fa", { useGrouping: false });

export const CL_DECILE = defineCodelist({
  id: "CL_DECILE",
  title: { fa: "دهک خانوار", en: "Household decile" },
  source: "Karnameh; 1 is the poorest tenth of households",
  codes: Array.from({ length: 10 }, (_, index) => index + 1).map((decile) => ({
    code: String(decile),
    title: { fa: `دهک ${persian.format(decile)}`, en: `Decile ${decile}` },
  })),
});

export const CL_BASKET_ITEM = defineCodelist({
  id: "CL_BASKET_ITEM",
  title: { fa: "قلم سبد کالابرگ", en: "Item of the coupon basket" },
  source,
  codes: rows([
    ["RAW_MILK", "شیر خام", "Raw milk"],
    ["CHEESE", "پنیر", "Cheese"],
    ["YOGHURT", "ماست", "Yoghurt"],
    ["CHICKEN", "گوشت مرغ", "Chicken"],
    ["EGGS", "تخم مرغ", "Eggs"],
    ["FROZEN_MEAT", "گوشت منجمد", "Frozen meat"],
    ["RICE", "برنج", "Rice"],
    ["PULSES", "حبوبات", "Pulses"],
    ["PASTA", "ماکارونی", "Pasta"],
    ["SUGAR_CUBES", "قند", "Sugar cubes"],
    ["SUGAR", "شکر", "Sugar"],
  ]),
});

export const CL_MEASURE_UNIT = defineCodelist({
  id: "CL_MEASURE_UNIT",
  title: { fa: "واحد اندازه‌گیری کالا", en: "Unit of measure of goods" },
  source: "UN/ECE Recommendation 20, four of its codes",
  codes: rows([
    ["KGM", "کیلوگرم", "Kilogram"],
    ["GRM", "گرم", "Gram"],
    ["LTR", "لیتر", "Litre"],
    ["C62", "عدد", "Piece"],
  ]),
});

export const CL_PLAN_BASIS = defineCodelist({
  id: "CL_PLAN_BASIS",
  title: { fa: "مبنای اعتبار", en: "Basis of a credit" },
  source,
  codes: rows([
    ["PERSON", "هر نفر", "Per person"],
    ["HOUSEHOLD", "هر خانوار", "Per household"],
  ]),
});

export const CL_CYCLE = defineCodelist({
  id: "CL_CYCLE",
  title: { fa: "دورهٔ طرح", en: "Cycle of a plan" },
  source,
  codes: rows([
    ["MONTH", "ماه شمسی", "Jalali month"],
    ["QUARTER", "فصل", "Jalali quarter"],
  ]),
});

export const CL_NOTICE_CHANNEL = defineCodelist({
  id: "CL_NOTICE_CHANNEL",
  title: { fa: "شیوهٔ اطلاع‌رسانی", en: "Notification channel" },
  source,
  codes: rows([
    ["SMS", "پیامک", "Text message"],
    ["APP", "برنامک", "Application"],
    ["WEB", "وبگاه", "Website"],
  ]),
});

export const CL_HOUSEHOLD_CHANGE = defineCodelist({
  id: "CL_HOUSEHOLD_CHANGE",
  title: { fa: "علت تغییر خانوار", en: "Reason for a household change" },
  source: "Karnameh",
  codes: rows([
    ["BIRTH", "تولد", "Birth"],
    ["DEATH", "فوت", "Death"],
    ["MARRIAGE", "ازدواج", "Marriage"],
    ["DIVORCE", "طلاق", "Divorce"],
    ["MOVE", "جابه‌جایی", "Move"],
    ["OTHER", "سایر", "Other"],
  ]),
});
