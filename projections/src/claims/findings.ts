import { uuid5 } from "@karnameh/schema/uuid5";
import { checkWeekday } from "./check-dates.ts";
import { checkRelation } from "./check-relation.ts";
import {
  type Annotation,
  type ClaimInputs,
  type Discrepancy,
  discrepancy,
  type Finding,
  type Related,
  type Relation,
} from "./claim.ts";
import type { ClaimRow } from "./claim-types.ts";

/** Reasons that ask for an explanation and are no error: figures that are hard to compare, or a target not reached yet. */
const EXPLAINABLE_REASONS = new Set(["UNITS_DIFFER", "STOCK_AGAINST_FLOW", "TARGET_AGAINST_RESULT"]);
const SEVERITY_RANKS: Readonly<Record<string, number>> = { CONTRADICTION: 0, WARNING: 1, NOTE: 2 };

const severityOf = ({ reason, gapPercent }: Discrepancy): string => {
  if (EXPLAINABLE_REASONS.has(reason) || gapPercent === null) return "WARNING";
  const size = Math.abs(gapPercent);
  return size >= 5 ? "CONTRADICTION" : size >= 1 ? "WARNING" : "NOTE";
};

/** A finding before remarks on it are known. */
type BareFinding = Omit<Finding, "status" | "remarks">;

const finding = (related: Related, found: Discrepancy): BareFinding => ({
  ...related,
  ...found,
  inconsistencyId: uuid5("InconsistencyDetected", related.relationId, found.reason),
  severity: severityOf(found),
});

/** Whether an annotation is about this finding: by its own id, or by that of one recorded for the same relation. */
const isAbout =
  ({ inconsistencyId, relationId, reason }: BareFinding) =>
  ({ inconsistencyId: annotatedId, recorded }: Annotation): boolean =>
    annotatedId === inconsistencyId ||
    (recorded?.relationId === relationId && (recorded.reason ?? reason) === reason);

const withRemarks = (bare: BareFinding, annotations: readonly Annotation[]): Finding => {
  const remarks = annotations.filter(isAbout(bare)).map(({ remark }) => remark);
  return { ...bare, remarks, status: remarks.at(-1)?.status ?? "OPEN" };
};

/** A figure that is compared with no other figure, as a relation without a right side. */
const withoutOther = (left: ClaimRow): Related => ({
  relationId: left.figureId,
  kind: "SAME_AS",
  left,
  right: [],
  tolerance: 0,
});

const relate = (
  { left, right, ...relation }: Relation,
  figures: ClaimInputs["figures"],
): Related | undefined => {
  const whole = figures.get(left);
  const parts = right.flatMap((id) => figures.get(id) ?? []);
  // A relation of which a figure was retracted is not checked.
  return whole && parts.length === right.length ? { ...relation, left: whole, right: parts } : undefined;
};

const ofRelations = ({ relations, figures }: ClaimInputs): readonly BareFinding[] =>
  relations.flatMap((relation) => {
    const related = relate(relation, figures);
    const found = related && checkRelation(related);
    return found ? [finding(related, found)] : [];
  });

const ofForecasts = ({ falsifications, figures }: ClaimInputs): readonly BareFinding[] =>
  falsifications.flatMap(({ figureId, outcome }) => {
    const figure = figures.get(figureId);
    if (!figure) return [];
    return [
      finding(withoutOther(figure), discrepancy("FORECAST_FALSIFIED", figure, { expectedText: outcome })),
    ];
  });

const ofWeekdays = ({ figures }: ClaimInputs): readonly BareFinding[] =>
  [...figures.values()].flatMap((figure) => {
    const found = checkWeekday(figure);
    return found ? [finding(withoutOther(figure), found)] : [];
  });

const isDismissed = ({ status }: Finding): number => Number(status === "DISMISSED");

const bySeverity = (one: Finding, other: Finding): number =>
  isDismissed(one) - isDismissed(other) ||
  (SEVERITY_RANKS[one.severity] ?? 3) - (SEVERITY_RANKS[other.severity] ?? 3) ||
  Number(EXPLAINABLE_REASONS.has(one.reason)) - Number(EXPLAINABLE_REASONS.has(other.reason)) ||
  Math.abs(other.gapPercent ?? 0) - Math.abs(one.gapPercent ?? 0) ||
  one.relationId.localeCompare(other.relationId, "en") ||
  one.reason.localeCompare(other.reason, "en");

/** All findings, the most severe first, dismissed ones last. The same inputs give the same findings with the same ids. */
export const findInconsistencies = (inputs: ClaimInputs): readonly Finding[] =>
  [...ofRelations(inputs), ...ofForecasts(inputs), ...ofWeekdays(inputs)]
    .map((bare) => withRemarks(bare, inputs.annotations))
    .sort(bySeverity);
