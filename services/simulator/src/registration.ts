import type { Day } from "./calendar.ts";
import { coverOneself } from "./coverage.ts";
import { hire } from "./employment.ts";
import { establishmentName } from "./names.ts";
import { areaCode } from "./population.ts";
import { DISABLED_SHARE, OCCUPATION } from "./shares.ts";
import { STANDARDS } from "./standards.ts";
import { MCLS, type Process, TVTO, type World } from "./world.ts";

/** Most people are registered at the start; the others follow evenly over the years. */
const OPENING_DAYS = 20;
const OPENING_SHARE = 0.72;

const ESTABLISHMENT_DAYS = 5;

const publishStandards = (world: World): void => {
  for (const { id, fa, en, isco, hours } of STANDARDS) {
    const data = { standardId: id, title: { fa, en }, isco08: [isco], hours, standardVersion: 1 };
    const on = world.first - world.random.whole(30, 900);
    world.recorder.reportOn(
      { type: "SkillStandardPublished", source: TVTO, stream: `standard-${id}`, on, data },
      world.first,
    );
  }
};

const registerEstablishment = (world: World, index: number, day: Day): void => {
  const { id, organisationId, province, isic4, sector } = world.economy.at(index);
  const name = establishmentName(isic4, index + 1);
  const data = { establishmentId: id, organisationId, name, isic4, area: areaCode(province), sector };
  const on = day - world.random.whole(100, 4000);
  world.recorder.reportOn(
    { type: "EstablishmentRegistered", source: MCLS, stream: `establishment-${id}`, on, data },
    day,
  );
};

const registerWorker = (world: World, person: number, day: Day): void => {
  const { people, random } = world;
  people.isRegistered[person] = 1;
  const personRef = people.ref(person);
  const data = {
    personRef,
    birthYear: people.birthYear[person],
    sex: people.sex[person] === 1 ? "F" : "M",
    homeArea: areaCode(people.province[person] ?? 0),
    education: `ISCED11_${people.education[person]}`,
    ...(random.chance(0.7) && { hasDisability: random.chance(DISABLED_SHARE) }),
  };
  world.recorder.report({
    type: "WorkerRegistered",
    source: MCLS,
    stream: `worker-${personRef}`,
    on: day,
    data,
  });
};

/** Who had a job when the register opened: men twice as often as women, most often in middle age. */
const hadJob = ({ people, random }: World, person: number, isOpening: boolean): boolean => {
  const age = people.ageIn(person, 2021);
  const ofAge = age < 20 ? 0.25 : age < 25 ? 0.7 : 1.2;
  const ofSex = people.sex[person] === 1 ? 0.27 : 0.56;
  return random.chance(ofAge * ofSex * (isOpening ? 1 : 0.25));
};

const settle = (world: World, person: number, day: Day, isOpening: boolean): void => {
  registerWorker(world, person, day);
  const { random } = world;
  if (hadJob(world, person, isOpening)) {
    const establishment = world.economy.draw(random, world.people.province[person] ?? 0);
    const started = day - random.whole(20, 2500);
    hire(world, {
      person,
      establishment,
      day: started,
      knownOn: day,
      isco: random.pick(OCCUPATION),
      channel: "DIRECT",
    });
  } else if (random.chance(0.08)) {
    coverOneself(world, person, day);
  }
};

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);

/** A step width that visits each of `size` things once, with neighbours far apart. */
const stride = (size: number): number => {
  let step = Math.max(1, Math.floor(size * 0.618));
  while (greatestCommonDivisor(step, size) !== 1) step++;
  return step;
};

/** Standards, establishments and people enter the register. */
export const registration = (world: World): Process => {
  const { people, economy, first, last } = world;
  const step = stride(people.size);
  let entered = 0;
  let person = 0;
  const due = (day: Day): number => {
    const opening = Math.min(1, (day - first + 1) / OPENING_DAYS) * OPENING_SHARE;
    const after =
      Math.max(0, (day - first - OPENING_DAYS) / (last - first - OPENING_DAYS)) * (1 - OPENING_SHARE);
    return Math.round(people.size * (opening + after));
  };
  return (day) => {
    const days = day - first;
    if (days === 0) publishStandards(world);
    const isOpening = days < OPENING_DAYS;
    const size = economy.establishments.length;
    const until = days < ESTABLISHMENT_DAYS ? Math.round((size * (days + 1)) / ESTABLISHMENT_DAYS) : 0;
    for (let index = Math.round((size * days) / ESTABLISHMENT_DAYS); index < until; index++) {
      registerEstablishment(world, index, day);
    }
    for (const goal = due(day); entered < goal; entered++) {
      settle(world, person, day, isOpening);
      person = (person + step) % people.size;
    }
  };
};
