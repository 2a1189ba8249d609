import type { EventContract } from "./contract.ts";
import * as certification from "./events/certification.ts";
import * as insurance from "./events/insurance.ts";
import * as placement from "./events/placement.ts";
import * as reported from "./events/reported.ts";
import * as system from "./events/system.ts";
import * as training from "./events/training.ts";
import * as workforce from "./events/workforce.ts";

/** The newest contract of every type of event, by name. */
export const contracts: readonly EventContract[] = [
  workforce,
  training,
  certification,
  placement,
  insurance,
  reported,
  system,
]
  .flatMap((context): readonly EventContract[] => Object.values(context))
  // A namespace lists its names in another order under some loaders.
  .sort((one, other) => (one.type < other.type ? -1 : 1));

const byType = new Map(contracts.map((contract) => [contract.type, contract]));

/** The contract of a type of event, newest version. */
export const contract = (type: string): EventContract | undefined => byType.get(type);
