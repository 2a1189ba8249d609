import type { ClaimGapRow, ClaimRow, Measured, NoGapReason } from "../planner/catalogue.ts";
import type { ObservationSet } from "../planner/question.ts";
import type { Ground, Related, Relation } from "./claim.ts";
import { isWhen } from "./dates.ts";
import { combine } from "./interval.ts";
import { isStockAgainstFlow, unitsDiffer } from "./judge.ts";

/** Units of which a figure may mean either where it does not say so; the declared indicator is the reading of it. */
const AMBIGUOUS = new Set(["PERSONS", "PERSON_COURSES"]);

/** What is known of a gap beside the figure and what it is set against. */
type Found = Pick<ClaimGapRow, "expected" | "gap" | "gapPercent" | "reason">;

const none = (reason: NoGapReason, expected: number | null = null): Found => ({
  expected,
  gap: null,
  gapPercent: null,
  reason,
});

const between = (stated: number, expected: number): Found => {
  const gap = stated - expected;
  return { expected, gap, gapPercent: stated === 0 ? null : (gap / stated) * 100, reason: null };
};

const isNumber = (figure: ClaimRow): boolean => figure.value !== null && !isWhen(figure);

/** Whether the right side leads to the left: a part claims less, and a quotient of the left figure claims nothing. */
const leads = ({ kind, right }: Relation): boolean =>
  kind === "SUM" || kind === "DIFFERENCE" || kind === "SAME_AS" || (kind === "RATIO" && right.length > 1);

const fromFigures = (related: Related): Found => {
  const { kind, left, right } = related;
  if (left.value === null || ![left, ...right].every(isNumber)) return none("NOT_A_NUMBER");
  if (unitsDiffer(related)) return none("UNITS_DIFFER");
  if (isStockAgainstFlow(related)) return none("STOCK_AGAINST_FLOW");
  const led = combine(kind, right, left.unit);
  return led ? between(left.value, led.expected) : none("NO_DENOMINATOR");
};

const bare = { components: [], measured: null, kind: null, status: null, isSynthetic: false, detail: null };

/** The gap between a figure and those that lead to it; undefined where it was not stated, or nothing leads to it. */
export const gapToFigures = (relation: Relation, figures: Ground["figures"]): ClaimGapRow | undefined => {
  const { relationId, kind } = relation;
  const figure = figures.get(relation.left);
  if (!figure || !leads(relation)) return undefined;
  const components = relation.right.flatMap((id) => figures.get(id) ?? []);
  const isWhole = components.length === relation.right.length;
  const found = isWhole ? fromFigures({ ...relation, left: figure, right: components }) : none("NOT_STATED");
  return { ...bare, ...found, relationId, kind, figure, components };
};

const fromAnswer = (figure: ClaimRow, { unit, observations }: ObservationSet): Found => {
  const [only] = observations;
  if (!isNumber(figure) || figure.value === null) return none("NOT_A_NUMBER", only?.value);
  if (figure.unit !== unit && !(figure.unit === "PERSONS_AMBIGUOUS" && AMBIGUOUS.has(unit)))
    return none("UNITS_DIFFER", only?.value);
  if (!only || only.value === null) return none(only?.reason ?? "NO_OBSERVATION");
  return between(figure.value, only.value);
};

/** The gap between a figure and the one value of the indicator that it was declared to state. */
export const gapToAnswer = (measured: Measured, figure: ClaimRow, answer: ObservationSet): ClaimGapRow => {
  const { relationId } = measured;
  const status = answer.observations[0]?.status ?? null;
  const { isSynthetic } = answer;
  return { ...bare, ...fromAnswer(figure, answer), relationId, figure, measured, status, isSynthetic };
};

/** The same where the indicator cannot be asked so: `detail` says why. */
export const gapUnasked = (measured: Measured, figure: ClaimRow, detail: string): ClaimGapRow => ({
  ...bare,
  ...none("INVALID_QUERY"),
  relationId: measured.relationId,
  figure,
  measured,
  detail,
});
