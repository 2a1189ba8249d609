import { expect, it } from "vitest";
import type { CellQuestion } from "./cells.ts";
import { levelsOf } from "./stock-levels.ts";

const question: CellQuestion = {
  ...{ by: ["sex"], where: [], calendar: "JALALI", frequency: "YEAR", asOf: undefined, on: "2024-01-01" },
  ...{ first: 1400, last: 1402, simulated: new Map() },
};

it("adds up movements to the level at the end of each period, group by group", () => {
  const rows = [
    { period: 1402, sex: "F", a0: -2, a1: 1, synthetic: true },
    { period: 1399, sex: "F", a0: 5, a1: null, synthetic: false },
    { period: 1401, sex: "M", a0: 7, a1: 2, synthetic: false },
  ];
  expect(levelsOf(rows, question)).toEqual([
    { period: 1400, sex: "F", a0: 5, a1: 0, synthetic: false },
    { period: 1401, sex: "F", a0: 5, a1: 0, synthetic: false },
    { period: 1402, sex: "F", a0: 3, a1: 1, synthetic: true },
    { period: 1400, sex: "M", a0: 0, a1: 0, synthetic: false },
    { period: 1401, sex: "M", a0: 7, a1: 2, synthetic: false },
    { period: 1402, sex: "M", a0: 7, a1: 2, synthetic: false },
  ]);
});

it("has no level where nothing ever moved", () => {
  expect(levelsOf([], question)).toEqual([]);
});
