import { expect, test } from "vitest";
import { formatNumber } from "./format.ts";

test("a quantity is grouped, a year of either calendar is not", () => {
  expect(formatNumber(2016, 0, "PERSONS")).toEqual({ fa: "۲٬۰۱۶", en: "2,016" });
  expect(formatNumber(2016, 0, "GREGORIAN_YEAR")).toEqual({ fa: "۲۰۱۶", en: "2016" });
  expect(formatNumber(1391, 0, "JALALI_YEAR")).toEqual({ fa: "۱۳۹۱", en: "1391" });
  expect(formatNumber(1234.5, 1, "PERCENT")).toEqual({ fa: "۱٬۲۳۴٫۵٪", en: "1,234.5 %" });
});
