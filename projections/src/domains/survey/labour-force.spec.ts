import { expect, it } from "vitest";
import type { ObservationQuery } from "../../planner/observation-query.ts";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { labourForce } from "./labour-force.ts";

const spec = specLedger([labourForce]);

let unit = 0;
const observed = (more: object, on = "2021-06-01", words = {}) =>
  record("LabourStatusObserved", on, { unitId: `u${unit++}`, status: "EMPLOYED", ...more }, words);
const calibrated = (population: number, on = "2021-07-01", words = {}) =>
  record("SurveyWeightsCalibrated", on, { population }, words);

/** A wave of nine, of whom one is a child; the weights of the eight make 1,000. */
const wave = [
  observed({ age: 40, weight: 200, hoursActual: 44, isInformal: false }),
  observed({
    age: 30,
    weight: 100,
    hoursActual: 20,
    wantsMoreHours: true,
    isAvailableForMore: true,
    isInformal: true,
  }),
  observed({ age: 35, weight: 100, hoursActual: 20, wantsMoreHours: true, sex: "M" }), // not available
  observed({ age: 20, weight: 50, isInformal: true }),
  observed({ age: 22, weight: 100, status: "UNEMPLOYED" }),
  observed({ age: 50, weight: 50, status: "UNEMPLOYED", sex: "M" }),
  observed({ age: 18, weight: 150, status: "OUTSIDE", isInEducation: true }),
  observed({ age: 60, weight: 250, status: "OUTSIDE" }),
  observed({ age: 10, weight: 500, status: "OUTSIDE", isInEducation: true }),
];

const ask = async (indicator: string, question: Omit<ObservationQuery, "indicator"> = {}) => {
  const { observations } = await spec.planner.observations({
    indicator,
    period: { from: "1400", to: "1400" },
    ...question,
  });
  return observations;
};
const rate = async (indicator: string, question: Omit<ObservationQuery, "indicator"> = {}) =>
  (await ask(indicator, question)).map(({ numerator, denominator, value, reason }) =>
    value === null ? reason : [numerator, denominator, value],
  );

it("gives the rates of one wave by weights, as computed by hand", async () => {
  await spec.ledger.commit(wave);
  expect(await rate("labour_force_participation_rate")).toEqual([[600, 1000, 60]]);
  expect(await rate("employment_to_population_ratio")).toEqual([[450, 1000, 45]]);
  expect(await rate("unemployment_rate")).toEqual([[150, 600, 25]]);
  expect(await rate("time_related_underemployment_rate")).toEqual([[100, 450, (100 / 450) * 100]]);
  expect(await rate("youth_neet_rate")).toEqual([[100, 300, (100 / 300) * 100]]);
  expect(await rate("informal_employment_rate")).toEqual([[150, 350, (150 / 350) * 100]]);
});

it("shows the size of the sample, and flags what rests on fewer than thirty observations", async () => {
  await spec.ledger.commit(wave);
  expect(await ask("unemployment_rate")).toMatchObject([{ sampleSize: 6, status: "U" }]);
  const many = (status: string, count: number) =>
    Array.from({ length: count }, () => observed({ status, weight: 1.5 }, "2021-06-02"));
  await spec.ledger.commit([...many("EMPLOYED", 23)]);
  expect(await ask("unemployment_rate")).toMatchObject([{ sampleSize: 29, status: "U" }]);
  await spec.ledger.commit([...many("EMPLOYED", 1), observed({ age: 8 }, "2022-03-21")]);
  expect(await ask("unemployment_rate")).toMatchObject([{ sampleSize: 30, status: "A" }]);
  expect(
    (await ask("unemployment_rate", { by: ["sex"] })).map(({ sampleSize, status }) => [sampleSize, status]),
  ).toEqual([
    [28, "U"],
    [2, "U"],
  ]);
});

it("spreads the benchmark over a wave by its weights, so that waves count as much as they stand for", async () => {
  const second = { wave: "1400-q2" };
  await spec.ledger.commit([
    ...wave,
    observed({ ...second, weight: 1, status: "UNEMPLOYED" }, "2021-09-01"),
    observed({ ...second, weight: 3 }, "2021-09-01"),
    calibrated(3000, "2021-10-01"), // twice the 1,500 of the first wave
    record("SurveyWeightsCalibrated", "2021-10-01", { ...second, population: 800 }),
  ]);
  // 300 and 200 unemployed; 1,200 and 800 in the labour force
  expect(await rate("unemployment_rate")).toEqual([[500, 2000, 25]]);
  expect(await rate("unemployment_rate", { asOf: "2021-09-30" })).toEqual([[151, 604, 25]]);
  expect(await rate("employment_to_population_ratio")).toEqual([[1500, 2800, (1500 / 2800) * 100]]);
});

it("takes the newest calibration of a wave, late, corrected or retracted", async () => {
  await spec.ledger.commit([
    observed({ weight: 10 }),
    calibrated(100, "2021-07-01", { id: "one" }),
    calibrated(200, "2021-08-01", { id: "two" }),
    calibrated(300, "2021-08-01", { corrects: "two", knownOn: "2021-08-02" }),
    record(
      "EventRetracted",
      "2021-08-03",
      { retractionId: "r", retractedType: "SurveyWeightsCalibrated" },
      { corrects: "two" },
    ),
    calibrated(50, "2021-06-30", { knownOn: "2021-08-04" }), // older, though recorded later
  ]);
  const employed = async (asOf: string) => (await rate("employment_to_population_ratio", { asOf }))[0]?.[0];
  expect(await employed("2021-06-30")).toBe(10);
  expect(await employed("2021-07-31")).toBe(100);
  expect(await employed("2021-08-01")).toBe(200);
  expect(await employed("2021-08-02")).toBe(300);
  expect(await employed("2021-08-03")).toBe(100);
  expect(await employed("2021-08-04")).toBe(100);
});

it("takes a person recorded twice once, as last recorded, and follows late, corrected and retracted observations", async () => {
  await spec.ledger.commit([
    observed({ unitId: "a", status: "UNEMPLOYED" }, "2021-06-01", { id: "one" }),
    observed({ unitId: "a", status: "EMPLOYED" }),
    observed({ unitId: "b", status: "EMPLOYED" }, "2021-06-01", { knownOn: "2021-07-01", id: "late" }),
    observed({ unitId: "b", status: "UNEMPLOYED" }, "2021-06-01", {
      knownOn: "2021-07-02",
      corrects: "late",
    }),
    record(
      "EventRetracted",
      "2021-07-03",
      { retractionId: "r", retractedType: "LabourStatusObserved" },
      { corrects: "late" },
    ),
  ]);
  const at = (asOf: string) => rate("unemployment_rate", { asOf });
  expect(await at("2021-06-01")).toEqual([[0, 100, 0]]);
  expect(await at("2021-07-01")).toEqual([[0, 200, 0]]);
  expect(await at("2021-07-02")).toEqual([[100, 200, 50]]);
  expect(await at("2021-07-03")).toEqual([[0, 100, 0]]);
});

it("has no denominator where the sample has nobody of whom it is asked", async () => {
  await spec.ledger.commit([
    observed({ status: "OUTSIDE", age: 70 }),
    observed({ age: 20 }, "2022-06-01"),
    observed({ age: 20 }, "2020-06-01", { knownOn: "2022-06-01" }),
  ]);
  expect(await ask("unemployment_rate")).toMatchObject([
    { value: null, reason: "NO_DENOMINATOR", sampleSize: null },
  ]);
});

it("never adds two surveys, nor draws them as one line: a question names one or groups by survey", async () => {
  const other = { surveyId: "household-panel" };
  await spec.ledger.commit([
    observed({ status: "UNEMPLOYED", weight: 100 }),
    observed({ weight: 300 }),
    observed({ ...other, status: "UNEMPLOYED", weight: 10 }, "2022-06-01", { id: "panel" }),
    observed({ ...other, weight: 10 }, "2022-06-01", { id: "panel at work" }),
    observed({ weight: 300 }, "2022-06-02"),
  ]);
  const years = { period: { from: "1400", to: "1401" } };
  const refused = (question: Omit<ObservationQuery, "indicator">) =>
    rate("unemployment_rate", question).then(
      () => "nothing was refused",
      ({ code, hint }) => [code, hint],
    );
  const twice = ["AMBIGUOUS", "Break it down by 'survey', or filter it to one."];
  expect(await refused({ period: { from: "1401", to: "1401" } })).toEqual(twice);
  expect(await refused(years)).toEqual(twice);
  const both = [{ dimension: "survey", values: ["lfs", "household-panel"] }];
  expect(await refused({ ...years, where: both })).toEqual(twice);
  // In 1400 there was but one, and so it was in both years as of a day before the panel was recorded.
  expect(await rate("unemployment_rate")).toEqual([[100, 400, 25]]);
  expect(await rate("unemployment_rate", { ...years, asOf: "2022-05-31" })).toEqual([
    [100, 400, 25],
    "NO_EVENTS",
  ]);
  const panel = [{ dimension: "survey", values: ["household-panel"] }];
  expect(await rate("unemployment_rate", { ...years, where: panel })).toEqual([
    "NO_DENOMINATOR",
    [10, 20, 50],
  ]);
  const apart = await ask("unemployment_rate", { ...years, by: ["survey"] });
  expect(apart.map(({ coordinates, period, value }) => [coordinates[0]?.code, period.code, value])).toEqual([
    ["household-panel", "1400", null],
    ["household-panel", "1401", 50],
    ["lfs", "1400", 25],
    ["lfs", "1401", 0],
  ]);
  // What was retracted does not is next to anything.
  const retracted = (corrects: string) =>
    record(
      "EventRetracted",
      "2022-06-03",
      { retractionId: `of ${corrects}`, retractedType: "LabourStatusObserved" },
      { corrects },
    );
  await spec.ledger.commit([retracted("panel"), retracted("panel at work")]);
  expect(await rate("unemployment_rate", years)).toEqual([
    [100, 400, 25],
    [0, 300, 0],
  ]);
});
