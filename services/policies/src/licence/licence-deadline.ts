import { LICENCE_RULE } from "@karnameh/schema/working-calendar/deadlines";
import { definePolicy } from "../policy.ts";

/**
 * Whether a licence application was decided, by the authority or by the system, before its working days were over, and
 * after how many of them. Recorded once they are over, and corrected when a decision follows.
 */
export const licenceDeadline = definePolicy({
  name: "licence-deadline",
  version: 1,
  event: "LicenceApplicationAssessed",
  key: ["application_id"],
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
  withdrawal: "The application was withdrawn, or returned before its working days were over.",
});
