const RIAL_A_TOMAN = 10;

/** A sum that was said in toman, in whole rial. Throws RangeError for what is no whole amount of rial. */
export const irrOfToman = (toman: number): number => {
  const irr = toman * RIAL_A_TOMAN;
  if (!Number.isSafeInteger(irr) || irr < 0) throw new RangeError("not a whole amount of rial");
  return irr;
};

/** Who pays what of a purchase, in rial; the parts add up to the price of today. */
export type PurchaseSplit = { readonly own: number; readonly coupon: number; readonly state: number };

/**
 * Splits the price of a purchase of basket items. The household pays what the same cost in the base period; of the
 * rise since, the coupon pays as far as it reaches and the state the rest. A price that fell is paid as it is.
 * All amounts are whole rial; throws RangeError otherwise.
 */
export const splitPurchase = (todayIrr: number, baseIrr: number, couponIrr: number): PurchaseSplit => {
  if (![todayIrr, baseIrr, couponIrr].every((amount) => Number.isSafeInteger(amount) && amount >= 0))
    throw new RangeError("prices are whole numbers of rial, not negative");
  const own = Math.min(todayIrr, baseIrr);
  const coupon = Math.min(todayIrr - own, couponIrr);
  return { own, coupon, state: todayIrr - own - coupon };
};

/** An item of a basket: its quantity in the base period, and its price then and now. */
export type PricedItem = {
  readonly quantity: number;
  readonly baseIrr: number;
  readonly todayIrr: number;
};

/**
 * The price index of a basket by Laspeyres: what the quantities of the base period cost today, as a multiple of what
 * they cost then. Null where they cost nothing then.
 */
export const laspeyres = (basket: readonly PricedItem[]): number | null => {
  const cost = (price: (item: PricedItem) => number): number =>
    basket.reduce((total, item) => total + item.quantity * price(item), 0);
  const base = cost(({ baseIrr }) => baseIrr);
  return base === 0 ? null : cost(({ todayIrr }) => todayIrr) / base;
};

/**
 * What is left of the real value of a purchase at the threshold once the bonus is added: 1 where the bonus makes
 * up for the rise of prices exactly. Null without an index or a threshold.
 */
export const realValueKept = (thresholdIrr: number, bonusIrr: number, index: number | null): number | null =>
  index === null || index === 0 || thresholdIrr === 0
    ? null
    : (thresholdIrr + bonusIrr) / (thresholdIrr * index);
