import { assessedCompleters } from "./certification/assessed-completers.ts";
import { attempts } from "./certification/attempts.ts";
import { certificates } from "./certification/certificates.ts";
import { certification } from "./certification/certification.ts";
import { sites } from "./certification/sites.ts";
import { sittings } from "./certification/sittings.ts";
import { waits } from "./certification/waits.ts";
import { medals } from "./diplomacy/medals.ts";
import { memoranda } from "./diplomacy/memoranda.ts";
import { trainersExchanged } from "./diplomacy/trainers.ts";
import type { Cube } from "./engine/cube.ts";
import { collection, payments } from "./insurance/collection.ts";
import { coverage } from "./insurance/coverage.ts";
import { employedMonths } from "./insurance/employed-months.ts";
import { insuredMonths } from "./insurance/insured-months.ts";
import { protection } from "./insurance/protection.ts";
import { coverageSnapshots } from "./insurance/snapshots.ts";
import { timelyLists } from "./insurance/timely-lists.ts";
import { licenceDeadlines } from "./licensing/deadlines.ts";
import { licenceDecisions } from "./licensing/decisions.ts";
import { licences } from "./licensing/licences.ts";
import { dealings } from "./network/dealings.ts";
import { destinations } from "./placement/destinations.ts";
import { hires } from "./placement/hires.ts";
import { placement } from "./placement/placement.ts";
import { retirements } from "./placement/retirements.ts";
import { retirementsTaken } from "./placement/retirements-taken.ts";
import { satisfaction } from "./placement/satisfaction.ts";
import { attendance } from "./relations/attendance.ts";
import { bargaining } from "./relations/bargaining.ts";
import { disputes } from "./relations/disputes.ts";
import { employees } from "./relations/employees.ts";
import { membership } from "./relations/membership.ts";
import { regularity } from "./relations/regularity.ts";
import { stoppages } from "./relations/stoppages.ts";
import { national } from "./reported/national.ts";
import { revisions } from "./reported/revisions.ts";
import { labourForce } from "./survey/labour-force.ts";
import { hosts } from "./training/hosts.ts";
import { trainingHours } from "./training/hours.ts";
import { targetGroups } from "./training/target-groups.ts";
import { targets } from "./training/targets.ts";
import { trainees } from "./training/trainees.ts";
import { training } from "./training/training.ts";
import { vacancies } from "./vacancies/vacancies.ts";
import { bonuses } from "./welfare/bonuses.ts";
import { decileMoves } from "./welfare/decile-moves.ts";
import { eligibleHouseholds } from "./welfare/eligible.ts";
import { realValue } from "./welfare/real-value.ts";
import { employment } from "./workforce/employment.ts";
import { uninsured } from "./workforce/uninsured.ts";

/** Every cube of the ledger. */
export const cubes: readonly Cube[] = [
  training,
  trainees,
  targetGroups,
  trainingHours,
  targets,
  hosts,
  certificates,
  certification,
  attempts,
  assessedCompleters,
  waits,
  sittings,
  sites,
  placement,
  hires,
  retirements,
  retirementsTaken,
  destinations,
  satisfaction,
  employment,
  uninsured,
  labourForce,
  vacancies,
  coverage,
  insuredMonths,
  employedMonths,
  stoppages,
  employees,
  membership,
  bargaining,
  regularity,
  attendance,
  disputes,
  licences,
  licenceDecisions,
  licenceDeadlines,
  coverageSnapshots,
  protection,
  collection,
  payments,
  timelyLists,
  national,
  revisions,
  eligibleHouseholds,
  bonuses,
  decileMoves,
  realValue,
  trainersExchanged,
  memoranda,
  medals,
  dealings,
];
