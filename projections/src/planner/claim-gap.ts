import { isDate } from "../claims/check-dates.ts";
import { isStockAgainstFlow, unitsDiffer } from "../claims/check-relation.ts";
import type { ClaimInputs, Related, Relation } from "../claims/claim.ts";
import type { ClaimRow } from "../claims/claim-types.ts";
import { combine } from "../claims/interval.ts";
import type { Filter, MissingReason, ObservationSet, Status } from "./observation-query.ts";

/** Why there is no gap between a figure and what it is compared with. */
export type NoGapReason =
  | MissingReason // the indicator has no value
  | "NOT_STATED" // a figure on the right side was not stated, or was retracted
  | "NOT_A_NUMBER" // a date, a year or a text
  | "UNITS_DIFFER" // persons, person-courses and documents are different units
  | "STOCK_AGAINST_FLOW" // the number at a time, and the number in a period
  | "INVALID_QUERY"; // the query for the indicator is invalid

/** The indicator, with its period and filters, that a figure was declared to state. */
export type DeclaredIndicator = {
  readonly relationId: string;
  readonly figureId: string;
  readonly indicator: string;
  /** `1402`, `1402-Q2` or `2023-08`. */
  readonly period: string;
  readonly where: readonly Filter[];
};

/** The gap between a figure and the figures that lead to it, or the indicator. Gap = stated − expected. */
export type ClaimGapRow = {
  readonly relationId: string;
  readonly figure: ClaimRow;
  /** A code of CL_RELATION_KIND; null where the figure is compared with an indicator. */
  readonly kind: string | null;
  /** The figures that lead to it, without retracted ones. */
  readonly components: readonly ClaimRow[];
  readonly measured: DeclaredIndicator | null;
  /** The value that follows from the components, or that of the indicator. */
  readonly expected: number | null;
  readonly gap: number | null;
  /** In percent of what is stated; null also where that is zero. */
  readonly gapPercent: number | null;
  /** Of the indicator's value; null where the figure is compared with figures. */
  readonly status: Status | null;
  /** Whether the indicator's value rests on simulated events. */
  readonly isSynthetic: boolean;
  readonly reason: NoGapReason | null;
  /** The error of an invalid query. */
  readonly detail: string | null;
};

/** Units of which a figure may mean either where it does not say so; the declared indicator is the reading of it. */
const AMBIGUOUS = new Set(["PERSONS", "PERSON_COURSES"]);

/** The gap itself, without the figures. */
type GapValues = Pick<ClaimGapRow, "expected" | "gap" | "gapPercent" | "reason">;

const none = (reason: NoGapReason, expected: number | null = null): GapValues => ({
  expected,
  gap: null,
  gapPercent: null,
  reason,
});

const between = (stated: number, expected: number): GapValues => {
  const gap = stated - expected;
  return { expected, gap, gapPercent: stated === 0 ? null : (gap / stated) * 100, reason: null };
};

const isNumber = (figure: ClaimRow): boolean => figure.value !== null && !isDate(figure);

/** Whether the right side leads to the left: a part claims less, and a quotient of the left figure claims nothing. */
const leads = ({ kind, right }: Relation): boolean =>
  kind === "SUM" || kind === "DIFFERENCE" || kind === "SAME_AS" || (kind === "RATIO" && right.length > 1);

const fromFigures = (related: Related): GapValues => {
  const { kind, left, right } = related;
  if (left.value === null || ![left, ...right].every(isNumber)) return none("NOT_A_NUMBER");
  if (unitsDiffer(related)) return none("UNITS_DIFFER");
  if (isStockAgainstFlow(related)) return none("STOCK_AGAINST_FLOW");
  const led = combine(kind, right, left.unit);
  return led ? between(left.value, led.expected) : none("NO_DENOMINATOR");
};

const NO_COMPARISON = {
  components: [],
  measured: null,
  kind: null,
  status: null,
  isSynthetic: false,
  detail: null,
};

/** The gap between a figure and those that lead to it; undefined where it was not stated, or nothing leads to it. */
export const gapToFigures = (
  relation: Relation,
  figures: ClaimInputs["figures"],
): ClaimGapRow | undefined => {
  const { relationId, kind } = relation;
  const figure = figures.get(relation.left);
  if (!figure || !leads(relation)) return undefined;
  const components = relation.right.flatMap((id) => figures.get(id) ?? []);
  const isComplete = components.length === relation.right.length;
  const values = isComplete
    ? fromFigures({ ...relation, left: figure, right: components })
    : none("NOT_STATED");
  return { ...NO_COMPARISON, ...values, relationId, kind, figure, components };
};

const fromObservation = (figure: ClaimRow, { unit, observations }: ObservationSet): GapValues => {
  const [only] = observations;
  if (!isNumber(figure) || figure.value === null) return none("NOT_A_NUMBER", only?.value);
  if (figure.unit !== unit && !(figure.unit === "PERSONS_AMBIGUOUS" && AMBIGUOUS.has(unit)))
    return none("UNITS_DIFFER", only?.value);
  if (!only || only.value === null) return none(only?.reason ?? "NO_OBSERVATION");
  return between(figure.value, only.value);
};

/** The gap between a figure and the one value of the indicator that it was declared to state. */
export const gapToIndicator = (
  measured: DeclaredIndicator,
  figure: ClaimRow,
  observed: ObservationSet,
): ClaimGapRow => {
  const { relationId } = measured;
  const status = observed.observations[0]?.status ?? null;
  const { isSynthetic } = observed;
  return {
    ...NO_COMPARISON,
    ...fromObservation(figure, observed),
    relationId,
    figure,
    measured,
    status,
    isSynthetic,
  };
};

/** The same where the query for the indicator is invalid: `detail` is its error. */
export const gapOfInvalidQuery = (
  measured: DeclaredIndicator,
  figure: ClaimRow,
  detail: string,
): ClaimGapRow => ({
  ...NO_COMPARISON,
  ...none("INVALID_QUERY"),
  relationId: measured.relationId,
  figure,
  measured,
  detail,
});
