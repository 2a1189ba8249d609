import { type Day, isoDay, type JalaliMonth } from "./calendar.ts";
import { areaCode } from "./population.ts";
import { mix, Random } from "./random.ts";
import { ACTIVITY, EDUCATION, OCCUPATION } from "./shares.ts";
import {
  educationShare,
  HOURS,
  informalShare,
  MORE_HOURS_SHARE,
  participation,
  SURVEY_AGE,
  SURVEY_STATUS_EMP,
  unemployment,
} from "./survey-shares.ts";
import { type Process, STATISTICS, type World, withOwnRandom } from "./world.ts";

const SURVEY = "simulated-lfs";
const STREAM = `survey-${SURVEY}`;

/** Persons of 15 years and over per registered person, and the share of them interviewed each month. */
const PERSONS_A_PERSON = 1.8;
const ASKED_SHARE = 0.02;
const MIN_SAMPLE_PERSONS = 60;

/** The months after the first in which a panel is interviewed: two quarters in, two out, two in. */
const ROUNDS = [0, 3, 12, 15] as const;
/** Panels begin before the simulated period. */
const FIRST_PANEL = 100;

const RESPONSE_SHARE = 0.91;
/** People interviewed before are mostly in the same situation. */
const CHANGED_SHARE = 0.12;

/** The reference week ends on the 14th of the month; the field work ends a week later. */
const REFERENCE = 13;
const FIELDED = 20;
const CALIBRATED = 26;

type Unit = { readonly panel: number; readonly index: number };

type Wave = { readonly code: string; readonly on: Day; readonly weight: number };

/** The constant characteristics of a sampled person follow from the panel and the number. */
const household = ({ seed, people }: World, { panel, index }: Unit) => {
  const own = new Random(mix(mix(seed ^ 0x1f5, panel), index));
  const [from, to] = own.pick(SURVEY_AGE);
  return {
    province: people.province[own.whole(0, people.size - 1)] ?? 0,
    sex: own.chance(0.5) ? ("F" as const) : ("M" as const),
    age: own.whole(from, to),
    education: own.pick(EDUCATION),
    luck: own.unit(),
    isco08: own.pick(OCCUPATION),
    isic4: own.pick(ACTIVITY),
    statusEmp: own.pick(SURVEY_STATUS_EMP),
    isInformal: own.unit(),
  };
};

type Person = ReturnType<typeof household>;

const statusOf = ({ random }: World, { sex, age, luck }: Person): "EMPLOYED" | "UNEMPLOYED" | "OUTSIDE" => {
  const mark = random.chance(CHANGED_SHARE) ? random.unit() : luck;
  const active = participation(sex, age);
  if (mark >= active) return "OUTSIDE";
  return mark < active * (1 - unemployment(sex, age)) ? "EMPLOYED" : "UNEMPLOYED";
};

const workOf = ({ random }: World, { isco08, isic4, statusEmp, isInformal }: Person) => {
  const hoursActual = random.pick(HOURS);
  const wants = random.chance(hoursActual < 44 ? MORE_HOURS_SHARE.short : MORE_HOURS_SHARE.full);
  return {
    isco08,
    isic4,
    statusEmp,
    hoursActual,
    wantsMoreHours: wants,
    isAvailableForMore: wants && random.chance(0.92),
    ...(random.chance(0.97) && { isInformal: isInformal < informalShare(statusEmp) }),
  };
};

const observe = (world: World, wave: Wave, unit: Unit, person: Person): void => {
  const { random, recorder } = world;
  const status = statusOf(world, person);
  const work =
    status === "EMPLOYED" ? workOf(world, person) : { wantsMoreHours: false, isAvailableForMore: false };
  const data = {
    surveyId: SURVEY,
    wave: wave.code,
    unitId: `p${unit.panel}-${unit.index}`,
    sex: person.sex,
    age: person.age,
    area: areaCode(person.province),
    status,
    education: `ISCED11_${Math.min(person.education, person.age < 18 ? 3 : 8)}`,
    ...work,
    isInEducation: random.chance(educationShare(person.age, status)),
    weight: Math.round(wave.weight * (0.7 + 0.6 * random.unit()) * 100) / 100,
  };
  const draft = { type: "LabourStatusObserved", source: STATISTICS, stream: STREAM, on: wave.on, data };
  // All interviews are recorded when the field work ends.
  recorder.reportOn(draft, wave.on + FIELDED - REFERENCE);
};

type Tally = Map<number, { sampled: number; responded: number }>;

const reportFieldwork = ({ recorder }: World, wave: Wave, tally: Tally): void => {
  for (const [province, { sampled, responded }] of tally) {
    const data = {
      surveyId: SURVEY,
      wave: wave.code,
      area: areaCode(province),
      referenceFrom: isoDay(wave.on - 6),
      referenceTo: isoDay(wave.on),
      sampled,
      responded,
    };
    const on = wave.on + FIELDED - REFERENCE;
    recorder.report({ type: "SurveyWaveFielded", source: STATISTICS, stream: STREAM, on, data });
  }
};

/** Interviews the panels of the month, unit by unit; non-response is only counted. */
const field = (world: World, month: JalaliMonth, number: number): void => {
  const { random, people } = world;
  const asked = Math.max(MIN_SAMPLE_PERSONS, Math.round(people.size * ASKED_SHARE));
  const weight = (people.size * PERSONS_A_PERSON) / asked;
  const wave: Wave = { code: month.label, on: month.first + REFERENCE, weight };
  const tally: Tally = new Map();
  for (const round of ROUNDS) {
    for (let index = 1; index <= asked / ROUNDS.length; index++) {
      const unit = { panel: FIRST_PANEL + number - round, index };
      const person = household(world, unit);
      const count = tally.get(person.province) ?? { sampled: 0, responded: 0 };
      tally.set(person.province, count);
      count.sampled++;
      if (!random.chance(RESPONSE_SHARE)) continue;
      count.responded++;
      observe(world, wave, unit, person);
    }
  }
  reportFieldwork(world, wave, tally);
};

const calibrate = ({ people, recorder }: World, month: JalaliMonth, day: Day): void => {
  const data = {
    surveyId: SURVEY,
    wave: month.label,
    benchmark: "simulated population aged 15 and over",
    population: Math.round(people.size * PERSONS_A_PERSON),
    method: "ratio",
  };
  recorder.reportOn(
    { type: "SurveyWeightsCalibrated", source: STATISTICS, stream: STREAM, on: day, data },
    day,
  );
};

/** A labour force survey with monthly waves and rotating panels; each wave is calibrated some days later. */
export const labourForceSurvey = (whole: World): Process => {
  const world = withOwnRandom(whole, 0x1f5);
  const fielded = new Map(world.months.map((month, number) => [month.first + FIELDED, { month, number }]));
  return (day) => {
    const due = fielded.get(day);
    if (due === undefined) return;
    field(world, due.month, due.number);
    world.agenda.at(day + CALIBRATED - FIELDED, (on) => calibrate(world, due.month, on));
  };
};
