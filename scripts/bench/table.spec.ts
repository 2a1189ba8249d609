import { expect, test } from "vitest";
import { type Measured, quantile, ratioOf, verdictOf } from "./measured.ts";
import { readOptions } from "./options.ts";
import { betweenMarkers, markdownOf, plainOf } from "./table.ts";

const query: Measured = {
  row: "query",
  what: "observations over HTTP, p50",
  value: 12,
  unit: "ms",
  better: "less",
  raw: { what: "its SQL in DuckDB", value: 6 },
  atLeast: 15,
  aim: 5,
  notes: ["300 queries"],
};
const machine = { cores: 2, processor: "X", memoryGib: 4, system: "linux x64", node: "26.0.0" };
const report = { machine, events: 1_000_000, measured: [query] };

test("a number reaches its aim, or only its limit, or misses both", () => {
  expect(verdictOf({ ...query, value: 5 })).toBe("aim");
  expect(verdictOf(query)).toBe("at least");
  expect(verdictOf({ ...query, value: 15.1 })).toBe("missed");
  expect(verdictOf({ ...query, better: "more", value: 4 })).toBe("missed");
  expect(verdictOf({ ...query, value: Number.POSITIVE_INFINITY })).toBe("missed");
  expect(verdictOf({ ...query, value: Number.NaN })).toBe("missed");
  expect(verdictOf({ ...query, aim: undefined })).toBe("aim");
});

test("the ratio is to the bare engine; without one there is none", () => {
  expect(ratioOf(query)).toBe(2);
  expect(ratioOf({ ...query, raw: undefined })).toBeUndefined();
});

test("a quantile is a value that was measured", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([0.5, 0.95, 0.99, 1].map((q) => quantile(hundred, q))).toEqual([50, 95, 99, 100]);
  expect(quantile([7], 0.5)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
});

test("the table states the measured value, the comparison and the verdict", () => {
  const row = "| observations over HTTP, p50 | 12 ms | 6 ms (its SQL in DuckDB) | 2 | ≤ 15 ms | ≤ 5 ms | ✓ |";
  expect(markdownOf(report)).toContain(row);
  expect(markdownOf(report)).toContain("1,000,000 events; 2 cores (X), 4 GiB");
  expect(plainOf(report)).toMatch(/observations over HTTP, p50 {2}12 ms/);
});

test("only the text between the marks of a document is replaced", () => {
  const text = "a\n<!-- bench -->\nold\n<!-- /bench -->\nb\n";
  expect(betweenMarkers(text, "new")).toBe("a\n<!-- bench -->\nnew\n<!-- /bench -->\nb\n");
  expect(betweenMarkers("no marks", "new")).toBeUndefined();
});

test("invalid options are rejected with a sentence", () => {
  expect(() => readOptions(["--events", "12"])).toThrow(
    "--events must be a whole number of at least 10,000.",
  );
  expect(() => readOptions(["--only", "imports"])).toThrow("There is no row named imports");
  expect(() => readOptions(["--keep", "a", "--data", "b"])).toThrow("not both");
  expect(readOptions(["--only", "query,import"])).toMatchObject({
    only: ["import", "query"],
    events: 2_000_000,
  });
});
