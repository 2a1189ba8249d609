import type { Observation } from "@karnameh/projections/planner/question";
import { eventIndicators } from "@karnameh/projections/testing/fake-planner";
import { periodFromOrdinal } from "@karnameh/schema/calendar";
import { expect, test } from "vitest";
import { askedOf, periodsShown } from "./reading.ts";

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

const card = (code: string) => {
  const found = eventIndicators.find((each) => each.code === code);
  if (!found) throw new Error(`no card ${code}`);
  return found;
};

test("an indicator is asked by quarter where it has quarters, else by what it has", () => {
  expect(askedOf(card("hires")).frequency).toBe("QUARTER");
  expect(askedOf(card("replacement_rate")).frequency).toBe("YEAR");
  expect(askedOf(card("insurance_coverage_rate")).frequency).toBe("MONTH");
});

test("the Jalali calendar comes first", () => {
  expect(askedOf(card("hires")).calendar).toBe("JALALI");
  expect(askedOf({ ...card("hires"), calendars: ["GREGORIAN"] }).calendar).toBe("GREGORIAN");
});

test("nothing is shown before the first value and little behind the last", () => {
  expect(valuesShown([null, null, 1, null, 0, null])).toEqual([1, null, 0, null]);
  expect(valuesShown([1, ...Array<null>(9).fill(null)])).toEqual([1, null, null, null, null]);
});

test("periods are shown oldest first, the newest sixteen", () => {
  const shown = periodsShown(
    observations(Array.from({ length: 30 }, (_, index) => index)).toReversed(),
    "QUARTER",
  );
  expect(shown.map(({ value }) => value)).toEqual(Array.from({ length: 16 }, (_, index) => index + 14));
});

test("where nothing has a value all that was answered stays, with its reasons", () => {
  expect(valuesShown([null, null])).toEqual([null, null]);
});
