import { expect, it } from "vitest";
import type { CellQuery } from "./cell-query.ts";
import { levelsOf } from "./stock-levels.ts";

const query: CellQuery = {
  ...{ by: ["sex"], where: [], calendar: "JALALI", frequency: "YEAR", asOf: undefined, on: "2024-01-01" },
  ...{ first: 1400, last: 1402, simulated: new Map() },
};

it("adds up movements to the level at the end of each period, group by group", () => {
  const rows = [
    { period: 1402, sex: "F", numerator: -2, denominator: 1, synthetic: true },
    { period: 1399, sex: "F", numerator: 5, denominator: null, synthetic: false },
    { period: 1401, sex: "M", numerator: 7, denominator: 2, synthetic: false },
  ];
  expect(levelsOf(rows, query)).toEqual([
    { period: 1400, sex: "F", numerator: 5, denominator: 0, synthetic: false },
    { period: 1401, sex: "F", numerator: 5, denominator: 0, synthetic: false },
    { period: 1402, sex: "F", numerator: 3, denominator: 1, synthetic: true },
    { period: 1400, sex: "M", numerator: 0, denominator: 0, synthetic: false },
    { period: 1401, sex: "M", numerator: 7, denominator: 2, synthetic: false },
    { period: 1402, sex: "M", numerator: 7, denominator: 2, synthetic: false },
  ]);
});

it("has no level where nothing ever moved", () => {
  expect(levelsOf([], query)).toEqual([]);
});
