import type { Day } from "./calendar.ts";
import { areaCode } from "./population.ts";
import { MCLS, newId, type World } from "./world.ts";

/** A household of the welfare database: its head and its decile. Other members are not simulated. */
export type Household = { readonly id: string; readonly province: number; decile: number };

/** The simulated database holds a sample: households per registered person. */
const HOUSEHOLDS = { share: 0.01, least: 30 } as const;

const METHOD = "simulated-means-test";

/** Share of the households that change their decile in a new ranking; more move up than down. */
const MOVED_SHARE = 0.24;
const UP_SHARE = 0.55;

const OBJECTED_SHARE = 0.05;

type HouseholdEvent = { readonly type: string; readonly on: Day; readonly more: object };

const report = ({ recorder }: World, { id }: Household, { type, on, more }: HouseholdEvent): void =>
  recorder.report({
    type,
    source: MCLS,
    stream: `household-${id}`,
    on,
    data: { householdId: id, ...more },
  });

const assign = (world: World, household: Household, on: Day): void =>
  report(world, household, {
    type: "DecileAssigned",
    on,
    more: { decile: String(household.decile), methodVersion: METHOD },
  });

const objectTo = (world: World, household: Household, day: Day): void => {
  const { random, agenda, recorder } = world;
  const objectionId = newId(world, day);
  const stream = `objection-${objectionId}`;
  const data = { objectionId, householdId: household.id };
  recorder.report({ type: "DecileObjected", source: MCLS, stream, on: day, data });
  agenda.at(day + random.whole(20, 60), (on) => {
    const isAccepted = household.decile > 1 && random.chance(0.3);
    if (isAccepted) household.decile--;
    const decided = isAccepted
      ? { ...data, outcome: "ACCEPTED", newDecile: String(household.decile) }
      : { ...data, outcome: "REJECTED" };
    recorder.report({ type: "ObjectionDecided", source: MCLS, stream, on, data: decided });
    if (isAccepted) assign(world, household, on);
  });
};

/** Registers the sample of households with their first deciles, in ten equal parts. */
export const registerHouseholds = (world: World, day: Day): readonly Household[] => {
  const { random, people } = world;
  const households: Household[] = [];
  const size = Math.max(HOUSEHOLDS.least, Math.round(people.size * HOUSEHOLDS.share));
  for (let n = 0; n < size; n++) {
    const head = people.find(random, (person) => people.ageIn(person, 2021) >= 25);
    if (head === undefined) continue;
    const province = people.province[head] ?? 0;
    const household = { id: newId(world, day), province, decile: (n % 10) + 1 };
    const more = { headRef: people.ref(head), area: areaCode(province) };
    report(world, household, { type: "HouseholdRegistered", on: day, more });
    assign(world, household, day);
    households.push(household);
  }
  return households;
};

/** Ranks every household again; one in four moves by one decile. */
export const rankAnew = (world: World, households: readonly Household[], day: Day): void => {
  const { random } = world;
  for (const household of households) {
    if (random.chance(MOVED_SHARE)) {
      const step = random.chance(UP_SHARE) ? 1 : -1;
      household.decile = Math.min(10, Math.max(1, household.decile + step));
    }
    assign(world, household, day);
    if (random.chance(OBJECTED_SHARE)) objectTo(world, household, day + random.whole(3, 25));
  }
};
