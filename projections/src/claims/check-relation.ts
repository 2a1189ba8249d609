import { checkDates, isWhen } from "./check-dates.ts";
import { type Related, type Verdict, verdict } from "./claim.ts";
import type { ClaimRow } from "./claim-types.ts";
import { combine, intervalOf } from "./interval.ts";

/** Units that all count people or what people get, and are easily taken for each other. */
const OF_PEOPLE = new Set(["PERSONS", "PERSON_COURSES", "PERSONS_AMBIGUOUS", "CERTIFICATES", "ASSESSMENTS"]);
/** A person is counted once or more often in these, so persons may be a part of them. */
const HOLDS_PERSONS = new Set(["PERSONS", "PERSON_COURSES", "PERSONS_AMBIGUOUS"]);
const DONE = new Set(["STOCK", "FLOW"]);

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
  return OF_PEOPLE.has(top.unit) && OF_PEOPLE.has(bottom.unit);
};

/** Whether the units of a relation make its arithmetic meaningless. */
export const unitsDiffer = (related: Related): boolean => {
  const { kind, left, right } = related;
  if (kind === "RATIO") return isFalseShare(related);
  if (kind === "PART_OF" && left.unit === "PERSONS")
    return !right.every(({ unit }) => HOLDS_PERSONS.has(unit));
  return right.some(({ unit }) => unit !== left.unit);
};

/** A result that is put beside its target. The gap is in percent of the target; undefined once it is reached. */
const judgeTarget = (result: ClaimRow, target: ClaimRow): Verdict | undefined => {
  if (result.value === null || target.value === null || result.unit !== target.unit) return undefined;
  const gap = result.value - target.value;
  if (gap >= 0) return undefined;
  const gapPercent = share(gap, target.value);
  return verdict("TARGET_AGAINST_RESULT", result, { expected: target.value, gap, gapPercent });
};

const isPromise = ({ kind }: ClaimRow): boolean => kind === "TARGET";
const isDone = ({ kind }: ClaimRow): boolean => DONE.has(kind);

/** Whether what there is stands in a sum or equality with what was done in a period. */
export const isStockAgainstFlow = ({ kind, left, right }: Related): boolean => {
  if (kind === "RATIO") return false;
  const kinds = new Set([left, ...right].map((each) => each.kind));
  return kinds.has("STOCK") && kinds.has("FLOW");
};

const judgeNumbers = ({ kind, left, right, tolerance }: Related): Verdict | undefined => {
  const reason = REASONS[kind];
  if (reason === undefined) return undefined;
  const found = combine(kind, right, left.unit);
  if (left.value === null || !found) {
    if (kind !== "SAME_AS" || left.valueText === (right[0]?.valueText ?? null)) return undefined;
    return verdict(reason, left, { expectedText: right[0]?.valueText ?? null });
  }
  const { expected, interval } = found;
  const own = intervalOf(left.value, left.qualifier);
  const slack = (tolerance + EPSILON) * Math.abs(left.value);
  const isAbove = own.low > interval.high + slack;
  const isBelow = own.high < interval.low - slack;
  if (!isAbove && (!isBelow || kind === "PART_OF")) return undefined;
  const gap = left.value - expected;
  return verdict(reason, left, { expected, gap, gapPercent: share(gap, left.value) });
};

/**
 * What is wrong with a declared relation, or undefined where it holds. Figures that cannot be set against each
 * other as they stand are told first: no arithmetic on them would mean anything. A qualifier opens an interval,
 * so "more than" contradicts only what lies below it.
 */
export const checkRelation = (related: Related): Verdict | undefined => {
  const { kind, left, right } = related;
  const [other] = right;
  if (!other) return undefined;
  if (kind === "SAME_AS" && isWhen(left) && isWhen(other)) return checkDates(left, other);
  if (right.length === 1 && isDone(left) && isPromise(other)) return judgeTarget(left, other);
  if (right.length === 1 && isPromise(left) && isDone(other)) return judgeTarget(other, left);
  if (unitsDiffer(related)) return verdict("UNITS_DIFFER", left);
  if (isStockAgainstFlow(related)) return verdict("STOCK_AGAINST_FLOW", left);
  return judgeNumbers(related);
};
