import type { Day } from "./calendar.ts";
import { OWN_SCHEME } from "./shares.ts";
import { type Process, pace, SSO, type World } from "./world.ts";

type Cover = {
  readonly person: number;
  readonly day: Day;
  readonly scheme: string;
  readonly knownOn?: Day | undefined;
};

const startCoverage = (world: World, { person, day, scheme, knownOn }: Cover): void => {
  const { people, recorder } = world;
  people.coverageStart[person] = day;
  people.coverageCount[person] = (people.coverageCount[person] ?? 0) + 1;
  const coverageId = people.coverageId(person);
  const data = { coverageId, personRef: people.ref(person), scheme };
  const draft = { type: "CoverageStarted", source: SSO, stream: `coverage-${coverageId}`, on: day, data };
  if (knownOn === undefined) recorder.report(draft);
  else recorder.reportOn(draft, knownOn + world.random.whole(0, 4));
};

/** Insured work starts compulsory cover on the first day for people without cover. */
export const coverWorker = (world: World, person: number, day: Day, knownOn?: Day): void => {
  if (!world.people.isCovered(person)) startCoverage(world, { person, day, scheme: "COMPULSORY", knownOn });
};

/** A person without insured work takes out cover. */
export const coverOneself = (world: World, person: number, day: Day): void => {
  if (!world.people.isCovered(person))
    startCoverage(world, { person, day, scheme: world.random.pick(OWN_SCHEME) });
};

export const endCoverage = (world: World, person: number, day: Day, reason: string): void => {
  const { people, recorder } = world;
  if (!people.isCovered(person)) return;
  const coverageId = people.coverageId(person);
  people.coverageStart[person] = 0;
  const data = { coverageId, reason };
  recorder.report({ type: "CoverageEnded", source: SSO, stream: `coverage-${coverageId}`, on: day, data });
};

/** People without insured work who start and end voluntary insurance. */
export const ownCoverage = (world: World): Process => {
  const { people, random } = world;
  const startsDue = pace(people.size * 0.02);
  const endsDue = pace(people.size * 0.015);
  return (day) => {
    for (let n = startsDue(); n > 0; n--) {
      const person = people.find(random, (p) => !people.isCovered(p) && !people.isEmployed(p));
      if (person !== undefined) coverOneself(world, person, day);
    }
    for (let n = endsDue(); n > 0; n--) {
      const passes = (p: number) =>
        people.isCovered(p) && !people.isEmployed(p) && (people.coverageStart[p] ?? day) < day - 60;
      const person = people.find(random, passes);
      if (person !== undefined) endCoverage(world, person, day, "contributions stopped");
    }
  };
};
