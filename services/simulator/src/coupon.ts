import { BASKET, type BasketItem, priceAfter } from "./basket.ts";
import { type Day, isoDay, type JalaliMonth } from "./calendar.ts";
import { type Household, rankAnew, registerHouseholds } from "./households.ts";
import { areaCode } from "./population.ts";
import { PROVINCE_PERSONS } from "./shares.ts";
import { MCLS, newId, type Process, policy, type World, withOwnRandom } from "./world.ts";

/** The monthly purchases from the household's own subsidy that grant the bonus, and the bonus, in rial; from the sources. */
const THRESHOLD_IRR = 2_000_000;
const BONUS_IRR = 1_200_000;
const DECILES = 7;

/** Shares of the plan's households that reach the threshold in a month, and that buy for less. */
const FULL_SHARE = 0.62;
const LESS_SHARE = 0.2;

/** Share of the bonuses that is spent, and share of these that is spent completely. */
const SPENT_SHARE = 0.85;
const WHOLLY_SHARE = 0.75;

/** The number of provinces, in turn, in which each item's price is observed in a month. */
const MARKETS = 3;

/** When the database and the plan enter the register, and when deciles are computed again. */
const REGISTERED = 30;
const RANKED_MONTH = 7;

type Purchase = { readonly household: Household; readonly day: Day; readonly amount: number };

const planOf = (year: number): string => `simulated-coupon-${year}`;

const setPlan = ({ recorder, first }: World, { year, first: from, last }: JalaliMonth, until: Day): void => {
  const planVersion = planOf(year);
  const basePeriod = String(year - 1);
  const data = {
    planVersion,
    deciles: Array.from({ length: DECILES }, (_, n) => String(n + 1)),
    threshold: THRESHOLD_IRR,
    bonus: BONUS_IRR,
    basis: "HOUSEHOLD",
    cycle: "MONTH",
    basket: BASKET.map(({ item }) => item),
    basePeriod,
  };
  const stream = `plan-${planVersion}`;
  recorder.reportOn({ type: "PlanParametersSet", source: MCLS, stream, on: from, data }, from);
  for (const thing of BASKET) {
    const { item, unit } = thing;
    const price = priceAfter(thing, from - first);
    const fixed = { item, unit, price, basePeriod, endsOn: isoDay(Math.max(last, until)) };
    recorder.reportOn(
      { type: "BasePriceFixed", source: MCLS, stream: `price-${item}`, on: from, data: fixed },
      from,
    );
  }
};

const observePrices = (world: World, number: number, day: Day): void => {
  const { random, recorder, first } = world;
  for (const [at, thing] of BASKET.entries()) {
    for (let market = 0; market < MARKETS; market++) {
      const province = (number * MARKETS + market + at * 7) % PROVINCE_PERSONS.length;
      const price =
        Math.round((priceAfter(thing, day - first) * (0.94 + 0.12 * random.unit())) / 1000) * 1000;
      const data = { item: thing.item, area: areaCode(province), unit: thing.unit, price };
      const stream = `price-${thing.item}`;
      recorder.report({ type: "BasketPriceObserved", source: MCLS, stream, on: day, data });
    }
  }
};

const storeOf = (province: number): string => `simulated-store-${areaCode(province)}`;

const joinStores = ({ recorder, random, first }: World): void => {
  for (let province = 0; province < PROVINCE_PERSONS.length; province++) {
    const storeId = storeOf(province);
    const data = { storeId, area: areaCode(province), terminals: random.whole(2, 60) };
    recorder.report({ type: "StoreJoined", source: MCLS, stream: `store-${storeId}`, on: first, data });
  }
};

/** The highest observed price becomes the base price of the year; the state pays the rise since then. */
const lineOf = (
  world: World,
  thing: BasketItem,
  { day, amount }: Purchase,
  part: "fromCoupon" | "fromBonus",
) => {
  const { months, first } = world;
  const begins = months.findLast(({ month, first: from }) => month === 1 && from <= day)?.first ?? first;
  const base = priceAfter(thing, begins - first);
  const stateCompensation = Math.round(amount * (priceAfter(thing, day - first) / base - 1));
  return {
    item: thing.item,
    quantity: Math.round((amount / base) * 100) / 100,
    unit: thing.unit,
    amount: amount + stateCompensation,
    fromCoupon: 0,
    fromBonus: 0,
    [part]: amount,
    stateCompensation,
  };
};

/** Buys two items for half of the amount each. Returns the purchase. */
const buy = (world: World, purchase: Purchase, part: "fromCoupon" | "fromBonus"): string => {
  const { random, recorder } = world;
  const { household, day, amount } = purchase;
  const purchaseId = newId(world, day);
  const half = { ...purchase, amount: amount / 2 };
  const at = random.whole(0, BASKET.length - 1);
  const things = [BASKET[at], BASKET[(at + 3) % BASKET.length]].filter((thing) => thing !== undefined);
  const lines = things.map((thing) => lineOf(world, thing, half, part));
  const data = { purchaseId, householdId: household.id, storeId: storeOf(household.province), lines };
  const stream = `purchase-${purchaseId}`;
  recorder.reportOn({ type: "CouponPurchaseMade", source: MCLS, stream, on: day, data }, day);
  return purchaseId;
};

type Bonus = { readonly household: Household; readonly month: JalaliMonth; readonly purchaseIds: string[] };

type PolicyEvent = {
  readonly policy: "coupon-bonus" | "coupon-expiry";
  readonly on: Day;
  readonly more: object;
};

const recordPolicyEvent = (
  { recorder }: World,
  { household, month }: Bonus,
  { policy: name, on, more }: PolicyEvent,
): void => {
  const type = name === "coupon-bonus" ? "BonusGranted" : "BonusExpired";
  const data = { householdId: household.id, month: month.label, ...more };
  const stream = `household-${household.id}`;
  recorder.reportOn({ type, source: policy(name), stream, on, data }, on + 1);
};

const grant = (world: World, bonus: Bonus, day: Day): void => {
  const { random, agenda } = world;
  const { household, month, purchaseIds } = bonus;
  const more = { amount: BONUS_IRR, planVersion: planOf(month.year), purchaseIds };
  recordPolicyEvent(world, bonus, { policy: "coupon-bonus", on: day, more });
  const spent = random.chance(SPENT_SHARE) ? BONUS_IRR * (random.chance(WHOLLY_SHARE) ? 1 : 0.5) : 0;
  if (spent > 0)
    agenda.at(random.whole(Math.min(day + 1, month.last), month.last), (on) =>
      buy(world, { household, day: on, amount: spent }, "fromBonus"),
    );
  if (spent < BONUS_IRR)
    agenda.at(month.last, (on) =>
      recordPolicyEvent(world, bonus, { policy: "coupon-expiry", on, more: { amount: BONUS_IRR - spent } }),
    );
};

/** One household's month: it spends all of its subsidy in one or two purchases, a part of it, or nothing. */
const shop = (world: World, household: Household, month: JalaliMonth): void => {
  const { random, agenda } = world;
  if (household.decile > DECILES) return;
  const chance = random.unit();
  if (chance > FULL_SHARE + LESS_SHARE) return;
  const isFull = chance < FULL_SHARE;
  const halves = isFull && random.chance(0.3) ? 2 : 1;
  const bonus: Bonus = { household, month, purchaseIds: [] };
  let day = month.first + random.whole(0, 18);
  for (let n = 1; n <= halves; n++) {
    const amount = isFull ? THRESHOLD_IRR / halves : random.whole(3, 15) * 100_000;
    agenda.at(day, (on) => {
      bonus.purchaseIds.push(buy(world, { household, day: on, amount }, "fromCoupon"));
      if (isFull && n === halves) grant(world, bonus, on);
    });
    day += random.whole(1, 9);
  }
};

/** Households with their deciles, the coupon plan of each year with its prices, purchases and bonuses. */
export const welfareCoupon = (whole: World): Process => {
  const world = withOwnRandom(whole, 0xc09);
  const { months, first } = world;
  const starts = new Map(months.map((month, number) => [month.first, { month, number }]));
  let households: readonly Household[] = [];
  return (day) => {
    if (day === first) joinStores(world);
    if (day === first + REGISTERED) households = registerHouseholds(world, day);
    const begun = starts.get(day);
    if (begun === undefined) return;
    const { month, number } = begun;
    if (month.month === 1) setPlan(world, month, months[number + 11]?.last ?? world.last);
    if (month.month === RANKED_MONTH) rankAnew(world, households, day);
    world.agenda.at(day + 15, (on) => observePrices(world, number, on));
    for (const household of households) shop(world, household, month);
  };
};
