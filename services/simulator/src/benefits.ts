import type { Day } from "./calendar.ts";
import { isoDay } from "./calendar.ts";
import { DAILY_WAGE_IRR } from "./shares.ts";
import { isSimulated, newId, type Process, SSO, type World, withOwnRandom } from "./world.ts";

type Award = {
  readonly person: number;
  readonly branch: "OLD_AGE" | "UNEMPLOYMENT";
  readonly on: Day;
  readonly endsOn?: Day;
};

const monthlyOf = ({ random, first }: World, day: Day): number => {
  const year = Math.min(DAILY_WAGE_IRR.length - 1, Math.max(0, Math.floor((day - first) / 365.25)));
  const daily = DAILY_WAGE_IRR[year]?.[1] ?? 0;
  return Math.round((daily * 30 * (0.9 + 0.8 * random.unit())) / 1000) * 1000;
};

const award = (world: World, { person, branch, on, endsOn }: Award): string => {
  const benefitId = newId(world, on);
  const data = {
    benefitId,
    personRef: world.people.ref(person),
    branch,
    monthly: monthlyOf(world, on),
    ...(endsOn !== undefined && { endsOn: isoDay(endsOn) }),
  };
  world.recorder.report({ type: "BenefitAwarded", source: SSO, stream: `benefit-${benefitId}`, on, data });
  return benefitId;
};

/** Starts the pension of a retired person on the day after the last day of work. */
export const pension = (world: World, person: number, on: Day): void => {
  award(world, { person, branch: "OLD_AGE", on });
};

const UNEMPLOYED_SHARE = 0.12;
const BACK_TO_WORK_SHARE = 0.35;

/** Unemployment insurance for some of the dismissed: six months to a year, or until they find work. */
export const unemploymentBenefit = (world: World, person: number, on: Day): void => {
  const { random, agenda, recorder } = world;
  if (!random.chance(UNEMPLOYED_SHARE)) return;
  const days = random.whole(180, 365);
  const benefitId = award(world, { person, branch: "UNEMPLOYMENT", on, endsOn: on + days });
  const back = on + random.whole(30, 170);
  if (!random.chance(BACK_TO_WORK_SHARE) || !isSimulated(world, back)) return;
  agenda.at(back, (day) => {
    const data = { benefitId, reason: "BACK_TO_WORK" };
    recorder.report({ type: "BenefitEnded", source: SSO, stream: `benefit-${benefitId}`, on: day, data });
  });
};

/** Per main insured person, as the Social Security Organization reported around 1401. */
const DEPENDANTS = 1.42;
const PENSIONERS = 0.28;
const PENSION_DEPENDANTS = 0.22;

/** What the insurer reports at the end of each quarter; it insures more people than the register knows. */
export const coverageSnapshots = (whole: World): Process => {
  const world = withOwnRandom(whole, 0x5a9);
  const { people, random, recorder } = world;
  const ends = new Set(world.months.filter(({ month }) => month % 3 === 0).map(({ last }) => last));
  const near = (count: number): number => Math.round(count * (0.985 + 0.03 * random.unit()));
  return (day) => {
    if (!ends.has(day)) return;
    let mainInsured = 0;
    for (let person = 0; person < people.size; person++) if (people.isCovered(person)) mainInsured++;
    const data = {
      organisationId: "sso",
      mainInsured,
      dependants: near(mainInsured * DEPENDANTS),
      pensioners: near(mainInsured * PENSIONERS),
      pensionDependants: near(mainInsured * PENSION_DEPENDANTS),
    };
    recorder.report({ type: "CoverageSnapshotReported", source: SSO, stream: "insurer-sso", on: day, data });
  };
};
