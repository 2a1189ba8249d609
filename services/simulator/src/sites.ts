import { areaCode } from "./population.ts";
import { PROVINCE_PERSONS } from "./shares.ts";
import { type Process, TVTO, type World, withOwnRandom } from "./world.ts";

/** People per assessment site; each province has at least one site. */
const PEOPLE_A_SITE = 400;

const sitesIn = ({ people }: World, province: number): number => {
  const persons = (people.starts[province + 1] ?? 0) - (people.starts[province] ?? 0);
  return Math.max(1, Math.round(persons / PEOPLE_A_SITE));
};

const siteId = (province: number, number: number): string => `simulated-site-${areaCode(province)}-${number}`;

/** A random assessment site of a province. */
export const drawSite = (world: World, province: number): string =>
  siteId(province, world.random.whole(1, sitesIn(world, province)));

const commission = ({ random, recorder, first }: World, province: number, number: number): void => {
  const id = siteId(province, number);
  const kind = number % 2 === 1 ? "PRACTICAL_WORKSHOP" : "ELECTRONIC";
  const data = { siteId: id, kind, area: areaCode(province), seats: random.whole(2, 12) * 4 };
  const on = first - random.whole(60, 3000);
  const draft = { type: "AssessmentSiteCommissioned", source: TVTO, stream: `site-${id}`, on, data };
  recorder.reportOn(draft, first);
};

/** The assessment sites; all opened before the register did. */
export const assessmentSites = (whole: World): Process => {
  const world = withOwnRandom(whole, 0x517);
  return (day) => {
    if (day !== world.first) return;
    for (let province = 0; province < PROVINCE_PERSONS.length; province++)
      for (let number = 1; number <= sitesIn(world, province); number++) commission(world, province, number);
  };
};
