import { definePolicy } from "../policy.ts";
import { makeFindings } from "./make-findings.ts";

/**
 * Records each inconsistency that the checks of claims find. It stays recorded when somebody explains or dismisses it;
 * it is retracted when the figures are corrected and agree.
 */
export const inconsistencyWatch = definePolicy({
  name: "inconsistency-watch",
  version: 1,
  event: "InconsistencyDetected",
  key: ["inconsistency_id"],
  reads: [
    "figure_reported",
    "figure_corrected",
    "figure_retracted",
    "figure_relation_declared",
    "forecast_falsified",
  ],
  prepare: makeFindings,
  rule: new URL("./inconsistency-watch.sql", import.meta.url),
  withdrawal: "The current figures agree, or one of them or their relation was retracted.",
});
