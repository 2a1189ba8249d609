import { type Day, workday } from "./calendar.ts";
import type { Establishment } from "./economy.ts";
import { areaCode } from "./population.ts";
import { MCLS, newId, type Process, pace, type World, withOwnRandom } from "./world.ts";

/** Stoppages per year; they are short and happen in larger establishments. */
const STOPPAGES = { share: 0.0007, least: 5 } as const;
const MIN_HEADCOUNT = 3;

/** Stoppages of one day or more are recorded. */
const THRESHOLD_RULE = "one-working-day";

type StoppageEvent = { readonly type: string; readonly on: Day; readonly more: object };

const report = ({ recorder }: World, stoppageId: string, { type, on, more }: StoppageEvent): void =>
  recorder.report({
    type,
    source: MCLS,
    stream: `stoppage-${stoppageId}`,
    on,
    data: { stoppageId, ...more },
  });

const stop = (world: World, { id, isic4, province, headcount }: Establishment, day: Day): void => {
  const { random, agenda } = world;
  const stoppageId = newId(world, day);
  const workersInvolved = Math.max(1, Math.round(headcount * (0.25 + 0.6 * random.unit())));
  const started = {
    kind: random.chance(0.94) ? "STRIKE" : "LOCKOUT",
    isic4,
    area: areaCode(province),
    establishmentId: id,
    workersInvolved,
  };
  report(world, stoppageId, { type: "StoppageStarted", on: day, more: started });
  const days = random.pick([
    [1, 58],
    [2, 25],
    [3, 11],
    [5, 5],
    [9, 1],
  ]);
  const more = Math.min(headcount, workersInvolved + random.whole(1, 4));
  const isWider = days > 2 && more > workersInvolved && random.chance(0.3);
  if (isWider)
    agenda.at(day + 1, (on) =>
      report(world, stoppageId, { type: "StoppageScopeChanged", on, more: { workersInvolved: more } }),
    );
  const outcome = random.pick([
    ["AGREEMENT", 50],
    ["RETURN", 35],
    ["DECISION", 15],
  ]);
  const daysNotWorked = workersInvolved + (isWider ? more : workersInvolved) * (days - 1);
  const ended = { daysNotWorked, outcome, thresholdRule: THRESHOLD_RULE };
  agenda.at(day + days, (on) => report(world, stoppageId, { type: "StoppageEnded", on, more: ended }));
};

/** Strikes and a few lockouts. */
export const stoppages = (whole: World): Process => {
  const world = withOwnRandom(whole, 0x570);
  const { random, people, economy } = world;
  const due = pace(Math.max(STOPPAGES.least, people.size * STOPPAGES.share));
  let owed = 0;
  return (day) => {
    for (owed += due(); owed > 0; owed--) {
      const province = people.province[random.whole(0, people.size - 1)] ?? 0;
      const establishment = economy.draw(random, province);
      if (establishment.headcount < MIN_HEADCOUNT) return;
      stop(world, establishment, workday(day));
    }
  };
};
