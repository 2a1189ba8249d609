import { LICENCE_RULE } from "@karnameh/schema/working-calendar/deadlines";
import { definePolicy } from "../policy.ts";

/**
 * The system issues the licence of an eligible application that nobody decided by the end of its last working day: the
 * promise to applicants of private schools, three working days, as the ministry stated it in 1402.
 */
export const licenceClock = definePolicy({
  name: "licence-clock",
  version: 1,
  event: "LicenceAutoIssued",
  key: ["application_id"],
  reads: [
    "licence_applied",
    "applicant_eligibility_confirmed",
    "application_returned",
    "application_resubmitted",
    "licence_granted",
    "licence_refused",
    "licence_rule_set",
  ],
  usesCalendar: true,
  constants: LICENCE_RULE,
  identifiers: { licence_id: "licence" },
  given: new URL("./counted-days.sql", import.meta.url),
  rule: new URL("./licence-clock.sql", import.meta.url),
  withdrawal:
    "Later facts show that the application was decided, returned or not eligible before the licence was issued automatically.",
});
