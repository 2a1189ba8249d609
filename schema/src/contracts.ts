import type { EventContract } from "./contract.ts";
import * as assessments from "./events/assessments.ts";
import * as bankCards from "./events/bank-cards.ts";
import * as benefits from "./events/benefits.ts";
import * as certification from "./events/certification.ts";
import * as competitions from "./events/competitions.ts";
import * as couponPlan from "./events/coupon-plan.ts";
import * as couponPurchases from "./events/coupon-purchases.ts";
import * as disputes from "./events/disputes.ts";
import * as figureChecks from "./events/figure-checks.ts";
import * as households from "./events/households.ts";
import * as insurance from "./events/insurance.ts";
import * as jobseekers from "./events/jobseekers.ts";
import * as licenceApplications from "./events/licence-applications.ts";
import * as licences from "./events/licences.ts";
import * as placement from "./events/placement.ts";
import * as reported from "./events/reported.ts";
import * as skillDiplomacy from "./events/skill-diplomacy.ts";
import * as socialPartners from "./events/social-partners.ts";
import * as survey from "./events/survey.ts";
import * as system from "./events/system.ts";
import * as training from "./events/training.ts";
import * as trainingSupply from "./events/training-supply.ts";
import * as tripartite from "./events/tripartite.ts";
import * as workforce from "./events/workforce.ts";
import * as workingCalendar from "./events/working-calendar.ts";

/** The newest contract of every type of event, by name. */
export const contracts: readonly EventContract[] = [
  workforce,
  jobseekers,
  survey,
  training,
  trainingSupply,
  certification,
  assessments,
  placement,
  insurance,
  benefits,
  licenceApplications,
  licences,
  workingCalendar,
  households,
  bankCards,
  couponPlan,
  couponPurchases,
  socialPartners,
  tripartite,
  disputes,
  skillDiplomacy,
  competitions,
  reported,
  figureChecks,
  system,
]
  .flatMap((context): readonly EventContract[] => Object.values(context))
  // A namespace lists its names in another order under some loaders.
  .sort((one, other) => (one.type < other.type ? -1 : 1));

const byType = new Map(contracts.map((contract) => [contract.type, contract]));

/** The contract of a type of event, newest version. */
export const contract = (type: string): EventContract | undefined => byType.get(type);
