import { assessedCompleters } from "./domains/certification/assessed-completers.ts";
import { attempts } from "./domains/certification/attempts.ts";
import { certificates } from "./domains/certification/certificates.ts";
import { certification } from "./domains/certification/certification.ts";
import { sites } from "./domains/certification/sites.ts";
import { sittings } from "./domains/certification/sittings.ts";
import { waits } from "./domains/certification/waits.ts";
import { medals } from "./domains/diplomacy/medals.ts";
import { memoranda } from "./domains/diplomacy/memoranda.ts";
import { trainersExchanged } from "./domains/diplomacy/trainers.ts";
import { collection, payments } from "./domains/insurance/collection.ts";
import { coverage } from "./domains/insurance/coverage.ts";
import { employedMonths } from "./domains/insurance/employed-months.ts";
import { insuredMonths } from "./domains/insurance/insured-months.ts";
import { protection } from "./domains/insurance/protection.ts";
import { coverageSnapshots } from "./domains/insurance/snapshots.ts";
import { timelyLists } from "./domains/insurance/timely-lists.ts";
import { licenceDeadlines } from "./domains/licensing/deadlines.ts";
import { licenceDecisions } from "./domains/licensing/decisions.ts";
import { licences } from "./domains/licensing/licences.ts";
import { dealings } from "./domains/network/dealings.ts";
import { destinations } from "./domains/placement/destinations.ts";
import { hires } from "./domains/placement/hires.ts";
import { placement } from "./domains/placement/placement.ts";
import { retirements } from "./domains/placement/retirements.ts";
import { retirementsTaken } from "./domains/placement/retirements-taken.ts";
import { satisfaction } from "./domains/placement/satisfaction.ts";
import { attendance } from "./domains/relations/attendance.ts";
import { bargaining } from "./domains/relations/bargaining.ts";
import { disputes } from "./domains/relations/disputes.ts";
import { employees } from "./domains/relations/employees.ts";
import { membership } from "./domains/relations/membership.ts";
import { regularity } from "./domains/relations/regularity.ts";
import { stoppages } from "./domains/relations/stoppages.ts";
import { national } from "./domains/reported/national.ts";
import { revisions } from "./domains/reported/revisions.ts";
import { labourForce } from "./domains/survey/labour-force.ts";
import { hosts } from "./domains/training/hosts.ts";
import { trainingHours } from "./domains/training/hours.ts";
import { targetGroups } from "./domains/training/target-groups.ts";
import { targets } from "./domains/training/targets.ts";
import { trainees } from "./domains/training/trainees.ts";
import { training } from "./domains/training/training.ts";
import { vacancies } from "./domains/vacancies/vacancies.ts";
import { bonuses } from "./domains/welfare/bonuses.ts";
import { decileMoves } from "./domains/welfare/decile-moves.ts";
import { eligibleHouseholds } from "./domains/welfare/eligible.ts";
import { realValue } from "./domains/welfare/real-value.ts";
import { employment } from "./domains/workforce/employment.ts";
import { uninsured } from "./domains/workforce/uninsured.ts";
import type { Cube } from "./engine/cube.ts";

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
