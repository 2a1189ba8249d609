import { definePolicy } from "../policy.ts";
import { makeFindings } from "./make-findings.ts";

/**
 * What is stated and does not agree, as the checks of claims find it. A finding that is explained or dismissed stays
 * found; one whose figures are corrected until they agree is withdrawn.
 */
export const inconsistencyWatch = definePolicy({
  name: "inconsistency-watch",
  version: 1,
  event: "InconsistencyDetected",
  cause: ["inconsistency_id"],
  reads: [
    "figure_reported",
    "figure_corrected",
    "figure_retracted",
    "figure_relation_declared",
    "forecast_falsified",
  ],
  prepare: makeFindings,
  rule: new URL("./inconsistency-watch.sql", import.meta.url),
  withdrawal: "The figures agree as they stand now, or one of them, or their relation, was taken back.",
});
