import type { Observation } from "@karnameh/projections/planner/observation-query";
import { eventIndicators } from "@karnameh/projections/testing/fake-planner";
import { periodFromOrdinal } from "@karnameh/schema/calendar";
import { expect, test } from "vitest";
import { periodsShown, snapshotQueryOf } from "./indicator-snapshot.ts";

const observations = (values: readonly (number | null)[]): readonly Observation[] =>
  values.map((value, index) => ({
    period: periodFromOrdinal("JALALI", "QUARTER", 1400 * 4 + index),
    coordinates: [],
    value,
    numerator: null,
    denominator: null,
    sampleSize: null,
    status: value === null ? "M" : "A",
    reason: value === null ? "NO_EVENTS" : null,
    isSynthetic: false,
  }));

const valuesShown = (values: readonly (number | null)[]) =>
  periodsShown(observations(values), "QUARTER").map(({ value }) => value);

const metadata = (code: string) => {
  const found = eventIndicators.find((each) => each.code === code);
  if (!found) throw new Error(`no indicator ${code}`);
  return found;
};

test("an indicator is queried by quarter if it has quarters, otherwise by month or year", () => {
  expect(snapshotQueryOf(metadata("hires")).frequency).toBe("QUARTER");
  expect(snapshotQueryOf(metadata("replacement_rate")).frequency).toBe("YEAR");
  expect(snapshotQueryOf(metadata("insurance_coverage_rate")).frequency).toBe("MONTH");
});

test("the Jalali calendar is preferred", () => {
  expect(snapshotQueryOf(metadata("hires")).calendar).toBe("JALALI");
  expect(snapshotQueryOf({ ...metadata("hires"), calendars: ["GREGORIAN"] }).calendar).toBe("GREGORIAN");
});

test("no period is shown before the first value, and only a few after the last", () => {
  expect(valuesShown([null, null, 1, null, 0, null])).toEqual([1, null, 0, null]);
  expect(valuesShown([1, ...Array<null>(9).fill(null)])).toEqual([1, null, null, null, null]);
});

test("the latest sixteen quarters are shown, oldest first", () => {
  const shown = periodsShown(
    observations(Array.from({ length: 30 }, (_, index) => index)).toReversed(),
    "QUARTER",
  );
  expect(shown.map(({ value }) => value)).toEqual(Array.from({ length: 16 }, (_, index) => index + 14));
});

test("all periods are shown if none has a value", () => {
  expect(valuesShown([null, null])).toEqual([null, null]);
});
