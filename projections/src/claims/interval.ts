import type { ClaimRow } from "./claim-types.ts";

/** The values that a statement leaves open, both ends inside. */
export type Interval = { readonly low: number; readonly high: number };

/** How far "about" and "nearly" reach, as a share of what is stated; our own choice. */
const ABOUT = 0.05;

/** What a figure allows: "more than 94,000" is everything above it. */
export const intervalOf = (value: number, qualifier: string): Interval => {
  const slack = Math.abs(value) * ABOUT;
  switch (qualifier) {
    case "GT":
    case "GE":
      return { low: value, high: Number.POSITIVE_INFINITY };
    case "LT":
    case "LE":
      return { low: Number.NEGATIVE_INFINITY, high: value };
    case "APPROX":
      return { low: value - slack, high: value + slack };
    case "APPROX_BELOW":
      return { low: value - slack, high: value };
    default:
      return { low: value, high: value };
  }
};

const plus = (one: Interval, other: Interval): Interval => ({
  low: one.low + other.low,
  high: one.high + other.high,
});

const minus = (one: Interval, other: Interval): Interval => ({
  low: one.low - other.high,
  high: one.high - other.low,
});

/** A quotient of counts, which are never negative; nothing is known of it where the divisor may be zero. */
export const over = (one: Interval, other: Interval): Interval => {
  const [top, bottom] = [Math.max(0, one.low), Math.max(0, other.low)];
  return {
    low: other.high > 0 && Number.isFinite(other.high) ? top / other.high : 0,
    high: bottom > 0 ? one.high / bottom : Number.POSITIVE_INFINITY,
  };
};

const times = ({ low, high }: Interval, factor: number): Interval => ({
  low: low * factor,
  high: high * factor,
});

const sum = (each: readonly Interval[]): Interval => each.reduce(plus, { low: 0, high: 0 });

/** What the right side of a relation gives, exactly as stated and as an interval; undefined where no number follows. */
export const combine = (
  kind: string,
  right: readonly ClaimRow[],
  unit: string,
): { readonly expected: number; readonly interval: Interval } | undefined => {
  const values = right.flatMap(({ value }) => (value === null ? [] : [value]));
  const [first, second] = values;
  if (values.length < right.length || first === undefined) return undefined;
  const each = right.map(({ value, qualifier }) => intervalOf(value ?? 0, qualifier));
  const [head = { low: first, high: first }, ...rest] = each;
  const factor = unit === "PERCENT" ? 100 : 1;
  switch (kind) {
    case "SUM":
      return { expected: values.reduce((a, b) => a + b, 0), interval: sum(each) };
    case "DIFFERENCE":
      return { expected: values.slice(1).reduce((a, b) => a - b, first), interval: minus(head, sum(rest)) };
    case "RATIO":
      if (second === undefined || second === 0) return undefined;
      return {
        expected: (first / second) * factor,
        interval: times(over(head, rest[0] ?? head), factor),
      };
    case "PART_OF":
    case "SAME_AS":
      return { expected: first, interval: head };
    default:
      return undefined;
  }
};
