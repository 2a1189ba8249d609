import { ARTICLE_39 } from "@karnameh/schema/working-calendar/deadlines";
import { definePolicy } from "../policy.ts";

/** The first month of a list: the first list that was recorded may have arrived after its deadline. */
export const FIRST_LISTED_DAY = `select min(starts_on) as day from model.segment
  where jm = (select min(month // 100 * 12 + month % 100 - 1) from fact.contribution_list_submitted)`;

/**
 * Whether a contribution list arrived in time by Article 39 of the Social Security Act: by the end of the following
 * month, or of the second one for an exempt small workshop, moved to the next working day if that day is not one.
 */
export const contributionDeadline = definePolicy({
  name: "contribution-deadline",
  version: 1,
  event: "ContributionListAssessed",
  key: ["list_id"],
  reads: ["contribution_list_submitted"],
  usesCalendar: true,
  constants: ARTICLE_39,
  calendarFrom: FIRST_LISTED_DAY,
  rule: new URL("./contribution-deadline.sql", import.meta.url),
  withdrawal: "The list was withdrawn, or belongs to a month whose deadline has not passed.",
});
