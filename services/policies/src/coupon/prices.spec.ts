import { describe, expect, it } from "vitest";
import { irrOfToman, laspeyres, realValueKept, splitPurchase } from "./prices.ts";

/** A purchase of 800,000 toman today that cost 500,000 in 1401, a coupon of 200,000 and a bonus of 120,000. */
const [today, base] = [irrOfToman(800_000), irrOfToman(500_000)];
const [threshold, bonus] = [irrOfToman(200_000), irrOfToman(120_000)];

describe("a sum in toman", () => {
  it("is ten times as many rial", () => {
    expect([today, base, threshold, bonus]).toEqual([8_000_000, 5_000_000, 2_000_000, 1_200_000]);
  });

  it("that is no whole amount of rial is refused", () => {
    expect(() => irrOfToman(0.05)).toThrow(RangeError);
    expect(() => irrOfToman(-1)).toThrow(RangeError);
  });
});

describe("the worked example", () => {
  it("is paid 5,000,000 by the household, 2,000,000 by the coupon and 1,000,000 by the state", () => {
    expect(splitPurchase(today, base, threshold)).toEqual({
      own: 5_000_000,
      coupon: 2_000_000,
      state: 1_000_000,
    });
  });

  it("keeps the real value of the threshold whole", () => {
    const index = laspeyres([{ quantity: 1, baseIrr: base, todayIrr: today }]);
    expect(index).toBe(1.6);
    expect(realValueKept(threshold, bonus, index)).toBeCloseTo(1, 10);
  });
});

describe("a price", () => {
  it("that fell is paid as it is, and nobody compensates", () => {
    expect(splitPurchase(4_000_000, base, threshold)).toEqual({ own: 4_000_000, coupon: 0, state: 0 });
  });

  it("that rose by less than the coupon leaves the state nothing to pay", () => {
    expect(splitPurchase(6_000_000, base, threshold)).toEqual({
      own: 5_000_000,
      coupon: 1_000_000,
      state: 0,
    });
  });

  it("is whole rial", () => {
    expect(() => splitPurchase(0.5, 0, 0)).toThrow(RangeError);
  });
});

describe("the index of a basket", () => {
  it("weighs the items by what was bought in the base period", () => {
    // 2 × 100 + 1 × 300 then, 2 × 150 + 1 × 330 now: 630 / 500.
    const basket = [
      { quantity: 2, baseIrr: 100, todayIrr: 150 },
      { quantity: 1, baseIrr: 300, todayIrr: 330 },
    ];
    expect(laspeyres(basket)).toBeCloseTo(1.26, 10);
  });

  it("is unknown, not zero, for an empty basket", () => {
    expect(laspeyres([])).toBeNull();
    expect(realValueKept(threshold, bonus, null)).toBeNull();
  });
});
