/** Why an entry was posted, by severity: of several on one day the last in this order counts. */
export const REVISION_REASONS = ["ROUTINE", "LATE", "CORRECTION", "RETRACTION"] as const;

type RevisionReason = (typeof REVISION_REASONS)[number];

/** The severity of a reason, 0 the least. */
export const severityOf = (reason: RevisionReason): number => REVISION_REASONS.indexOf(reason);

/** The reason as the SQL enumeration, whose order is that of the severities, so that `max` finds the most severe. */
export const REASON_TYPE = "model.revision_reason";
