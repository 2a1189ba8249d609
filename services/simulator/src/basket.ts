import type { Day } from "./calendar.ts";

/** An item of the basket: its unit and its price in rial at the start. */
export type BasketItem = { readonly item: string; readonly unit: "KGM" | "LTR"; readonly price: number };

/** Retail prices of 1400, to the order of magnitude; plausible, not from a source. */
export const BASKET: readonly BasketItem[] = [
  { item: "RAW_MILK", unit: "LTR", price: 145_000 },
  { item: "CHEESE", unit: "KGM", price: 980_000 },
  { item: "YOGHURT", unit: "KGM", price: 270_000 },
  { item: "CHICKEN", unit: "KGM", price: 310_000 },
  { item: "EGGS", unit: "KGM", price: 340_000 },
  { item: "FROZEN_MEAT", unit: "KGM", price: 1_150_000 },
  { item: "RICE", unit: "KGM", price: 380_000 },
  { item: "PULSES", unit: "KGM", price: 420_000 },
  { item: "PASTA", unit: "KGM", price: 210_000 },
  { item: "SUGAR_CUBES", unit: "KGM", price: 190_000 },
  { item: "SUGAR", unit: "KGM", price: 165_000 },
];

/** Food prices rose by about 45 % a year. */
const LOG_RISE_A_YEAR = Math.log(1.45);

/** The price of an item a number of days after the start, rounded to 1,000 rial. */
export const priceAfter = ({ price }: BasketItem, days: Day): number =>
  Math.round((price * Math.exp((LOG_RISE_A_YEAR * days) / 365.25)) / 1000) * 1000;
