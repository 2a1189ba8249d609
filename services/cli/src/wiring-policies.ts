import type { EventLog } from "@karnameh/event-log/port";
import { policies } from "@karnameh/policies/policies";
import { createPolicyRunner, type PolicyRunner } from "@karnameh/policies/policy-runner";
import type { Logger } from "@karnameh/runtime/logger";
import type { Reading } from "./wiring-reading.ts";

/** The policies of this product over a log and what is read of it. */
export const wirePolicies = (log: EventLog, { readLive }: Reading, logger: Logger): PolicyRunner =>
  createPolicyRunner({
    log,
    read: readLive,
    policies,
    clock: Date.now,
    logger,
  });
