import { LICENCE_RULE } from "@karnameh/schema/working-calendar/deadlines";
import { definePolicy } from "../policy.ts";

/**
 * An eligible application that nobody decided until the last of its working days ended is issued by the system: the
 * promise to applicants of private schools, three working days, as the ministry stated it in 1402.
 */
export const licenceClock = definePolicy({
  name: "licence-clock",
  version: 1,
  event: "LicenceAutoIssued",
  cause: ["application_id"],
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
    "It became known that the application was decided or returned, or its facts were otherwise, before the licence was issued by itself.",
});
