import type { ClaimInputs } from "./claim.ts";
import type { ClaimRow, ComparisonRow } from "./claim-types.ts";
import { type Interval, intervalOf, over } from "./interval.ts";

/** How a quotient is meant: hours for "more than" so many persons are at most so many each. */
const qualifierOf = (left: ClaimRow, right: ClaimRow, { low, high }: Interval): string => {
  const [isLow, isHigh] = [low > 0, Number.isFinite(high)];
  if (isLow && isHigh) return low === high ? "EQ" : "APPROX";
  if (isLow) return left.qualifier === "GT" || right.qualifier === "LT" ? "GT" : "GE";
  return isHigh ? "LE" : "APPROX";
};

const compare = (relationId: string, left: ClaimRow, right: ClaimRow): ComparisonRow | undefined => {
  if (left.value === null || right.value === null || right.value === 0) return undefined;
  const isPercent = left.unit === right.unit;
  const range = over(intervalOf(left.value, left.qualifier), intervalOf(right.value, right.qualifier));
  const value = (left.value / right.value) * (isPercent ? 100 : 1);
  return { relationId, left, right, value, isPercent, qualifier: qualifierOf(left, right, range) };
};

/** The value of every declared RATIO of one figure to one other. One to two others is a claim to be checked instead. */
export const compareFigures = ({ figures, relations }: ClaimInputs): readonly ComparisonRow[] =>
  relations
    .filter(({ kind, right }) => kind === "RATIO" && right.length === 1)
    .flatMap(({ relationId, left, right }) => {
      const [top, bottom] = [figures.get(left), figures.get(right[0] ?? "")];
      return top && bottom ? (compare(relationId, top, bottom) ?? []) : [];
    })
    .sort((one, other) => one.relationId.localeCompare(other.relationId, "en"));
