import { record } from "@karnameh/projections/testing/record";
import { describe, expect, it } from "vitest";
import type { Policy } from "../policy.ts";
import { bought, decile, plan, reversed } from "../testing/policy-events.ts";
import { type Node, policyStage } from "../testing/policy-stage.ts";
import { couponBonus } from "./coupon-bonus.ts";
import { couponExpiry } from "./coupon-expiry.ts";

const stage = policyStage([couponBonus]);
const { on } = stage;

const withExpiry = [couponBonus, couponExpiry];

describe("the coupon's bonus", () => {
  const granted = (node: Node) => node.facts("bonus_granted", "month, amount, effective_on, plan_version");
  const start = async (policies: readonly Policy[] = [couponBonus]) => {
    const node = await stage.open({ policies });
    await on("2023-03-22", plan("2023-03-21"), decile("2023-03-21", "4"));
    return node;
  };

  it("comes with the purchase that reaches the threshold, once a month", async () => {
    const node = await start();
    await on("2023-08-26", bought("1", "2023-08-24", 1_500_000), bought("2", "2023-08-26", 500_000));
    expect(await node.settle()).toBe(1);
    await on("2023-08-28", bought("3", "2023-08-28", 2_000_000));
    expect(await node.settle()).toBe(0);
    expect(await granted(node)).toEqual([
      { month: 140206, amount: 1_200_000, effective_on: "2023-08-26", plan_version: "p1" },
    ]);
    await on("2023-09-24", bought("4", "2023-09-24", 2_000_000));
    await node.settle();
    expect((await granted(node)).map(({ month }) => month)).toEqual([140206, 140207]);
  });

  it("counts the basket alone, the deciles of the plan alone, and the plan that was in force", async () => {
    const node = await start();
    await on("2023-08-24", bought("1", "2023-08-24", 2_000_000, { item: "SUGAR" }));
    await on("2023-08-25", decile("2023-08-25", "6"), bought("2", "2023-08-25", 2_000_000));
    expect(await node.settle()).toBe(0);
    await on("2023-09-24", plan("2023-09-23", { planVersion: "p2", deciles: ["6"], bonus: 1_000_000 }));
    await on("2023-09-25", bought("3", "2023-09-25", 2_000_000));
    await node.settle();
    expect(await granted(node)).toMatchObject([{ plan_version: "p2", amount: 1_000_000 }]);
  });

  it("is as many times as large as the household by the person, and of one that is not registered is none", async () => {
    const node = await start();
    const family = record("HouseholdRegistered", "2023-08-01", {
      householdId: "h",
      headRef: "mina",
      memberRefs: ["nader", "omid"],
      area: "IR-23",
    });
    const member = { householdId: "h", memberRef: "omid", reason: "MOVE" };
    await on("2023-08-24", plan("2023-08-24", { planVersion: "p2", basis: "PERSON" }));
    await on("2023-08-25", bought("1", "2023-08-25", 5_000_000));
    expect(await node.settle()).toBe(0);
    // Three persons have to buy for 6,000,000; from 28 August they are two, who have to for 4,000,000.
    await on("2023-08-26", family);
    expect(await node.settle()).toBe(0);
    await on("2023-08-28", record("HouseholdMemberLeft", "2023-08-27", member));
    await on("2023-08-28", bought("2", "2023-08-28", 0));
    expect(await node.settle()).toBe(1);
    expect(await granted(node)).toMatchObject([{ effective_on: "2023-08-28", amount: 2_400_000 }]);
    await on("2023-08-29", record("HouseholdMemberJoined", "2023-08-28", { ...member, memberRef: "parvin" }));
    await on("2023-08-30", bought("3", "2023-08-30", 1_000_000));
    expect(await node.settle()).toBe(1);
    expect(await granted(node)).toMatchObject([{ effective_on: "2023-08-30", amount: 3_600_000 }]);
  });

  it("comes once a quarter by a plan with that cycle, in the month that reached the threshold, and lasts until its end", async () => {
    const node = await start(withExpiry);
    await on("2023-06-22", plan("2023-06-22", { planVersion: "p2", cycle: "QUARTER" }));
    await on("2023-08-24", bought("1", "2023-07-01", 1_000_000), bought("2", "2023-08-01", 1_000_000));
    expect(await node.settle()).toBe(1);
    await on("2023-08-25", bought("3", "2023-08-25", 2_000_000, { fromBonus: 0 }));
    expect(await node.settle()).toBe(0);
    expect(await granted(node)).toMatchObject([{ month: 140205, effective_on: "2023-08-01" }]);
    // Spent in the month after that of the grant, of the same quarter; the next quarter begins again.
    await on("2023-09-01", bought("4", "2023-09-01", 0, { fromBonus: 900_000 }));
    await on("2023-09-25", bought("5", "2023-09-25", 2_000_000));
    stage.passTo("2023-09-25");
    expect(await node.settle()).toBe(2);
    expect((await granted(node)).map(({ month }) => month)).toEqual([140205, 140207]);
    expect(await node.facts("bonus_expired", "month, amount, effective_on")).toEqual([
      { month: 140205, amount: 300_000, effective_on: "2023-09-22" },
    ]);
  });

  it("is by the plan that was recorded last, of those that begin on one day", async () => {
    const node = await start();
    const versions = ["p2", "p3", "p4", "p5"];
    for (const [index, planVersion] of versions.entries())
      await on("2023-08-01", plan("2023-08-01", { planVersion, bonus: 1_000_000 + index }));
    await on("2023-08-12", bought("1", "2023-08-12", 2_000_000));
    expect(await node.settle()).toBe(1);
    expect(await granted(node)).toMatchObject([{ plan_version: "p5", amount: 1_000_003 }]);
  });

  it("is one where a plan by the month follows one by the quarter within a month", async () => {
    const node = await start();
    await on("2023-08-01", plan("2023-08-01", { planVersion: "p2", cycle: "QUARTER" }));
    await on("2023-08-10", plan("2023-08-10", { planVersion: "p3" }));
    await on("2023-08-12", bought("1", "2023-08-02", 2_000_000), bought("2", "2023-08-12", 2_000_000));
    expect(await node.settle()).toBe(1);
    expect(await granted(node)).toMatchObject([{ month: 140205, plan_version: "p2" }]);
  });

  it("stays with what is left of a purchase reversed in part, and goes when that is less than the threshold", async () => {
    const node = await start();
    await on("2023-08-24", bought("1", "2023-08-24", 2_600_000));
    await node.settle();
    await on("2023-08-25", reversed("1", "2023-08-25", 500_000));
    expect(await node.settle()).toBe(0);
    await on("2023-08-26", reversed("1", "2023-08-26", 200_000));
    expect(await node.settle()).toBe(1);
    expect(await granted(node)).toEqual([]);
    // 1,900,000 are left of the first.
    await on("2023-08-27", bought("2", "2023-08-27", 100_000));
    await node.settle();
    expect(await granted(node)).toMatchObject([{ effective_on: "2023-08-27" }]);
  });

  it("that was spent on what was given back in part is not spent", async () => {
    const node = await start(withExpiry);
    await on("2023-08-24", bought("1", "2023-08-24", 2_000_000));
    await on("2023-08-26", bought("2", "2023-08-26", 0, { fromBonus: 1_200_000 }));
    await on("2023-08-27", reversed("2", "2023-08-27", 0, { fromBonus: 200_000 }));
    stage.passTo("2023-09-23");
    await node.settle();
    expect(await node.facts("bonus_expired", "month, amount")).toEqual([{ month: 140206, amount: 200_000 }]);
  });

  it("goes back with a purchase that is reversed, and comes again with the next", async () => {
    const node = await start();
    await on("2023-08-24", bought("1", "2023-08-24", 2_000_000));
    await node.settle();
    await on("2023-08-25", reversed("1", "2023-08-25"));
    expect(await node.settle()).toBe(1);
    expect(await granted(node)).toEqual([]);
    await on("2023-08-27", bought("2", "2023-08-27", 2_000_000));
    expect(await node.settle()).toBe(1);
    expect(await granted(node)).toMatchObject([{ effective_on: "2023-08-27", amount: 1_200_000 }]);
  });

  it("is lost at the end of the month as far as the basket did not take it", async () => {
    const node = await start(withExpiry);
    await on("2023-08-24", bought("1", "2023-08-24", 2_000_000));
    await on("2023-08-26", bought("2", "2023-08-26", 0, { fromBonus: 500_000 }));
    await on("2023-08-27", bought("3", "2023-08-27", 0, { item: "SUGAR", fromBonus: 700_000 }));
    await node.settle();
    stage.passTo("2023-09-23");
    expect(await node.settle()).toBe(1);
    const expired = () => node.facts("bonus_expired", "month, amount, effective_on");
    expect(await expired()).toEqual([{ month: 140206, amount: 700_000, effective_on: "2023-09-22" }]);
    await on("2023-09-24", bought("4", "2023-09-01", 0, { fromBonus: 700_000 }));
    expect(await node.settle()).toBe(1);
    expect(await expired()).toEqual([]);
  });
});
