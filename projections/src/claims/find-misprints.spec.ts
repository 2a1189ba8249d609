import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimOf } from "../testing/claim.ts";
import type { Related } from "./claim.ts";
import { editsOf } from "./digit-edits.ts";
import { findMisprints } from "./find-misprints.ts";
import { formsOf, formValue } from "./printed-number.ts";

const related = (kind: string, left: number, right: readonly number[], more = {}): Related => ({
  relationId: "r",
  kind,
  left: claimOf("whole", left, more),
  right: right.map((value, at) => claimOf(`part-${at + 1}`, value, more)),
  tolerance: 0,
});
const sum = (left: number, ...right: readonly number[]) => findMisprints(related("SUM", left, right));
const count = fc.oneof(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 9_999_999 }));

describe("what may have been printed", () => {
  it("has the value of the figure in every form, also in toman", () => {
    fc.assert(
      fc.property(count, fc.constantFrom("PERSONS", "IRR"), (value, unit) => {
        const forms = formsOf(claimOf("a", value, { unit }));
        expect(forms.length).toBeGreaterThan(0);
        for (const form of forms) expect(formValue(form)).toBe(value);
      }),
    );
  });

  it("holds, one slip away, every number with a digit lost, doubled, swapped or mistyped", () => {
    const near = (value: number) =>
      new Map(
        formsOf(claimOf("a", value))
          .flatMap((form) => editsOf(form))
          .map(({ kind, form }) => [`${kind} ${formValue(form)}`, true]),
      );
    // What was meant is 1234; what is printed, each time something else.
    expect(near(124).has("DIGIT_LOST 1234")).toBe(true);
    expect(near(12_234).has("DIGIT_DOUBLED 1234")).toBe(true);
    expect(near(1_324).has("DIGITS_SWAPPED 1234")).toBe(true);
    expect(near(1_734).has("DIGIT_MISTYPED 1234")).toBe(true);
    expect(near(39_000).has("MAGNITUDE_MISREAD 39000000")).toBe(true);
  });
});

describe("findRepairs", () => {
  it("closes the sum exactly with each hypothesis it offers", () => {
    fc.assert(
      fc.property(count, fc.array(count, { minLength: 1, maxLength: 3 }), (left, right) => {
        for (const { edits } of sum(left, ...right)) {
          const edited = new Map(edits.map(({ figureId, to }) => [figureId, to]));
          const whole = edited.get("whole") ?? left;
          const parts = right.map((value, at) => edited.get(`part-${at + 1}`) ?? value);
          expect(parts.reduce((a, b) => a + b, 0)).toBe(whole);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("finds what was meant again after any single slip of the pen", () => {
    fc.assert(
      fc.property(count, count, fc.nat(), (one, other, pick) => {
        const slips = formsOf(claimOf("x", one))
          .flatMap((form) => editsOf(form))
          .filter(({ kind }) => kind === "DIGIT_MISTYPED" || kind === "DIGITS_SWAPPED")
          .map(({ form }) => formValue(form))
          .filter((value) => value !== one);
        const printed = slips[pick % Math.max(slips.length, 1)];
        fc.pre(printed !== undefined);
        const found = sum(one + other, printed ?? 0, other);
        expect(found.some(({ edits }) => edits.length === 1 && edits[0]?.to === one)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("ranks from 1 without a gap, the most plausible first, five at most", () => {
    fc.assert(
      fc.property(count, count, count, (left, one, other) => {
        const found = sum(left, one, other);
        expect(found.map(({ rank }) => rank)).toEqual(found.map((_, at) => at + 1));
        expect(found.length).toBeLessThanOrEqual(5);
        const order = found.map(({ plausibility }) => plausibility);
        expect([...order].sort((a, b) => b - a)).toEqual(order);
      }),
      { numRuns: 40 },
    );
  });

  it("reads 1,039,000 as 1,398,000 first, with one digit lost behind the thousands", () => {
    const [first] = sum(2_861_000, 1_039_000, 1_463_000);
    expect(first).toMatchObject({
      rank: 1,
      edits: [{ figureId: "part-1", kind: "DIGIT_LOST", from: 1_039_000, to: 1_398_000 }],
      explanation: {
        en: "If part-1 prints “1 million and 39 thousand” for “1 million and 398 thousand” (one digit was lost), the figures agree exactly.",
      },
    });
    expect(first?.explanation.fa).toContain("«۱ میلیون و ۳۹۸ هزار»");
  });

  it("takes one slip where one is enough, and two only where it is not", () => {
    expect(sum(100, 40, 59).every(({ edits }) => edits.length === 1)).toBe(true);
    const two = sum(1_000_000, 333, 444);
    expect(two.every(({ edits }) => edits.length === 2)).toBe(true);
  });

  it("offers a million read for a thousand", () => {
    const kinds = sum(45_000_000, 5_000, 40_000_000).map(({ edits }) => edits[0]?.kind);
    expect(kinds).toContain("MAGNITUDE_MISREAD");
  });

  it("speaks of toman where rial are kept", () => {
    const [first] = findMisprints(related("SUM", 3_000_000, [2_000_000, 2_000_000], { unit: "IRR" }));
    expect(first?.explanation.en).toContain("toman");
  });

  it("repairs differences and equalities, and neither ratios nor parts", () => {
    expect(findMisprints(related("DIFFERENCE", 310, [800, 500]))[0]?.edits).toHaveLength(1);
    expect(findMisprints(related("SAME_AS", 120, [12]))[0]?.edits[0]?.kind).toBe("DIGIT_LOST");
    expect(findMisprints(related("RATIO", 50, [1, 3]))).toEqual([]);
    expect(findMisprints(related("PART_OF", 50, [10]))).toEqual([]);
  });

  it("offers nothing where the sum holds, or a figure is no number", () => {
    expect(sum(1_470_273, 644_426, 825_847)).toEqual([]);
    const unknown = related("SUM", 5, [1]);
    expect(findMisprints({ ...unknown, right: [claimOf("x", null)] })).toEqual([]);
  });
});
