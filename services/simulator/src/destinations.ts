import { type Day, workday } from "./calendar.ts";
import type { Weighted } from "./random.ts";
import { isSimulated, TVTO, type World } from "./world.ts";

/** A completer whose destination may be checked. */
export type Completer = { readonly person: number; readonly enrolmentId: string; readonly isco: string };

/** After six and twelve months a sample is checked; after three years everybody is. */
const SAMPLED_SHARE = 0.15;

type Checkpoint = "M6" | "M12" | "M36";
const AFTER: readonly (readonly [checkpoint: Checkpoint, days: number])[] = [
  ["M6", 183],
  ["M12", 365],
  ["M36", 1096],
];

/** Destinations found by a call for people who are not on the lists of the insured. Not found does not mean unemployed. */
const FOUND: Weighted<string> = [
  ["UNKNOWN", 42],
  ["OTHER", 27],
  ["SELF_EMPLOYED", 18],
  ["FURTHER_TRAINING", 8],
  ["CONSCRIPT", 5],
];

const MATCHED_SHARE = 0.7;

const stateOf = ({ people, random }: World, person: number): string => {
  if (people.isEmployed(person)) return "EMPLOYED";
  if (people.isInTraining[person] === 1) return "FURTHER_TRAINING";
  const state = random.pick(FOUND);
  return state === "CONSCRIPT" && people.sex[person] === 1 ? "OTHER" : state;
};

const workOf = (world: World, { person, isco }: Completer, state: string): object => {
  if (state === "EMPLOYED") {
    const isco08 = String(world.people.occupation[person] ?? 0).padStart(2, "0");
    return { isco08, isOccupationMatch: isco08 === isco };
  }
  if (state === "SELF_EMPLOYED" && world.random.chance(MATCHED_SHARE))
    return { isco08: isco, isOccupationMatch: true };
  return {};
};

const verify = (world: World, completer: Completer, checkpoint: Checkpoint, day: Day): void => {
  const { person, enrolmentId } = completer;
  const state = stateOf(world, person);
  const data = {
    enrolmentId,
    personRef: world.people.ref(person),
    checkpoint,
    state,
    ...workOf(world, completer, state),
    evidence: state === "EMPLOYED" ? "INSURANCE" : "SURVEY",
  };
  const stream = `enrolment-${enrolmentId}`;
  world.recorder.report({ type: "PlacementVerified", source: TVTO, stream, on: day, data });
};

/** Plans the checks of a completer within the simulated years. */
export const followUp = (world: World, completer: Completer, completed: Day): void => {
  const isSampled = world.random.chance(SAMPLED_SHARE);
  for (const [checkpoint, days] of AFTER) {
    const on = workday(completed + days + world.random.whole(0, 12));
    if ((isSampled || checkpoint === "M36") && isSimulated(world, on))
      world.agenda.at(on, (day) => verify(world, completer, checkpoint, day));
  }
};
