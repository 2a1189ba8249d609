import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contributionSplit } from "./contribution.ts";

describe("the contribution on a wage", () => {
  it("is split 7, 20, 3 and 3 percent", () => {
    expect(contributionSplit(100_000_000, "2023-08-03")).toEqual({
      worker: 7_000_000,
      employer: 20_000_000,
      unemployment: 3_000_000,
      state: 3_000_000,
    });
  });

  it("is whole rial, each share to the nearest", () => {
    expect(contributionSplit(50, "2023-08-03")).toEqual({
      worker: 4,
      employer: 10,
      unemployment: 2,
      state: 2,
    });
    expect(contributionSplit(0, "2023-08-03")).toEqual({ worker: 0, employer: 0, unemployment: 0, state: 0 });
  });

  it("is exact for every amount that an event can carry", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (wage) => {
        const { worker } = contributionSplit(wage, "2023-08-03");
        expect(BigInt(worker)).toBe((BigInt(wage) * 7n + 50n) / 100n);
      }),
    );
  });

  it("is unknown before the first rates, and of what is no wage", () => {
    expect(() => contributionSplit(100, "1990-09-16")).toThrow(
      "no contribution rates are known before 1990-09-17",
    );
    expect(() => contributionSplit(-1, "2023-08-03")).toThrow(RangeError);
    expect(() => contributionSplit(1.5, "2023-08-03")).toThrow(RangeError);
  });
});
