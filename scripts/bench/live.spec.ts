import { expect, test } from "vitest";
import { waitsOf } from "./live.ts";

const at = (position: number, ms: number) => ({ position, at: ms, took: 1 });

test("an append waits until the first response that includes its last position", () => {
  const seen = [
    { position: 10, at: 100 },
    { position: 35, at: 180 },
    { position: 40, at: 260 },
  ];
  expect(waitsOf([at(10, 90), at(20, 110), at(30, 150), at(40, 170)], seen)).toEqual([10, 70, 30, 90]);
});

test("an append that no response includes waits infinitely", () => {
  expect(waitsOf([at(20, 110)], [{ position: 10, at: 100 }])).toEqual([Number.POSITIVE_INFINITY]);
});

test("a response before the acknowledgement gives a wait of zero", () => {
  expect(waitsOf([at(10, 105)], [{ position: 10, at: 100 }])).toEqual([0]);
});
