import { pension, unemploymentBenefit } from "./benefits.ts";
import type { Day } from "./calendar.ts";
import { coverWorker, endCoverage } from "./coverage.ts";
import type { Establishment } from "./economy.ts";
import { NONE } from "./population.ts";
import { CONTRACT, END_REASON, OCCUPATION, STATUS_EMP, WEEKLY_HOURS } from "./shares.ts";
import { employer, newId, type Process, pace, type World } from "./world.ts";

type Hire = {
  readonly person: number;
  readonly establishment: Establishment;
  readonly day: Day;
  readonly isco: string;
  readonly channel: "TVTO" | "AGENCY" | "DIRECT";
  readonly referralId?: string;
  /** When a job that is older than the register was reported. */
  readonly knownOn?: Day;
};

const INSURED_SHARE = 0.86;

/** Share of new jobs that are reported twice by mistake, the second time under another id. */
const MISTAKEN_SHARE = 0.006;

const join = (world: World, person: number, establishment: Establishment, day: Day): void => {
  const { people } = world;
  people.establishment[person] = establishment.index;
  people.spellStart[person] = day;
  people.spellCount[person] = (people.spellCount[person] ?? 0) + 1;
  people.previous[person] = NONE;
  people.next[person] = establishment.head;
  if (establishment.head !== NONE) people.previous[establishment.head] = person;
  establishment.head = person;
  establishment.headcount++;
};

const part = (world: World, person: number, day: Day): Establishment => {
  const { people } = world;
  const establishment = world.economy.at(people.establishment[person] ?? NONE);
  const before = people.previous[person] ?? NONE;
  const after = people.next[person] ?? NONE;
  if (before === NONE) establishment.head = after;
  else people.next[before] = after;
  if (after !== NONE) people.previous[after] = before;
  people.establishment[person] = NONE;
  establishment.headcount--;
  if (people.isInsured[person] === 1) {
    const departures = (world.departures.get(establishment.index) ?? []).filter(
      (other) => other.person !== person,
    );
    departures.push({ person, start: people.spellStart[person] ?? day, end: day });
    world.departures.set(establishment.index, departures);
  }
  return establishment;
};

const reportHire = (world: World, hire: Hire, spellId: string, isMistaken: boolean): void => {
  const { random, people, recorder } = world;
  const { person, establishment, day, isco, channel, referralId, knownOn } = hire;
  const data = {
    spellId,
    personRef: people.ref(person),
    establishmentId: establishment.id,
    isco08: isco,
    statusEmp: random.pick(STATUS_EMP),
    contract: random.pick(CONTRACT),
    weeklyHours: random.pick(WEEKLY_HOURS),
    isInsured: people.isInsured[person] === 1,
    channel,
    ...(referralId !== undefined && { referralId }),
  };
  const source = employer(establishment.organisationId);
  const draft = { type: "EmploymentStarted", source, stream: `spell-${spellId}`, on: day, data, isMistaken };
  if (knownOn === undefined) recorder.report(draft);
  else recorder.reportOn(draft, knownOn + random.whole(0, 10));
};

/** Starts a job and, if it is insured, cover. The person must not have a job. Returns the spell's id. */
export const hire = (world: World, order: Hire): string => {
  const { random, people } = world;
  const { person, establishment, day, knownOn } = order;
  join(world, person, establishment, day);
  people.occupation[person] = Number(order.isco);
  people.isInsured[person] = random.chance(INSURED_SHARE) ? 1 : 0;
  const spellId = people.spellId(person, day);
  reportHire(world, order, spellId, false);
  if (random.chance(MISTAKEN_SHARE)) reportHire(world, order, newId(world, day), true);
  if (people.isInsured[person] === 1) coverWorker(world, person, day, knownOn);
  return spellId;
};

const retire = (world: World, person: number, { spellId, source }: Ended, day: Day): void => {
  const data = { spellId, personRef: world.people.ref(person) };
  world.recorder.report({ type: "RetirementTaken", source, stream: `spell-${spellId}`, on: day, data });
  pension(world, person, day);
};

const leave = (world: World, person: number, day: Day, reason: string): void => {
  const { people, random } = world;
  const isInsured = people.isInsured[person] === 1;
  const spellId = people.spellId(person, people.spellStart[person] ?? day);
  const { organisationId } = part(world, person, day);
  const source = employer(organisationId);
  const data = { spellId, reason };
  world.recorder.report({ type: "EmploymentEnded", source, stream: `spell-${spellId}`, on: day, data });
  if (reason === "RETIREMENT") retire(world, person, { spellId, source }, day + 1);
  else if (isInsured && reason !== "RESIGN" && reason !== "DEATH")
    unemploymentBenefit(world, person, day + 1);
  if (random.chance(0.7)) endCoverage(world, person, day, "employment ended");
};

/** Hard or harmful work allows early retirement: most men retire soon after fifty. */
const RETIREMENT_AGE = 50;
/** Retirements per registered person and year, in addition to those among the other ends. */
const RETIREMENTS_A_YEAR = 0.012;

type Ended = { readonly spellId: string; readonly source: string };

/** The register has its people and their jobs from this day on. */
const SETTLED = 25;
const JOB_GROWTH_A_YEAR = 0.015;
/** For each per cent of jobs above the expected growth, this many per cent more jobs end. */
const STEADINESS = 12;

/**
 * The factor by which more or fewer jobs end than usual: employers who hire more trainees let more contracts expire,
 * so that the number of jobs grows only slowly, as in the real country.
 */
const endings = ({ economy, first }: World): ((day: Day) => number) => {
  let opening = 0;
  return (day) => {
    const days = day - first - SETTLED;
    if (days < 0) return 1;
    if (days === 0) opening = economy.jobs();
    const usual = opening * (1 + (JOB_GROWTH_A_YEAR * days) / 365);
    return usual === 0 ? 1 : Math.min(3, (economy.jobs() / usual) ** STEADINESS);
  };
};

/** Starts jobs that no training led to, and ends jobs. */
export const labourMarket = (world: World): Process => {
  const { people, random, economy } = world;
  const times = endings(world);
  const hiresDue = pace(people.size * 0.035);
  const endsDue = pace(people.size * 0.13);
  const retirementsDue = pace(people.size * RETIREMENTS_A_YEAR);
  const isFree = (person: number): boolean => !people.isEmployed(person) && people.isInTraining[person] === 0;
  return (day) => {
    const year = 2021 + Math.floor((day - world.first) / 365.25);
    for (let n = hiresDue(); n > 0; n--) {
      const person = people.find(random, isFree);
      if (person === undefined) continue;
      const establishment = economy.draw(random, people.province[person] ?? 0);
      const channel = random.chance(0.15) ? "AGENCY" : "DIRECT";
      hire(world, { person, establishment, day, isco: random.pick(OCCUPATION), channel });
    }
    const isSettled = (person: number): boolean =>
      people.isEmployed(person) && (people.spellStart[person] ?? day) < day - 25;
    const isOld = (person: number): boolean =>
      isSettled(person) && people.ageIn(person, year) >= RETIREMENT_AGE;
    for (let n = retirementsDue(); n > 0; n--) {
      const person = people.find(random, isOld) ?? people.find(random, isOld);
      if (person !== undefined) leave(world, person, day, "RETIREMENT");
    }
    for (let n = endsDue(times(day)); n > 0; n--) {
      const person = people.find(random, isSettled);
      if (person === undefined) continue;
      const mayRetire = people.ageIn(person, year) >= RETIREMENT_AGE && random.chance(0.8);
      leave(world, person, day, mayRetire ? "RETIREMENT" : random.pick(END_REASON));
    }
  };
};
