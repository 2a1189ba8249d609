const RIAL_PER_TOMAN = 10;

/** Converts toman to rial. Throws RangeError if the result is not a whole number of rial. */
export const irrOfToman = (toman: number): number => {
  const irr = toman * RIAL_PER_TOMAN;
  if (!Number.isSafeInteger(irr) || irr < 0) throw new RangeError("not a whole amount of rial");
  return irr;
};

/** Who pays which part of a purchase, in rial; the parts add up to today's price. */
export type PurchaseSplit = { readonly own: number; readonly coupon: number; readonly state: number };

/**
 * Splits the price of a purchase of basket items. The household pays the price of the base period. The coupon pays the
 * rise since then, up to its value, and the state pays the rest. If the price fell, the household pays today's price.
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
 * The Laspeyres price index of a basket: the cost of the base period's quantities today, divided by their cost then.
 * Null if that cost was zero.
 */
export const laspeyres = (basket: readonly PricedItem[]): number | null => {
  const cost = (price: (item: PricedItem) => number): number =>
    basket.reduce((total, item) => total + item.quantity * price(item), 0);
  const base = cost(({ baseIrr }) => baseIrr);
  return base === 0 ? null : cost(({ todayIrr }) => todayIrr) / base;
};

/**
 * The real value of the threshold after the bonus is added: 1 if the bonus compensates the rise of prices exactly.
 * Null without an index or a threshold.
 */
export const realValueKept = (thresholdIrr: number, bonusIrr: number, index: number | null): number | null =>
  index === null || index === 0 || thresholdIrr === 0
    ? null
    : (thresholdIrr + bonusIrr) / (thresholdIrr * index);
