import type { EventLog } from "@karnameh/event-log/port";
import { policies } from "@karnameh/policies/policies";
import { createPolicyRunner, type PolicyRunner } from "@karnameh/policies/policy-runner";
import type { Logger } from "@karnameh/runtime/logger";
import type { ReadSide } from "./read-side.ts";

/** The runner of this product's policies. */
export const wirePolicies = (log: EventLog, { readLive }: ReadSide, logger: Logger): PolicyRunner =>
  createPolicyRunner({
    log,
    read: readLive,
    policies,
    clock: Date.now,
    logger,
  });
