import type { Text } from "@karnameh/schema/text";

/** The figure as first stated, where the speaker or publisher later corrected it. */
export type Correction = {
  readonly value: number | null;
  readonly valueText: string | null;
  readonly reason: string;
  readonly evidence: string | null;
  /** The day of the correction, `YYYY-MM-DD`. */
  readonly on: string;
  /** Who recorded it, a URN. */
  readonly by: string;
};

/** A figure that somebody stated in a document. */
export type ClaimRow = {
  readonly figureId: string;
  readonly documentId: string;
  readonly documentTitle: Text | null;
  readonly measure: string;
  readonly value: number | null;
  readonly valueText: string | null;
  readonly qualifier: string;
  readonly unit: string;
  readonly kind: string;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly subject: Text;
  readonly speakerName: string | null;
  readonly speakerRole: string | null;
  readonly speakerOrganisation: string | null;
  readonly place: string;
  readonly knownOn: string;
  /** The day of the week that is stated with a date, a code of CL_WEEKDAY. */
  readonly weekday?: string | null;
  /** The language of the document, as far as it is known. */
  readonly language?: string | null;
  /** Absent where the figure was not corrected. */
  readonly correction?: Correction | null;
};

/** One place of a printed number that may not be what was meant. */
export type PrintedEdit = {
  readonly figureId: string;
  /** DIGIT_LOST, DIGIT_DOUBLED, DIGITS_SWAPPED, DIGIT_MISTYPED or MAGNITUDE_MISREAD. */
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly printed: Text;
  readonly intended: Text;
};

/** Edits of printed digits that would close a gap exactly. A guess to be checked in the document, never a correction. */
export type Hypothesis = {
  /** From 1, the most plausible first. */
  readonly rank: number;
  /** From 0 to 1, for the order only; it is no probability. */
  readonly plausibility: number;
  readonly edits: readonly PrintedEdit[];
  readonly explanation: Text;
};

/** The state of a finding: without a remark, explained, or dismissed as no contradiction. */
export type FindingStatus = "OPEN" | "EXPLAINED" | "DISMISSED";

/** A remark on a finding. The finding stays listed. */
export type Remark = {
  readonly status: Exclude<FindingStatus, "OPEN">;
  readonly text: Text;
  readonly evidence: string | null;
  /** The day of the remark, `YYYY-MM-DD`. */
  readonly on: string;
  /** Who made it, a URN. */
  readonly by: string;
};

/** A finding: figures that do not agree. Gap = left − what the right side leads to. */
export type InconsistencyRow = {
  /** The id of the relation, or of the figure where the finding is about it alone. */
  readonly relationId: string;
  readonly inconsistencyId: string;
  /** A code of CL_INCONSISTENCY_REASON. */
  readonly reason: string;
  /** A code of CL_SEVERITY. */
  readonly severity: string;
  /** What was expected where it is no number. */
  readonly expectedText: string | null;
  /** The unit of the gap, a code of CL_UNIT. */
  readonly gapUnit: string;
  readonly hypotheses: readonly Hypothesis[];
  /** That of the last remark. */
  readonly status: FindingStatus;
  /** The remarks on it, in the order in which they were recorded. */
  readonly remarks: readonly Remark[];
  readonly kind: string;
  readonly left: ClaimRow;
  readonly right: readonly ClaimRow[];
  readonly expected: number | null;
  readonly gap: number | null;
  /** The gap in percent of the left figure; of the target where a result is short of it. */
  readonly gapPercent: number | null;
  readonly tolerance: number;
};

/** The value of a declared quotient of two figures: a result in percent of its target, or hours per person. */
export type ComparisonRow = {
  readonly relationId: string;
  readonly left: ClaimRow;
  readonly right: ClaimRow;
  /** left / right, in percent where both are of one unit. */
  readonly value: number;
  readonly isPercent: boolean;
  /** The qualifier that follows from those of the two figures: a code of CL_QUALIFIER. */
  readonly qualifier: string;
};
