import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { bonuses } from "./bonuses.ts";
import { decileMoves } from "./decile-moves.ts";
import { eligibleHouseholds } from "./eligible.ts";
import { realValue } from "./real-value.ts";

const spec = specLedger([eligibleHouseholds, bonuses, decileMoves, realValue], "2024-03-19");

const plan = (planVersion: string, on: string, more = {}, words = {}) =>
  record("PlanParametersSet", on, { planVersion, deciles: ["1", "2"], ...more }, words);
const placed = (householdId: string, decile: string, on: string, words = {}) =>
  record("DecileAssigned", on, { householdId, decile }, words);
const bonus = (householdId: string, month: string, on: string, words = {}) =>
  record("BonusGranted", on, { householdId, month }, words);
const price = (value: number, on: string, more = {}) =>
  record("BasketPriceObserved", on, { item: "CHEESE", price: value, ...more });
const base = (value: number, on: string, more = {}) =>
  record("BasePriceFixed", on, { item: "CHEESE", price: value, ...more });

const ask = async (indicator: string, month: string, more = {}) => {
  const { observations } = await spec.planner.observations({
    indicator,
    frequency: "MONTH",
    period: { from: month, to: month },
    ...more,
  });
  return observations.map(({ coordinates, value, reason }) => [
    ...coordinates.map(({ code }) => code),
    value ?? reason,
  ]);
};

it("takes the households granted the bonus over those whose decile is covered, decile by decile", async () => {
  await spec.ledger.commit([
    plan("v1", "2023-03-21"),
    placed("a", "1", "2023-03-22"),
    placed("b", "1", "2023-03-22"),
    placed("c", "2", "2023-03-22"),
    placed("d", "10", "2023-03-22"),
    bonus("a", "1402-02", "2023-05-10"),
    bonus("a", "1402-02", "2023-05-11"),
    bonus("c", "1402-02", "2023-05-20"),
  ]);
  expect(await ask("bonus_take_up", "1402-02", { by: ["decile"] })).toEqual([
    ["1", 50],
    ["2", 100],
  ]);
  expect(await ask("bonus_take_up", "1402-02")).toEqual([[(2 / 3) * 100]]);
  expect(await ask("bonus_take_up", "1402-01")).toEqual([["NO_EVENTS"]]);
});

it("ends eligibility with a new decile and with a plan that leaves the decile out, also when recorded again", async () => {
  await spec.ledger.commit([
    plan("v1", "2023-03-21"),
    placed("a", "1", "2023-03-22"),
    placed("a", "9", "2023-05-01"),
    placed("b", "2", "2023-05-02"),
    plan("v2", "2023-07-01", { deciles: ["1"] }, { id: "v2" }),
    plan("v2", "2023-07-01", { deciles: ["1", "2"] }, { knownOn: "2023-07-05" }),
  ]);
  const rows = (asOf?: string) => spec.ledger.rows("eligible_households", ["on", "decile"], asOf);
  const before = [
    { on: "2023-03-21", decile: "1", eligible: 1 },
    { on: "2023-05-01", decile: "1", eligible: -1 },
    { on: "2023-05-01", decile: "2", eligible: 1 },
  ];
  expect(await rows("2023-07-01")).toEqual([...before, { on: "2023-07-01", decile: "2", eligible: -1 }]);
  expect(await rows()).toEqual(before);
});

it("keeps the whole value where the bonus makes up for the prices: the plan's own example", async () => {
  await spec.ledger.commit([
    plan("v1", "2023-03-21"),
    base(5_000_000, "2023-03-21"),
    price(8_000_000, "2023-05-01"),
    price(10_000_000, "2023-06-01"),
    price(3, "2023-06-02", { unit: "C62" }),
    price(3, "2023-06-02", { item: "RICE" }),
  ]);
  // (2,000,000 + 1,200,000) ÷ (2,000,000 × 8 ÷ 5)
  expect(await ask("coupon_real_value_kept", "1402-02")).toEqual([[1]]);
  // (2,000,000 + 1,200,000) ÷ (2,000,000 × 10 ÷ 5)
  expect(await ask("coupon_real_value_kept", "1402-03")).toEqual([[0.8]]);
});

it("weighs items by their base prices, as one unit of each", async () => {
  const rice = { item: "RICE" };
  await spec.ledger.commit([
    plan("v1", "2023-03-21"),
    base(300, "2023-03-21"),
    base(100, "2023-03-21", rice),
    price(450, "2023-05-01"),
    price(190, "2023-05-01", rice),
  ]);
  // (300 + 100) × 1.6 ÷ (450 + 190)
  expect(await ask("coupon_real_value_kept", "1402-02")).toEqual([[1]]);
});

it("counts moves between deciles by the decile from which they come", async () => {
  await spec.ledger.commit([
    placed("a", "1", "2023-03-22"),
    placed("b", "1", "2023-03-22"),
    placed("a", "3", "2023-05-01", { id: "up" }),
    placed("b", "1", "2023-05-01"),
    placed("c", "5", "2023-05-01"),
    record(
      "EventRetracted",
      "2023-05-02",
      { retractionId: "r", retractedType: "DecileAssigned" },
      { corrects: "up" },
    ),
  ]);
  expect(await ask("decile_mobility_rate", "1402-02", { asOf: "2023-05-01", by: ["decile"] })).toEqual([
    ["1", 50],
  ]);
  expect(await ask("decile_upward_mobility_rate", "1402-02", { asOf: "2023-05-01" })).toEqual([[50]]);
  expect(await ask("decile_mobility_rate", "1402-02")).toEqual([[0]]);
});
