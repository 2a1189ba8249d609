import { uuid } from "@karnameh/projections/testing/ledger";
import { record } from "@karnameh/projections/testing/record";
import type { NewEvent } from "@karnameh/schema/event";
import { describe, expect, it } from "vitest";
import { bought, line, plan, reversed } from "../testing/policy-events.ts";
import { type Node, policyStage } from "../testing/policy-stage.ts";
import { priceCompensation } from "./price-compensation.ts";

const stage = policyStage([priceCompensation]);
const { on } = stage;

const basePrice = (day: string, price: number, words = {}) =>
  record("BasePriceFixed", day, { item: "RICE", unit: "KGM", price, basePeriod: "1401", ...words });

describe("the compensation of prices", () => {
  const CLAIM = "purchase_id, claimed, due, store_id, plan_version";
  const overclaimed = (node: Node, columns = "claimed, due") =>
    node.facts("compensation_overclaimed", columns);
  /** Rice of 8,000,000 rial a kilogram, which was 5,000,000 in the base period. */
  const claiming = (name: string, stateCompensation: number, words = {}) =>
    bought(name, "2023-08-26", 2_000_000, { amount: 8_000_000, stateCompensation, ...words });
  const start = async (...more: readonly NewEvent[]) => {
    const node = await stage.open();
    await on("2023-03-22", plan("2023-03-21"), basePrice("2023-03-21", 5_000_000), ...more);
    return node;
  };

  it("is at most what the same cost less in the base period, to a hundredth of its unit", async () => {
    const node = await start();
    // The rise is 3,000,000, and a hundredth of a kilogram cost 50,000.
    await on("2023-08-26", claiming("due", 3_000_000), claiming("unsure", 3_050_000));
    expect(await node.settle()).toBe(0);
    await on("2023-08-26", claiming("more", 3_050_001, { fromBonus: 1_000_000 }));
    expect(await node.settle()).toBe(1);
    expect(await overclaimed(node, CLAIM)).toEqual([
      { purchase_id: uuid("more"), claimed: 3_050_001, due: 3_000_000, store_id: "s", plan_version: "p1" },
    ]);
    const cheaper = { quantity: 2, amount: 8_000_000, stateCompensation: 1_000_000 };
    // Two kilograms cost 10,000,000 then and 8,000,000 now: nothing rose.
    await on("2023-08-27", bought("cheaper", "2023-08-27", 0, cheaper));
    expect(await node.settle()).toBe(1);
    expect(await overclaimed(node)).toContainEqual({ claimed: 1_000_000, due: 0 });
  });

  it("is none for what is not in the basket, and unknown where nobody fixed a price", async () => {
    const node = await start();
    await on(
      "2023-08-26",
      claiming("sugar", 400_000, { item: "SUGAR" }),
      claiming("milk", 400_000, { item: "RAW_MILK", unit: "LTR" }),
      claiming("sack", 4_000_000, { unit: "C62" }),
    );
    expect(await node.settle()).toBe(1);
    expect(await overclaimed(node)).toEqual([{ claimed: 400_000, due: 0 }]);
  });

  it("is compared with the price that was fixed last for the day, of the period that the plan names", async () => {
    const node = await start(
      basePrice("2023-04-01", 1_000_000, { endsOn: "2023-08-25" }),
      basePrice("2023-04-01", 1_000_000, { basePeriod: "1400" }),
    );
    await on("2023-08-26", claiming("1", 4_000_000));
    expect(await node.settle()).toBe(1);
    expect(await overclaimed(node)).toEqual([{ claimed: 4_000_000, due: 3_000_000 }]);
    await on("2023-09-01", basePrice("2023-08-20", 4_500_000));
    expect(await node.settle()).toBe(1);
    expect(await overclaimed(node)).toEqual([{ claimed: 4_000_000, due: 3_500_000 }]);
    await on("2023-09-02", basePrice("2023-08-25", 4_000_000));
    expect(await node.settle()).toBe(1);
    expect(await overclaimed(node)).toEqual([]);
  });

  it("is compared with the price by the plan that was recorded last, of those that begin on one day", async () => {
    const node = await start();
    for (const basePeriod of ["1400", "1399", "1398", "1401"])
      await on("2023-08-01", plan("2023-08-01", { planVersion: `by-${basePeriod}`, basePeriod }));
    await on("2023-08-26", claiming("1", 4_000_000));
    expect(await node.settle()).toBe(1);
    expect(await overclaimed(node, CLAIM)).toMatchObject([{ plan_version: "by-1401", due: 3_000_000 }]);
  });

  it("is held together for the lines of one item, each with a quantity to the hundredth", async () => {
    const node = await start();
    // Three bags of 1.335 kg are recorded as 1.34 each: 4.02 kg cost 20,100,000 then, and 4.005 kg 20,025,000.
    const bag = line(0, { quantity: 1.34, amount: 10_680_000, stateCompensation: 4_005_000 });
    const sold = (name: string, more: number) =>
      record("CouponPurchaseMade", "2023-08-26", {
        purchaseId: name,
        householdId: "h",
        storeId: "s",
        lines: [bag, bag, { ...bag, stateCompensation: 4_005_000 + more }],
      });
    // 32,040,000 less 20,100,000 are 11,940,000, and three hundredths of a kilogram cost 150,000.
    await on("2023-08-26", sold("rounded", 0), sold("unsure", 75_000));
    expect(await node.settle()).toBe(0);
    await on("2023-08-26", sold("more", 75_001));
    expect(await node.settle()).toBe(1);
    expect(await overclaimed(node)).toEqual([{ claimed: 12_090_001, due: 11_940_000 }]);
  });

  it("is judged again for a purchase that is corrected", async () => {
    const node = await start();
    const sold = claiming("1", 4_000_000);
    await on("2023-08-26", sold);
    expect(await node.settle()).toBe(1);
    await on("2023-08-27", { ...claiming("1", 3_500_000), id: uuid("said again"), corrects: sold.id });
    expect(await node.settle()).toBe(1);
    expect(await overclaimed(node)).toEqual([{ claimed: 3_500_000, due: 3_000_000 }]);
  });

  it("is what is left of it when a part is given back, and nothing when all of it is", async () => {
    const node = await start();
    await on("2023-08-26", claiming("1", 4_000_000), claiming("2", 4_000_000));
    expect(await node.settle()).toBe(2);
    const half = { quantity: 0.5, amount: 4_000_000, stateCompensation: 2_000_000 };
    await on("2023-08-27", reversed("1", "2023-08-27", 0, half), reversed("2", "2023-08-27"));
    expect(await node.settle()).toBe(2);
    expect(await overclaimed(node)).toEqual([{ claimed: 2_000_000, due: 1_500_000 }]);
  });
});
