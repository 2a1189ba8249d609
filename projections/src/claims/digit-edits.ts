import { MAGNITUDES } from "@karnameh/schema/number-lexicon";
import type { Group } from "@karnameh/schema/number-spelling";
import type { PrintedForm } from "./printed-number.ts";

export type EditKind =
  | "DIGIT_LOST"
  | "DIGIT_DOUBLED"
  | "DIGITS_SWAPPED"
  | "DIGIT_MISTYPED"
  | "MAGNITUDE_MISREAD";

/** One slip undone: the form that may have been meant. */
export type Edited = { readonly kind: EditKind; readonly form: PrintedForm; readonly weight: number };

/** How easily each slip happens, by our own judgement; only the order counts. */
const WEIGHTS: Readonly<Record<EditKind, number>> = {
  DIGIT_LOST: 0.9,
  DIGIT_DOUBLED: 0.8,
  DIGITS_SWAPPED: 0.8,
  DIGIT_MISTYPED: 0.7,
  MAGNITUDE_MISREAD: 0.5,
};
/** Digits that are taken for each other, in Persian or in Latin script, or lie side by side on a keyboard. */
const ALIKE = new Set("12 23 34 45 56 67 78 89 90 17 38 68 69 05 46".split(" "));
const ALIKE_WEIGHT = 0.8;

const DIGITS = [..."0123456789"];
const FACTORS = [...MAGNITUDES.map(({ factor }) => factor), 1];

type Slip = { readonly kind: EditKind; readonly digits: string; readonly weight: number };

const isAlike = (one: string, other: string): boolean => ALIKE.has(one + other) || ALIKE.has(other + one);

/** The ways in which a digit at one place may have gone wrong. */
const slipsAt = (digits: string, at: number): readonly Slip[] => {
  const [before, here, after] = [digits.slice(0, at), digits.charAt(at), digits.slice(at + 1)];
  const lost = DIGITS.map((each): Slip => {
    return { kind: "DIGIT_LOST", digits: before + each + here + after, weight: WEIGHTS.DIGIT_LOST };
  });
  if (here === "" || here === ".") return here === "" ? lost : [];
  const typed = DIGITS.filter((each) => each !== here).map(
    (each): Slip => ({
      kind: "DIGIT_MISTYPED",
      digits: before + each + after,
      weight: isAlike(each, here) ? ALIKE_WEIGHT : WEIGHTS.DIGIT_MISTYPED,
    }),
  );
  const next = digits.charAt(at + 1);
  if (next === "" || next === ".") return [...lost, ...typed];
  const pair: Slip =
    next === here
      ? { kind: "DIGIT_DOUBLED", digits: before + after, weight: WEIGHTS.DIGIT_DOUBLED }
      : {
          kind: "DIGITS_SWAPPED",
          digits: before + next + here + after.slice(1),
          weight: WEIGHTS.DIGITS_SWAPPED,
        };
  return [...lost, ...typed, pair];
};

const slips = (digits: string): readonly Slip[] =>
  Array.from({ length: digits.length + 1 }, (_, at) => slipsAt(digits, at)).flat();

/** No number begins with a zero, and a group in front of or behind a magnitude word has three digits at most. */
const isPrintable = (digits: string, isSpelled: boolean): boolean =>
  digits === "0" || (/^[1-9]|^0\./.test(digits) && (!isSpelled || digits.length <= 3));

const replaced = (form: PrintedForm, at: number, group: Group): PrintedForm => ({
  ...form,
  groups: form.groups.map((each, index) => (index === at ? group : each)),
});

const otherMagnitudes = (form: PrintedForm, at: number): readonly Edited[] => {
  const group = form.groups[at];
  const above = form.groups[at - 1]?.factor ?? Number.POSITIVE_INFINITY;
  const below = form.groups[at + 1]?.factor ?? 0;
  if (!group) return [];
  return FACTORS.filter((factor) => factor !== group.factor && factor < above && factor > below).map(
    (factor): Edited => ({
      kind: "MAGNITUDE_MISREAD",
      form: replaced(form, at, { ...group, factor }),
      weight: WEIGHTS.MAGNITUDE_MISREAD * form.weight,
    }),
  );
};

/** Every form that one slip may have turned into this one: a digit lost, doubled, swapped or mistyped, a magnitude misread. */
export const editsOf = (form: PrintedForm): readonly Edited[] => {
  const isSpelled = form.groups.some(({ factor }) => factor > 1);
  return form.groups.flatMap((group, at) => [
    ...slips(group.digits)
      .filter(({ digits }) => isPrintable(digits, isSpelled))
      .map(({ kind, digits, weight }): Edited => {
        return { kind, form: replaced(form, at, { ...group, digits }), weight: weight * form.weight };
      }),
    ...(isSpelled ? otherMagnitudes(form, at) : []),
  ]);
};
