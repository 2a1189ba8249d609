import { uuid5 } from "@karnameh/schema/uuid5";
import { checkWeekday } from "./check-dates.ts";
import { checkRelation } from "./check-relation.ts";
import {
  type ClaimInputs,
  type Finding,
  type Related,
  type Relation,
  type Said,
  type Verdict,
  verdict,
} from "./claim.ts";
import type { ClaimRow } from "./claim-types.ts";

/** Figures to be compared with care, or a target not reached yet: to be explained, and no error. */
const CARE = new Set(["UNITS_DIFFER", "STOCK_AGAINST_FLOW", "TARGET_AGAINST_RESULT"]);
const RANK: Readonly<Record<string, number>> = { CONTRADICTION: 0, WARNING: 1, NOTE: 2 };

const severityOf = ({ reason, gapPercent }: Verdict): string => {
  if (CARE.has(reason) || gapPercent === null) return "WARNING";
  const size = Math.abs(gapPercent);
  return size >= 5 ? "CONTRADICTION" : size >= 1 ? "WARNING" : "NOTE";
};

/** A finding before anything was said of it. */
type Bare = Omit<Finding, "status" | "remarks">;

const finding = (related: Related, said: Verdict): Bare => ({
  ...related,
  ...said,
  inconsistencyId: uuid5("InconsistencyDetected", related.relationId, said.reason),
  severity: severityOf(said),
});

/** Whether something was said of this finding: by its own id, or by that of one recorded for the same relation. */
const isOf =
  ({ inconsistencyId, relationId, reason }: Bare) =>
  ({ inconsistencyId: named, recorded }: Said): boolean =>
    named === inconsistencyId ||
    (recorded?.relationId === relationId && (recorded.reason ?? reason) === reason);

const withRemarks = (found: Bare, said: readonly Said[]): Finding => {
  const remarks = said.filter(isOf(found)).map(({ remark }) => remark);
  return { ...found, remarks, status: remarks.at(-1)?.status ?? "OPEN" };
};

/** A figure that stands against no other figure, as a relation to itself: what it says against what is so. */
const alone = (left: ClaimRow): Related => ({
  relationId: left.figureId,
  kind: "SAME_AS",
  left,
  right: [],
  tolerance: 0,
});

const relate = ({ left, right, ...said }: Relation, figures: ClaimInputs["figures"]): Related | undefined => {
  const whole = figures.get(left);
  const parts = right.flatMap((id) => figures.get(id) ?? []);
  // A figure that was withdrawn leaves nothing to judge.
  return whole && parts.length === right.length ? { ...said, left: whole, right: parts } : undefined;
};

const ofRelations = ({ relations, figures }: ClaimInputs): readonly Bare[] =>
  relations.flatMap((relation) => {
    const related = relate(relation, figures);
    const said = related && checkRelation(related);
    return said ? [finding(related, said)] : [];
  });

const ofForecasts = ({ falsifications, figures }: ClaimInputs): readonly Bare[] =>
  falsifications.flatMap(({ figureId, outcome }) => {
    const figure = figures.get(figureId);
    if (!figure) return [];
    return [finding(alone(figure), verdict("FORECAST_FALSIFIED", figure, { expectedText: outcome }))];
  });

const ofWeekdays = ({ figures }: ClaimInputs): readonly Bare[] =>
  [...figures.values()].flatMap((figure) => {
    const said = checkWeekday(figure);
    return said ? [finding(alone(figure), said)] : [];
  });

const isDismissed = ({ status }: Finding): number => Number(status === "DISMISSED");

const bySize = (one: Finding, other: Finding): number =>
  isDismissed(one) - isDismissed(other) ||
  (RANK[one.severity] ?? 3) - (RANK[other.severity] ?? 3) ||
  Number(CARE.has(one.reason)) - Number(CARE.has(other.reason)) ||
  Math.abs(other.gapPercent ?? 0) - Math.abs(one.gapPercent ?? 0) ||
  one.relationId.localeCompare(other.relationId, "en") ||
  one.reason.localeCompare(other.reason, "en");

/**
 * Everything that does not agree, the gravest first, what was dismissed last. The same ground gives the same findings
 * with the same ids.
 */
export const findInconsistencies = (ground: ClaimInputs): readonly Finding[] =>
  [...ofRelations(ground), ...ofForecasts(ground), ...ofWeekdays(ground)]
    .map((found) => withRemarks(found, ground.said))
    .sort(bySize);
