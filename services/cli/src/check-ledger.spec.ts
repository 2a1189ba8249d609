import { describe, expect, it } from "vitest";
import { chooseDays } from "./check-ledger.ts";

const KNOWN = ["2023-01-01", "2023-01-02", "2023-01-05", "2023-01-09", "2023-01-10"];

describe("the as-of dates that are compared", () => {
  it("are the last one alone where no others are asked for", () => {
    expect(chooseDays(KNOWN, 0)).toEqual(["2023-01-10"]);
  });

  it("are evenly spread, in order, the last one with them", () => {
    expect(chooseDays(KNOWN, 1)).toEqual(["2023-01-05", "2023-01-10"]);
    expect(chooseDays(KNOWN, 3)).toEqual(["2023-01-02", "2023-01-05", "2023-01-09", "2023-01-10"]);
  });

  it("are all of them where more are asked for, each once", () => {
    expect(chooseDays(KNOWN.slice(0, 2), 9)).toEqual(["2023-01-01", "2023-01-02"]);
  });

  it("are none where nothing is known", () => {
    expect(chooseDays([], 3)).toEqual([]);
  });
});
