import { type Day, workday } from "./calendar.ts";
import type { Establishment } from "./economy.ts";
import { areaCode } from "./population.ts";
import type { Weighted } from "./random.ts";
import { MCLS, newId, type Process, pace, type World, withOwnRandom } from "./world.ts";

/** Disputes per registered person and year: about three per hundred employees, as the boards report. */
const DISPUTES_A_YEAR = 0.012;
const COLLECTIVE_SHARE = 0.03;
const BY_EMPLOYER_SHARE = 0.04;

/** Shares settled before the boards, appealed after the board of inquiry, and taken to court after the board of settlement. */
const SETTLED_SHARE = 0.24;
const APPEALED_SHARE = 0.34;
const COURT_SHARE = 0.08;
const ENFORCED_SHARE = 0.6;

const SUBJECT: Weighted<string> = [
  ["WAGE", 34],
  ["SEVERANCE", 22],
  ["DISMISSAL", 18],
  ["INSURANCE", 12],
  ["HOURS", 6],
  ["CLASSIFICATION", 5],
  ["SAFETY", 3],
];

const OUTCOME: Weighted<string> = [
  ["FOR_WORKER", 46],
  ["IN_PART", 24],
  ["FOR_EMPLOYER", 16],
  ["SETTLED", 9],
  ["WITHDRAWN", 5],
];

type Dispute = { readonly id: string; readonly filedBy: "WORKER" | "EMPLOYER" };
type Stage = "INQUIRY" | "SETTLEMENT" | "COURT";

type DisputeEvent = { readonly type: string; readonly on: Day; readonly more: object };

const report = ({ recorder }: World, { id }: Dispute, { type, on, more }: DisputeEvent): void =>
  recorder.report({ type, source: MCLS, stream: `dispute-${id}`, on, data: { disputeId: id, ...more } });

const FURTHER: Readonly<Record<Stage, { readonly stage: Stage; readonly share: number } | undefined>> = {
  INQUIRY: { stage: "SETTLEMENT", share: APPEALED_SHARE },
  SETTLEMENT: { stage: "COURT", share: COURT_SHARE },
  COURT: undefined,
};

const enforce = (world: World, dispute: Dispute, awarded: number, day: Day): void => {
  if (awarded === 0 || !world.random.chance(ENFORCED_SHARE)) return;
  world.agenda.at(workday(day + world.random.whole(15, 90)), (on) =>
    report(world, dispute, { type: "DisputeEnforced", on, more: { paid: awarded } }),
  );
};

/** The boards decide one after the other, as long as somebody appeals. */
const decide = (world: World, dispute: Dispute, stage: Stage, day: Day): void => {
  const { random, agenda } = world;
  const outcome = random.pick(OUTCOME);
  const isAwarded = outcome === "FOR_WORKER" || outcome === "IN_PART";
  const awarded = isAwarded ? random.whole(20, 900) * 1_000_000 : 0;
  report(world, dispute, {
    type: "DisputeDecided",
    on: day,
    more: { stage, outcome, ...(isAwarded && { awarded }) },
  });
  const further = FURTHER[stage];
  if (further === undefined || !random.chance(further.share) || outcome === "WITHDRAWN") {
    enforce(world, dispute, awarded, day);
    return;
  }
  const appealedBy = isAwarded ? "EMPLOYER" : "WORKER";
  const appealed = workday(day + random.whole(3, 15));
  agenda.at(appealed, (on) =>
    report(world, dispute, { type: "DisputeAppealed", on, more: { stage: further.stage, appealedBy } }),
  );
  agenda.at(workday(appealed + random.whole(20, 75)), (on) => decide(world, dispute, further.stage, on));
};

const file = (world: World, { id: establishmentId, province, headcount }: Establishment, day: Day): void => {
  const { random, agenda } = world;
  const isCollective = headcount > 4 && random.chance(COLLECTIVE_SHARE);
  const filedBy = random.chance(BY_EMPLOYER_SHARE) ? "EMPLOYER" : "WORKER";
  const dispute: Dispute = { id: newId(world, day), filedBy };
  report(world, dispute, {
    type: "DisputeFiled",
    on: day,
    more: {
      kind: isCollective ? "COLLECTIVE" : "INDIVIDUAL",
      subject: random.pick(SUBJECT),
      filedBy,
      establishmentId,
      area: areaCode(province),
      workers: isCollective ? random.whole(2, headcount) : 1,
    },
  });
  const tried = workday(day + random.whole(7, 25));
  const isSettled = random.chance(SETTLED_SHARE);
  agenda.at(tried, (on) =>
    report(world, dispute, {
      type: "DisputeConciliated",
      on,
      more: { outcome: isSettled ? "SETTLED" : "NOT_SETTLED" },
    }),
  );
  if (!isSettled)
    agenda.at(workday(tried + random.whole(14, 70)), (on) => decide(world, dispute, "INQUIRY", on));
};

/** Labour disputes: conciliation, the board of inquiry, the board of settlement, the court. */
export const disputes = (whole: World): Process => {
  const world = withOwnRandom(whole, 0xd15);
  const { random, people, economy } = world;
  const due = pace(people.size * DISPUTES_A_YEAR);
  return (day) => {
    for (let n = due(); n > 0; n--) {
      const province = people.province[random.whole(0, people.size - 1)] ?? 0;
      file(world, economy.draw(random, province), workday(day));
    }
  };
};
