import { checkDates, isDate } from "./check-dates.ts";
import { type Discrepancy, discrepancy, type Related } from "./claim.ts";
import type { ClaimRow } from "./claim-types.ts";
import { combine, intervalOf } from "./interval.ts";

/** Units that all count people or what people get, and are easily taken for each other. */
const PEOPLE_UNITS = new Set([
  "PERSONS",
  "PERSON_COURSES",
  "PERSONS_AMBIGUOUS",
  "CERTIFICATES",
  "ASSESSMENTS",
]);
/** A person is counted once or more often in these, so persons may be a part of them. */
const UNITS_CONTAINING_PERSONS = new Set(["PERSONS", "PERSON_COURSES", "PERSONS_AMBIGUOUS"]);
const RESULT_KINDS = new Set(["STOCK", "FLOW"]);

const REASONS: Readonly<Record<string, string>> = {
  SUM: "SUM_DIFFERS",
  DIFFERENCE: "DIFFERENCE_DIFFERS",
  RATIO: "RATIO_DIFFERS",
  SAME_AS: "VALUES_DIFFER",
  PART_OF: "PART_EXCEEDS_WHOLE",
};

/** Beyond any rounding of binary fractions. */
const EPSILON = 1e-9;

const share = (gap: number, of: number | null): number | null =>
  of === null || of === 0 ? null : (gap / of) * 100;

/** Whether a quotient would be read as a share of people although it divides different things. */
const isFalseShare = ({ left, right }: Related): boolean => {
  const [top, bottom] = right.length === 1 ? [left, right[0]] : right;
  if (!top || !bottom || top.unit === bottom.unit) return false;
  return PEOPLE_UNITS.has(top.unit) && PEOPLE_UNITS.has(bottom.unit);
};

/** Whether the units of a relation make its arithmetic meaningless. */
export const unitsDiffer = (related: Related): boolean => {
  const { kind, left, right } = related;
  if (kind === "RATIO") return isFalseShare(related);
  if (kind === "PART_OF" && left.unit === "PERSONS")
    return !right.every(({ unit }) => UNITS_CONTAINING_PERSONS.has(unit));
  return right.some(({ unit }) => unit !== left.unit);
};

/** A result compared with its target. The gap is in percent of the target; undefined once it is reached. */
const checkTarget = (result: ClaimRow, target: ClaimRow): Discrepancy | undefined => {
  if (result.value === null || target.value === null || result.unit !== target.unit) return undefined;
  const gap = result.value - target.value;
  if (gap >= 0) return undefined;
  const gapPercent = share(gap, target.value);
  return discrepancy("TARGET_AGAINST_RESULT", result, { expected: target.value, gap, gapPercent });
};

const isTarget = ({ kind }: ClaimRow): boolean => kind === "TARGET";
const isResult = ({ kind }: ClaimRow): boolean => RESULT_KINDS.has(kind);

/** Whether a stock is in a sum or equality with a flow. */
export const isStockAgainstFlow = ({ kind, left, right }: Related): boolean => {
  if (kind === "RATIO") return false;
  const kinds = new Set([left, ...right].map((each) => each.kind));
  return kinds.has("STOCK") && kinds.has("FLOW");
};

const checkNumbers = ({ kind, left, right, tolerance }: Related): Discrepancy | undefined => {
  const reason = REASONS[kind];
  if (reason === undefined) return undefined;
  const found = combine(kind, right, left.unit);
  if (left.value === null || !found) {
    if (kind !== "SAME_AS" || left.valueText === (right[0]?.valueText ?? null)) return undefined;
    return discrepancy(reason, left, { expectedText: right[0]?.valueText ?? null });
  }
  const { expected, interval } = found;
  const own = intervalOf(left.value, left.qualifier);
  const slack = (tolerance + EPSILON) * Math.abs(left.value);
  const isAbove = own.low > interval.high + slack;
  const isBelow = own.high < interval.low - slack;
  if (!isAbove && (!isBelow || kind === "PART_OF")) return undefined;
  const gap = left.value - expected;
  return discrepancy(reason, left, { expected, gap, gapPercent: share(gap, left.value) });
};

/**
 * What is wrong with a declared relation, or undefined where it holds. Figures that cannot be compared
 * as they are come first: no arithmetic on them would mean anything. A qualifier opens an interval,
 * so "more than" contradicts only what lies below it.
 */
export const checkRelation = (related: Related): Discrepancy | undefined => {
  const { kind, left, right } = related;
  const [other] = right;
  if (!other) return undefined;
  if (kind === "SAME_AS" && isDate(left) && isDate(other)) return checkDates(left, other);
  if (right.length === 1 && isResult(left) && isTarget(other)) return checkTarget(left, other);
  if (right.length === 1 && isTarget(left) && isResult(other)) return checkTarget(other, left);
  if (unitsDiffer(related)) return discrepancy("UNITS_DIFFER", left);
  if (isStockAgainstFlow(related)) return discrepancy("STOCK_AGAINST_FLOW", left);
  return checkNumbers(related);
};
