import { ARTICLE_39 } from "@karnameh/schema/working-calendar/deadlines";
import { definePolicy } from "../policy.ts";
import { FIRST_LISTED_DAY } from "./contribution-deadline.ts";

/**
 * An establishment owes a list of each month in which it had insured workers: where none had come by the deadline of
 * Article 39, that it was missed. Only months of which the log holds lists are looked at.
 */
export const missingList = definePolicy({
  name: "missing-list",
  version: 1,
  event: "ContributionListMissed",
  cause: ["establishment_id", "month"],
  reads: ["contribution_list_submitted", "employment_started", "employment_ended", "establishment_closed"],
  usesCalendar: true,
  constants: ARTICLE_39,
  calendarFrom: FIRST_LISTED_DAY,
  rule: new URL("./missing-list.sql", import.meta.url),
  withdrawal: "A list had come in time, or nobody insured worked in the establishment in that month.",
});
