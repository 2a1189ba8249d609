import { ARTICLE_39 } from "@karnameh/schema/working-calendar/deadlines";
import { definePolicy } from "../policy.ts";
import { FIRST_LISTED_DAY } from "./contribution-deadline.ts";

/**
 * An establishment owes a contribution list for each month in which it had insured workers. Records the list as missed if
 * it did not arrive by the deadline of Article 39. Only months for which the log holds any lists are checked.
 */
export const missingList = definePolicy({
  name: "missing-list",
  version: 1,
  event: "ContributionListMissed",
  key: ["establishment_id", "month"],
  reads: ["contribution_list_submitted", "employment_started", "employment_ended", "establishment_closed"],
  usesCalendar: true,
  constants: ARTICLE_39,
  calendarFrom: FIRST_LISTED_DAY,
  rule: new URL("./missing-list.sql", import.meta.url),
  withdrawal: "A list arrived in time, or the establishment had no insured workers in that month.",
});
