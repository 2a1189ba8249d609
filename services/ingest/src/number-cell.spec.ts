import { describe, expect, it } from "vitest";
import { readNumberCell } from "./number-cell.ts";

describe("readNumberCell", () => {
  it.each([
    ["12", 12],
    ["-0.5", -0.5],
    ["+3", 3],
    ["2,047,000", 2_047_000],
    ["2.047.000", 2_047_000],
    ["2.047.000,5", 2_047_000.5],
    ["2,047.5", 2047.5],
    ["2.047,5", 2047.5],
    ["2 047", 2047],
    ["2\u00a0047\u00a0000", 2_047_000],
    ["2'047'000.25", 2_047_000.25],
    ["۲۰۴۷۰۰۰", 2_047_000],
    ["۲٬۰۴۷٬۰۰۰", 2_047_000],
    ["۲٬۰۴۷", 2047],
    ["٢٬٠٤٧٫٥", 2047.5],
    ["۹٫۶", 9.6],
    ["۹٫۶۲۵", 9.625],
    ["८७", 87],
    ["７.５", 7.5],
    ["𝟗.𝟔", 9.6],
    ["9,6", 9.6],
    ["0,125", 0.125],
    ["1234,567", 1234.567],
    ["−5", -5],
    ["\u200e−۵", -5],
    ["8.5e-05", 0.000085],
  ])("reads %s as %d", (cell, value) => {
    expect(readNumberCell(cell)).toEqual({ value, isPercent: false });
  });

  it.each(["60%", "۶۰٪", "60 %"])("says that %s is a percentage", (cell) => {
    expect(readNumberCell(cell)).toEqual({ value: 60, isPercent: true });
  });

  it.each([
    ["2,047", "thousands in one spelling and decimals in another"],
    ["۲،۰۴۷", "thousands in one spelling and decimals in another"],
    ["2.05E+06", "scientific notation"],
    ["1E5", "scientific notation"],
    ["3.1E-05", "scientific notation"],
    ["#N/A", "an error or a truth value"],
    ["#REF!", "an error or a truth value"],
    ["TRUE", "an error or a truth value"],
    ["NaN", "an error or a truth value"],
    ["۱2", "mixes the digits of two scripts"],
    ["9007199254740993", "too long"],
    ["9.6 b", "not a number"],
    ["5-", "not a number"],
    ["(5)", "not a number"],
    ["10,39,000", "not a number"],
    ["2,047.000,5", "not a number"],
    ["2,047 000", "not a number"],
    ["many", "not a number"],
    ["", "not a number"],
    ["--5", "not a number"],
    ["1/2", "not a number"],
  ])("does not read %s and says why", (cell, part) => {
    expect(readNumberCell(cell)).toMatchObject({ message: expect.stringContaining(part) });
  });
});
