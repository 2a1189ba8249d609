import { LICENCE_RULE } from "@karnameh/schema/working-calendar/deadlines";
import { definePolicy } from "../policy.ts";

/**
 * Whether an application for a licence was decided before its working days were over, by the authority or by the
 * system, and in how many of them: once they are over, and anew when a decision is made afterwards.
 */
export const licenceDeadline = definePolicy({
  name: "licence-deadline",
  version: 1,
  event: "LicenceApplicationAssessed",
  cause: ["application_id"],
  reads: [
    "licence_applied",
    "application_returned",
    "application_resubmitted",
    "licence_granted",
    "licence_refused",
    "licence_auto_issued",
    "licence_rule_set",
  ],
  usesCalendar: true,
  constants: LICENCE_RULE,
  given: new URL("./counted-days.sql", import.meta.url),
  rule: new URL("./licence-deadline.sql", import.meta.url),
  withdrawal: "The application was withdrawn, or was returned before its working days were over.",
});
