import type { Related } from "./claim.ts";
import type { ClaimRow, Hypothesis } from "./claim-types.ts";
import { editsOf } from "./digit-edits.ts";
import { hypothesisOf, type Repair } from "./hypothesis.ts";
import { formsOf, formValue } from "./printed-number.ts";

/** A figure of a linear relation, with the sign under which it goes into left − right. */
type Term = { readonly figure: ClaimRow; readonly sign: 1 | -1; readonly value: number };

const MAX_HYPOTHESES = 5;
/** Two slips are searched for in relations of up to so many figures; the pairs of more are too many to mean anything. */
const MAX_FIGURES_FOR_TWO_SLIPS = 12;
/** Two slips at once are much rarer than one. */
const SECOND_SLIP_WEIGHT = 0.3;
/** A repaired number with finer digits than all others of its relation is less likely. */
const FINER_DIGITS_WEIGHT = 0.6;

const signOf = (kind: string, at: number): 1 | -1 => (kind === "DIFFERENCE" && at > 0 ? 1 : -1);

/** The terms of `left − right`, which is zero where the relation holds; none where the relation is not linear. */
const termsOf = ({ kind, left, right }: Related): readonly Term[] => {
  if (kind !== "SUM" && kind !== "DIFFERENCE" && kind !== "SAME_AS") return [];
  const all = [left, ...right];
  return all.flatMap((figure, at): Term[] =>
    figure.value === null ? [] : [{ figure, value: figure.value, sign: at === 0 ? 1 : signOf(kind, at - 1) }],
  );
};

const isSame = (one: number, other: number): boolean =>
  one === other || Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));

/** A key under which equal values meet although binary fractions differ in the last digits. */
const keyOf = (value: number): number => Number(value.toPrecision(12));

const zerosOf = (value: number): number =>
  value === 0 ? 15 : (/0*$/.exec(String(Math.round(value)))?.[0].length ?? 0);

/** The best repair to each value that one slip may have turned into the printed one. */
const repairsOf = ({ figure, value: printedValue }: Term, finest: number): ReadonlyMap<number, Repair> => {
  const best = new Map<number, Repair>();
  for (const printed of formsOf(figure))
    for (const { kind, form, weight } of editsOf(printed)) {
      const value = formValue(form);
      if (value === printedValue) continue;
      const fit = weight * (zerosOf(value) < finest ? FINER_DIGITS_WEIGHT : 1);
      const known = best.get(keyOf(value));
      if (known && known.weight >= fit) continue;
      best.set(keyOf(value), { figure, kind, printed, intended: form, value, weight: fit });
    }
  return best;
};

type Candidates = readonly { readonly term: Term; readonly repairs: ReadonlyMap<number, Repair> }[];

const closedByOne = (candidates: Candidates, residual: number): readonly Repair[][] =>
  candidates.flatMap(({ term, repairs }) => {
    const wanted = term.value - term.sign * residual;
    const found = repairs.get(keyOf(wanted));
    return found && isSame(found.value, wanted) ? [[found]] : [];
  });

const closedByTwo = (candidates: Candidates, residual: number): readonly Repair[][] =>
  candidates.flatMap(({ term, repairs }, at) =>
    [...repairs.values()].flatMap((first) => {
      const left = residual + term.sign * (first.value - term.value);
      return closedByOne(candidates.slice(at + 1), left).map((second) => [first, ...second]);
    }),
  );

const plausibilityOf = (repairs: readonly Repair[]): number =>
  repairs.reduce((product, { weight }) => product * weight, SECOND_SLIP_WEIGHT ** (repairs.length - 1));

/**
 * The smallest edits of printed digits that make a failing sum, difference or equality hold exactly: one slip in
 * one of its figures where that is enough, else one slip in each of two. Five at most, the most plausible first.
 * None where the relation holds, or no such slips close it.
 */
export const findMisprints = (related: Related): readonly Hypothesis[] => {
  const terms = termsOf(related);
  if (terms.length !== related.right.length + 1) return [];
  const residual = terms.reduce((total, { value, sign }) => total + sign * value, 0);
  if (isSame(residual, 0)) return [];
  const finest = Math.min(...terms.map(({ value }) => zerosOf(value)));
  const candidates = terms.map((term) => ({ term, repairs: repairsOf(term, finest) }));
  const one = closedByOne(candidates, residual);
  const isSmall = terms.length <= MAX_FIGURES_FOR_TWO_SLIPS;
  const found = one.length > 0 || !isSmall ? one : closedByTwo(candidates, residual);
  return found
    .map((repairs) => ({ repairs, plausibility: plausibilityOf(repairs) }))
    .sort((a, b) => b.plausibility - a.plausibility)
    .slice(0, MAX_HYPOTHESES)
    .map(({ repairs, plausibility }, at) => hypothesisOf(repairs, at + 1, plausibility));
};
