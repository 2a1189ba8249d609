import { definePolicy } from "../policy.ts";

/**
 * Whether a contribution list came in time by Article 39 of the Social Security Act: by the end of the following
 * month, of the second one for a workshop that is exempt as a small one, and of the first working day from
 * there where that day is none.
 */
export const contributionDeadline = definePolicy({
  name: "contribution-deadline",
  version: 1,
  event: "ContributionListAssessed",
  cause: ["list_id"],
  reads: ["contribution_list_submitted"],
  usesCalendar: true,
  rule: new URL("./contribution-deadline.sql", import.meta.url),
  withdrawal: "The list was withdrawn, or belongs to a month whose deadline has not passed.",
});
