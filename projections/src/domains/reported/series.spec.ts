import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { national } from "./national.ts";
import { revisions } from "./revisions.ts";

const spec = specLedger([national, revisions], "2026-11-20");

const stated = ([series, year]: readonly [string, number], vintageOn: string, data: object, words = {}) =>
  record(
    "ObservationImported",
    `${year}-12-31`,
    {
      datasetId: `d-${vintageOn}`,
      series,
      refArea: "IRN",
      frequency: "A",
      period: String(year),
      vintageOn,
      ...data,
    },
    { knownOn: vintageOn, ...words },
  );
const of = async (indicator: string, year: number, series?: string) => {
  const { observations } = await spec.planner.observations({
    indicator,
    calendar: "GREGORIAN",
    period: { from: String(year), to: String(year) },
    where: series === undefined ? [] : [{ dimension: "series", values: [series] }],
  });
  return observations.map(({ value, reason }) => value ?? reason);
};

it("means the absolute difference of a figure to the vintage before it", async () => {
  await spec.ledger.commit([
    stated(["SL.UEM.TOTL.ZS", 2020], "2022-01-21", { value: 10.96 }),
    stated(["SL.UEM.TOTL.ZS", 2019], "2022-01-21", { value: 10.5 }),
    stated(["SL.UEM.TOTL.ZS", 2020], "2026-05-31", { value: 9.687 }),
    stated(["SL.UEM.TOTL.ZS", 2019], "2026-05-31", { value: 10.5 }),
  ]);
  expect(await of("mean_absolute_revision", 2020, "SL.UEM.TOTL.ZS")).toEqual([1.27]);
  expect(await of("mean_absolute_revision", 2019, "SL.UEM.TOTL.ZS")).toEqual([0]);
  expect(await of("mean_absolute_revision", 2018)).toEqual(["NO_EVENTS"]);
});

it("counts the days to the first vintage of a figure, those of the first import left out", async () => {
  await spec.ledger.commit([
    stated(["X", 2019], "2021-01-01", { value: 1 }),
    stated(["X", 2020], "2021-01-31", { value: 2 }),
    stated(["X", 2021], "2022-03-31", { value: 3 }),
  ]);
  expect(await of("publication_delay_days_median", 2020)).toEqual([31]);
  expect(await of("publication_delay_days_median", 2021)).toEqual([90]);
  expect(await of("publication_delay_days_median", 2019)).toEqual(["NO_EVENTS"]);
});

it("reads nothing simulated of a series of a country once it is recorded, and again where that is retracted", async () => {
  const simulated = { synthetic: true };
  await spec.ledger.commit([
    stated(["SP.POP.TOTL", 2021], "2022-02-14", { value: 24_000 }, simulated),
    stated(["SP.POP.TOTL", 2022], "2023-02-14", { value: 24_200 }, simulated),
    stated(["SP.POP.TOTL", 2022], "2024-02-14", { value: 24_300 }, simulated),
    stated(["SP.POP.TOTL", 2021], "2024-02-15", { value: 88_000_000, refArea: "TUR" }),
  ]);
  const of2022 = async () => ({
    delay: await of("publication_delay_days_median", 2022),
    revision: await of("mean_absolute_revision", 2022),
    population: await spec.ledger.rows("national", ["country", "origin"]),
  });
  const before = await of2022();
  expect(before).toMatchObject({ delay: [45], revision: [100] });
  await spec.ledger.commit([
    stated(["SP.POP.TOTL", 2020], "2024-03-01", { value: 84_000_000 }, { id: "real" }),
  ]);
  expect(await of2022()).toEqual({
    delay: ["NO_DENOMINATOR"],
    revision: ["NO_DENOMINATOR"],
    population: [
      { country: "IRN", origin: "RECORDED", population: 84_000_000, output: 0, employed: 0 },
      { country: "TUR", origin: "RECORDED", population: 88_000_000, output: 0, employed: 0 },
    ],
  });
  await spec.ledger.commit([
    record(
      "EventRetracted",
      "2024-04-01",
      { retractionId: "r", retractedType: "ObservationImported" },
      { corrects: "real" },
    ),
  ]);
  expect(await of2022()).toEqual(before);
});

it("marks a recorded population as recorded, also of a year whose output is simulated", async () => {
  await spec.ledger.commit([
    stated(["NY.GDP.MKTP.KD", 2020], "2022-01-21", { value: 44e6 }, { synthetic: true }),
    stated(["EMP_2EMP_SEX_STE_NB_A", 2020], "2022-01-21", { value: 2.2 }, { synthetic: true }),
    stated(["SP.POP.TOTL", 2020], "2022-01-21", { value: 84_000_000 }),
  ]);
  expect(await spec.ledger.rows("national", ["origin"])).toEqual([
    { origin: "RECORDED", population: 84_000_000, output: 0, employed: 0 },
    { origin: "SYNTHETIC", population: 0, output: 44_000_000, employed: 2200 },
  ]);
});

it("divides nothing recorded by anything simulated", async () => {
  const simulated = { synthetic: true };
  const productivity = async () => {
    const { observations, isSynthetic } = await spec.planner.observations({
      indicator: "labour_productivity",
      calendar: "GREGORIAN",
      period: { from: "2020", to: "2020" },
    });
    return [...observations.map(({ value, reason }) => value ?? reason), isSynthetic];
  };
  await spec.ledger.commit([
    stated(["NY.GDP.MKTP.KD", 2020], "2022-01-21", { value: 44e6 }, simulated),
    stated(["EMP_2EMP_SEX_STE_NB_A", 2020], "2022-01-21", { value: 2.2 }, simulated),
  ]);
  expect(await productivity()).toEqual([20_000, true]);
  await spec.ledger.commit([stated(["EMP_2EMP_SEX_STE_NB_A", 2020], "2022-02-21", { value: 22_000 })]);
  expect(await productivity()).toEqual(["NO_DENOMINATOR", false]);
  await spec.ledger.commit([stated(["NY.GDP.MKTP.KD", 2020], "2022-03-21", { value: 396e9 })]);
  expect(await productivity()).toEqual([18_000, false]);
});

it("divides output by the employed where both are known, never by half of the two", async () => {
  const employed = { sex: "SEX_T", classif: "STE_ICSE93_TOTAL" };
  await spec.ledger.commit([
    stated(["NY.GDP.MKTP.KD", 2020], "2022-01-21", { value: 440e9 }),
    stated(["NY.GDP.MKTP.KD", 2021], "2022-01-21", { value: 460e9 }),
    stated(["EMP_2EMP_SEX_STE_NB_A", 2020], "2022-01-21", { value: 22_000, ...employed }),
    stated(["EMP_2EMP_SEX_STE_NB_A", 2020], "2022-01-21", { value: 4_000, ...employed, sex: "SEX_F" }),
    stated(["EMP_2EMP_SEX_STE_NB_A", 2019], "2022-01-21", { value: 23_000, ...employed }),
    stated(["SP.POP.TOTL", 2020], "2022-01-21", { value: 84_000_000 }, { id: "pop" }),
    record(
      "EventRetracted",
      "2022-02-01",
      { retractionId: "r", retractedType: "ObservationImported" },
      { corrects: "pop" },
    ),
  ]);
  expect(await of("labour_productivity", 2020)).toEqual([20_000]);
  expect(await of("labour_productivity", 2019)).toEqual(["NO_EVENTS"]);
  expect(await of("labour_productivity", 2021)).toEqual(["NO_EVENTS"]);
  expect(await spec.ledger.rows("national", ["country"], "2022-01-31")).toEqual([
    { country: "IRN", population: 84_000_000, output: 440e9, employed: 22_000_000 },
  ]);
});
