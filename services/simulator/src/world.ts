import { Agenda } from "./agenda.ts";
import { type Day, type JalaliMonth, jalaliMonths } from "./calendar.ts";
import { Economy } from "./economy.ts";
import { thingId } from "./identity.ts";
import { People } from "./population.ts";
import { mix, Random } from "./random.ts";
import { Recorder } from "./recorder.ts";

/** The size of the population, the duration, and the seed. */
export type Scale = {
  readonly people: number;
  /** Jalali years, from `startYear` on. */
  readonly years: number;
  readonly seed: number;
  /** Default: 1400. */
  readonly startYear?: number;
};

/** A certificate holder whom the training organization may refer to an employer. */
export type Graduate = { readonly person: number; readonly certificateId: string; readonly isco: string };

/** The agreement under which a unit takes trainees, and its last day. */
export type HostAgreement = { readonly id: string; readonly ends: Day };

/** A job from its first to its last day. */
export type Spell = { readonly person: number; readonly start: Day; readonly end: Day };

/** The state that all processes share. All random numbers come from `random` in one order, so a seed determines the run. */
export type World = {
  readonly seed: number;
  readonly random: Random;
  readonly first: Day;
  readonly last: Day;
  readonly months: readonly JalaliMonth[];
  readonly people: People;
  readonly economy: Economy;
  readonly agenda: Agenda;
  readonly recorder: Recorder;
  /** The latest certificate holders by province. */
  readonly graduates: Map<number, Graduate[]>;
  /** Insured jobs that ended, by establishment, until the list of their last month is sent. */
  readonly departures: Map<number, Spell[]>;
  /** The latest agreement of each establishment that trains in the workplace. */
  readonly hosts: Map<number, HostAgreement>;
};

/** One part of the simulation, called once per simulated day. */
export type Process = (day: Day) => void;

export const makeWorld = ({ people, years, seed, startYear = 1400 }: Scale): World => {
  const months = jalaliMonths(startYear, years);
  const first = months[0]?.first;
  const last = months.at(-1)?.last;
  if (first === undefined || last === undefined) throw new RangeError("years must be 1 or more");
  return {
    seed,
    random: new Random(mix(seed, 0x11fe)),
    first,
    last,
    months,
    people: new People(people, seed),
    economy: new Economy(people, seed, first),
    agenda: new Agenda(),
    recorder: new Recorder(new Random(mix(seed, 0x4ec))),
    graduates: new Map(),
    departures: new Map(),
    hosts: new Map(),
  };
};

/** The same world with its own random numbers, so that its draws do not change those of others. */
export const withOwnRandom = (world: World, context: number): World => ({
  ...world,
  random: new Random(mix(world.seed, context)),
});

/** A new id for a thing that begins on the day. */
export const newId = ({ random }: World, day: Day): string => thingId(day, random.bits(), random.bits(), 0);

/** Converts a yearly rate to whole numbers per day that add up to it; a factor can change the rate of a day. */
export const pace = (aYear: number): ((times?: number) => number) => {
  let owed = 0;
  return (times = 1) => {
    owed += (aYear * times) / 365;
    const due = Math.floor(owed);
    owed -= due;
    return due;
  };
};

/** Whether the day is within the simulated period; plans for later days need not be kept. */
export const isSimulated = ({ last }: World, day: Day): boolean => day <= last;

/** Producers' URNs. */
export const TVTO = "urn:karnameh:agency:tvto";
export const SSO = "urn:karnameh:agency:sso";
export const MCLS = "urn:karnameh:agency:mcls";
export const STATISTICS = "urn:karnameh:agency:statistics";
export const PUBLISHER = "urn:karnameh:system:karnameh";
/** The source of events that a policy would have recorded; version 0, so that no policy records them again. */
export const policy = (name: string): string => `urn:karnameh:system:${name}.v0`;
export const employer = (organisationId: string): string => `urn:karnameh:employer:${organisationId}`;
