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
 * The events of a synthetic population, day by day, in the order of `recordedAt`, never all in memory. The same scale and
 * seed always give the same events. They end with the last day: later events, and reports about the last months that
 * would be recorded later, are not included.
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

/** Events per person: once, and per year. Measured with 20,000 people: 27.8 in three years, so 360,000 people give 10 million. */
const EVENTS_AT_START = 1.45;
const EVENTS_A_YEAR = 8.75;

/** Events that do not depend on the population: meetings, prices, the minimum sample of a survey. */
const OF_A_COUNTRY_AT_START = 420;
const OF_A_COUNTRY_A_YEAR = 1560;

/** The approximate number of events, within a few per cent for 4,000 people or more, for progress bars. */
export const expectedEvents = ({ people, years }: Pick<Scale, "people" | "years">): number =>
  Math.round(
    OF_A_COUNTRY_AT_START + OF_A_COUNTRY_A_YEAR * years + people * (EVENTS_AT_START + EVENTS_A_YEAR * years),
  );
