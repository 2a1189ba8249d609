import type { NewEvent } from "@karnameh/schema/event";
import { archive } from "./archive.ts";
import { assessmentWithoutTraining } from "./assessment.ts";
import { coverageSnapshots } from "./benefits.ts";
import { welfareCoupon } from "./coupon.ts";
import { ownCoverage } from "./coverage.ts";
import { skillDiplomacy } from "./diplomacy.ts";
import { disputes } from "./disputes.ts";
import { labourMarket } from "./employment.ts";
import { contributionLists } from "./insurance.ts";
import { licensing } from "./licensing.ts";
import { placement } from "./placement.ts";
import { programmes } from "./programmes.ts";
import { registration } from "./registration.ts";
import { releases } from "./releases.ts";
import { assessmentSites } from "./sites.ts";
import { socialPartners } from "./social-partners.ts";
import { stoppages } from "./stoppages.ts";
import { labourForceSurvey } from "./survey.ts";
import { training } from "./training.ts";
import { tripartiteBodies } from "./tripartite.ts";
import { vacancies } from "./vacancies.ts";
import { makeWorld, type Scale } from "./world.ts";

/**
 * A country in small, day by day: synthetic events in the order of `recordedAt`, never all in memory. The same
 * scale and seed give the same events for ever. It tells what was known at the end of the last day: what goes on
 * beyond it, and reports of the last months that would come later, are not there yet.
 */
export function* simulate(scale: Scale): Generator<NewEvent> {
  const world = makeWorld(scale);
  const { recorder, agenda } = world;
  const processes = [
    registration(world),
    assessmentSites(world),
    programmes(world),
    labourMarket(world),
    ownCoverage(world),
    placement(world),
    archive(world),
    training(world),
    assessmentWithoutTraining(world),
    contributionLists(world),
    coverageSnapshots(world),
    vacancies(world),
    labourForceSurvey(world),
    licensing(world),
    welfareCoupon(world),
    socialPartners(world),
    tripartiteBodies(world),
    disputes(world),
    stoppages(world),
    skillDiplomacy(world),
    releases(world),
  ];
  for (let day = world.first; day <= world.last; day++) {
    recorder.startDay(day);
    for (const process of processes) process(day);
    agenda.live(day);
    yield* recorder.close(day);
  }
}

/** Events a person: once, and in each year. Measured at 20,000 people: 27.8 in three years, so 360,000 give 10 million. */
const EVENTS_AT_START = 1.45;
const EVENTS_A_YEAR = 8.75;

/** Events of every country, be it ever so small: meetings, prices, the least sample of a survey. */
const OF_A_COUNTRY_AT_START = 420;
const OF_A_COUNTRY_A_YEAR = 1560;

/** How many events a run will give, within a few per cent for four thousand people or more: for progress bars. */
export const expectedEvents = ({ people, years }: Pick<Scale, "people" | "years">): number =>
  Math.round(
    OF_A_COUNTRY_AT_START + OF_A_COUNTRY_A_YEAR * years + people * (EVENTS_AT_START + EVENTS_A_YEAR * years),
  );
