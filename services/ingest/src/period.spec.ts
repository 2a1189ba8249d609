import { describe, expect, it } from "vitest";
import { readInterval, readPeriod } from "./period.ts";

describe("readPeriod", () => {
  it.each([
    ["2024", "A", "2024", "2024-12-31"],
    ["2024Q2", "Q", "2024-Q2", "2024-06-30"],
    ["2024-Q4", "Q", "2024-Q4", "2024-12-31"],
    ["2024M02", "M", "2024-02", "2024-02-29"],
    ["2025-03", "M", "2025-03", "2025-03-31"],
  ])("reads %s", (text, frequency, period, lastDay) => {
    expect(readPeriod(text)).toMatchObject({ frequency, period, lastDay });
  });

  it.each(["", "24", "2024-13", "2024Q5", "2024-01-01", "next year"])("does not guess at '%s'", (text) => {
    expect(readPeriod(text)).toBeUndefined();
  });
});

describe("readInterval", () => {
  it.each([
    ["2021-08-03/2023-08-02", { from: "2021-08-03", to: "2023-08-02" }],
    ["2020-02/2021-05", { from: "2020-02-01", to: "2021-05-31" }],
    ["1975/..", { from: "1975-01-01" }],
    ["../2023-08-22", { to: "2023-08-22" }],
    ["2021", { from: "2021-01-01", to: "2021-12-31" }],
    ["", {}],
  ])("reads '%s'", (text, interval) => {
    expect(readInterval(text)).toEqual(interval);
  });

  it.each(["2021-02-30", "2022/2021", "a/b", "2021/2022/2023"])("does not guess at %s", (text) => {
    expect(readInterval(text)).toBeUndefined();
  });
});
