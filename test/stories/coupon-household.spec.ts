import { irrOfToman, laspeyres, realValueKept, splitPurchase } from "@karnameh/policies/coupon/prices";
import { person, said, uuid } from "@karnameh/projections/testing/ledger";
import { CL_BASKET_ITEM } from "@karnameh/schema/codelists/welfare";
import type { NewEvent } from "@karnameh/schema/event";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";

const BASKET = CL_BASKET_ITEM.codes.map(({ code }) => code);

/** The plan as it was announced for Shahrivar 1402: five deciles, 200,000 toman to buy for, 120,000 more to spend. */
const plan = (on = "2023-08-23", words = {}) =>
  said({
    type: "PlanParametersSet",
    on,
    data: {
      planVersion: "shahrivar-1402",
      deciles: ["1", "2", "3", "4", "5"],
      threshold: irrOfToman(200_000),
      bonus: irrOfToman(120_000),
      basis: "HOUSEHOLD",
      cycle: "MONTH",
      basket: BASKET,
      basePeriod: "1401",
      ...words,
    },
  });

const inDecile = (household: string, decile: string, on = "2023-08-23"): NewEvent =>
  said({
    type: "DecileAssigned",
    on,
    data: { householdId: uuid(household), decile, methodVersion: "1402" },
  });

type Line = {
  readonly item?: string;
  readonly today: number;
  readonly base?: number;
  readonly bonus?: number;
};

/** What a kilogram of rice cost in 1401, in toman. */
const baseOfRice = (price: number, on = "2023-08-23"): NewEvent =>
  said({
    type: "BasePriceFixed",
    on,
    data: { item: "RICE", unit: "KGM", price: irrOfToman(price), basePeriod: "1401" },
  });

/**
 * A household buys one thing; prices in toman, the coupon of 200,000 toman pays its part of what the price rose by, and the
 * state the rest, or what the store claims of it.
 */
const bought = (
  household: string,
  on: string,
  { item = "RICE", today, base = today, bonus = 0 }: Line,
  claimed?: number,
) => {
  const { coupon, state } = splitPurchase(irrOfToman(today), irrOfToman(base), irrOfToman(200_000));
  return said({
    type: "CouponPurchaseMade",
    on,
    data: {
      purchaseId: uuid(`${household} on ${on}`),
      householdId: uuid(household),
      storeId: "refah-12",
      lines: [
        {
          item,
          quantity: 1,
          unit: "KGM",
          amount: irrOfToman(today),
          fromCoupon: coupon,
          fromBonus: irrOfToman(bonus),
          stateCompensation: claimed === undefined ? state : irrOfToman(claimed),
        },
      ],
    },
  });
};

const reversed = (household: string, purchaseOn: string, on: string): NewEvent =>
  said({
    type: "CouponPurchaseReversed",
    on,
    data: { purchaseId: uuid(`${household} on ${purchaseOn}`), householdId: uuid(household) },
  });

describe("what cost 500,000 toman in 1401 and costs 800,000 now", () => {
  const today = irrOfToman(800_000);
  const base = irrOfToman(500_000);

  it("is paid 500,000 by the household, 200,000 by its coupon and 100,000 by the state", () => {
    expect(splitPurchase(today, base, irrOfToman(200_000))).toEqual({
      own: 5_000_000,
      coupon: 2_000_000,
      state: 1_000_000,
    });
  });

  it("leaves the coupon its whole real value, the bonus being as large as prices rose", () => {
    // (200 + 120) / (200 × 1.6) = 320 / 320.
    const index = laspeyres([{ quantity: 1, baseIrr: base, todayIrr: today }]);
    expect(realValueKept(irrOfToman(200_000), irrOfToman(120_000), index)).toBeCloseTo(1, 10);
  });
});

/**
 * Shahrivar 1402 ends on 22 September 2023. The household of Mina is in the fourth decile, that of Nader in the sixth,
 * that of Omid in the second. All three buy rice of 800,000 toman, of which the coupon pays 200,000.
 */
describe("a household with a coupon", () => {
  let story: Story;
  beforeAll(async () => {
    story = await beginStory({
      indicators: [],
      history: [plan(), inDecile("mina", "4"), inDecile("nader", "6"), inDecile("omid", "2")],
      begins: "2023-08-23",
    });
  });
  afterAll(() => story.end());

  const rice = { today: 800_000, base: 500_000 };
  const granted = async () =>
    (await story.recorded("BonusGranted")).map(({ data }) => [
      ["mina", "nader", "omid"].find((name) => data["householdId"] === uuid(name)),
      data["month"],
      data["amount"],
    ]);

  it("of one of the five deciles is granted the bonus when it has bought for the threshold", async () => {
    await story.pass("2023-08-26");
    await story.record(["mina", "nader", "omid"].map((name) => bought(name, "2023-08-26", rice)));
    expect(await story.pass("2023-08-26")).toBe(2);
    expect((await granted()).sort()).toEqual([
      ["mina", "1402-06", 1_200_000],
      ["omid", "1402-06", 1_200_000],
    ]);
  });

  it("is granted it once in a month, however much it buys", async () => {
    await story.pass("2023-08-28");
    await story.record([bought("mina", "2023-08-28", rice)]);
    expect(await story.pass("2023-08-28")).toBe(0);
  });

  it("gives it back with the purchase that it came from", async () => {
    await story.record([reversed("omid", "2023-08-26", "2023-08-28")]);
    expect(await story.pass("2023-08-28")).toBe(1);
    const [takenBack] = await story.recorded("EventRetracted");
    const omids = (await story.recorded("BonusGranted")).find(
      ({ data }) => data["householdId"] === uuid("omid"),
    );
    expect(takenBack?.corrects).toBe(omids?.id);
  });

  it("keeps it where another purchase of the month still reaches the threshold", async () => {
    await story.record([reversed("mina", "2023-08-26", "2023-08-28")]);
    // The bonus now rests on the purchase of the 28th: said again, as a correction of the first word.
    expect(await story.pass("2023-08-28")).toBe(1);
    expect((await story.recorded("BonusGranted")).at(-1)).toMatchObject({
      effectiveOn: "2023-08-28",
      data: { householdId: uuid("mina"), purchaseIds: [uuid("mina on 2023-08-28")] },
    });
  });

  it("loses at the end of the month what it has not spent on the basket", async () => {
    await story.pass("2023-09-10");
    await story.record([bought("mina", "2023-09-05", { item: "SUGAR", today: 50_000, bonus: 50_000 })]);
    // What is not of the eleven is not bought with a coupon at all.
    const telephone = bought("mina", "2023-09-06", { item: "TELEPHONE", today: 70_000, bonus: 70_000 });
    expect((await story.tryToRecord([telephone])).refusals).toContain("CL_BASKET_ITEM");
    expect(await story.pass("2023-09-22")).toBe(0);
    expect(await story.pass("2023-09-23")).toBe(1);
    expect(await story.recorded("BonusExpired")).toMatchObject([
      { effectiveOn: "2023-09-22", data: { householdId: uuid("mina"), month: "1402-06", amount: 700_000 } },
    ]);
  });
});

/**
 * A kilogram of rice cost 500,000 toman in 1401 and costs 800,000 now: of the rise of 300,000 the coupon pays 200,000, and
 * 100,000 are left for the state. One store asks the state for 350,000, more than the rise.
 */
describe("a store that asks the state for more than prices rose", () => {
  let story: Story;
  beforeAll(async () => {
    story = await beginStory({
      indicators: [],
      history: [plan(), baseOfRice(500_000)],
      begins: "2023-08-23",
    });
    await story.pass("2023-08-26");
  });
  afterAll(() => story.end());

  const rice = { today: 800_000, base: 500_000 };

  it("is named with what it asked for and what was due; one that asked for what was left is not", async () => {
    await story.record([bought("mina", "2023-08-26", rice), bought("omid", "2023-08-26", rice, 350_000)]);
    expect(await story.pass("2023-08-26")).toBe(1);
    expect(await story.recorded("CompensationOverclaimed")).toMatchObject([
      {
        effectiveOn: "2023-08-26",
        data: {
          purchaseId: uuid("omid on 2023-08-26"),
          storeId: "refah-12",
          claimed: 3_500_000,
          due: 3_000_000,
        },
      },
    ]);
  });

  it("is named no more when the price of 1401 turns out to have been lower", async () => {
    await story.record([baseOfRice(450_000, "2023-08-25")]);
    expect(await story.pass("2023-08-27")).toBe(1);
    expect(await story.recorded("EventRetracted")).toMatchObject([
      { data: { retractedType: "CompensationOverclaimed" } },
    ]);
  });
});

/**
 * A plan by the person and the quarter: Mina, Nader and Omid are one household, so they have to buy for 3 × 200,000
 * toman in the summer of 1402 and are granted 3 × 120,000. Of each of three purchases of rice the coupon pays 200,000.
 */
describe("a household under a plan by the person and the quarter", () => {
  const rice = { today: 800_000, base: 500_000 };
  const family = said({
    type: "HouseholdRegistered",
    on: "2023-06-22",
    data: {
      householdId: uuid("mina"),
      headRef: person("mina"),
      memberRefs: [person("nader"), person("omid")],
      area: "IR-23",
    },
  });
  const byPerson = plan("2023-06-22", { planVersion: "summer-1402", basis: "PERSON", cycle: "QUARTER" });
  let story: Story;
  beforeAll(async () => {
    story = await beginStory({
      indicators: [],
      history: [byPerson, family, inDecile("mina", "2", "2023-06-22")],
      begins: "2023-06-22",
    });
  });
  afterAll(() => story.end());

  it("is granted three bonuses in one when three thresholds are reached", async () => {
    await story.record([bought("mina", "2023-07-10", rice), bought("mina", "2023-08-10", rice)]);
    expect(await story.pass("2023-08-11")).toBe(0);
    await story.record([bought("mina", "2023-09-05", rice)]);
    expect(await story.pass("2023-09-05")).toBe(1);
    expect(await story.recorded("BonusGranted")).toMatchObject([
      { effectiveOn: "2023-09-05", data: { month: "1402-06", amount: 3_600_000 } },
    ]);
  });

  it("gives it back with a part of a purchase, when what is left is less than they had to buy for", async () => {
    // 50,000 toman of the coupon go back with a part of the rice: 550,000 of 600,000 are left.
    await story.record([
      said({
        type: "CouponPurchaseReversed",
        on: "2023-09-10",
        data: {
          purchaseId: uuid("mina on 2023-07-10"),
          householdId: uuid("mina"),
          lines: [
            {
              item: "RICE",
              quantity: 0.25,
              unit: "KGM",
              amount: irrOfToman(200_000),
              fromCoupon: irrOfToman(50_000),
              fromBonus: 0,
              stateCompensation: irrOfToman(25_000),
            },
          ],
        },
      }),
    ]);
    expect(await story.pass("2023-09-10")).toBe(1);
    expect(await story.recorded("EventRetracted")).toHaveLength(1);
  });
});
