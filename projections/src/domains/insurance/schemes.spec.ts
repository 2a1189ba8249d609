import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { national } from "../reported/national.ts";
import { collection, payments } from "./collection.ts";
import { protection } from "./protection.ts";
import { coverageSnapshots } from "./snapshots.ts";

const spec = specLedger([coverageSnapshots, protection, collection, payments, national], "2023-03-20");

const snapshot = (on: string, data: readonly number[], words = {}) => {
  const [mainInsured, dependants, pensioners, pensionDependants] = data;
  return record(
    "CoverageSnapshotReported",
    on,
    { organisationId: "sso", mainInsured, dependants, pensioners, pensionDependants },
    words,
  );
};
const population = (value: number, on: string, words = {}) =>
  record(
    "ObservationImported",
    "2021-12-31",
    {
      datasetId: "wb",
      series: "SP.POP.TOTL",
      refArea: "IRN",
      frequency: "A",
      period: "2021",
      value,
      vintageOn: on,
    },
    { knownOn: on, ...words },
  );
const list = (id: string, month: string, wages: Readonly<Record<string, number>>, on: string) =>
  record("ContributionListSubmitted", on, {
    listId: id,
    month,
    lines: Object.entries(wages).map(([personRef, insurableWage]) => ({
      personRef,
      days: 30,
      insurableWage,
    })),
  });
const paid = (id: string, on: string, [worker, employer, unemployment]: readonly number[], words = {}) =>
  record("ContributionPaid", on, { listId: id, worker, employer, unemployment }, words);

const ofYear = async (indicator: string, year = "1400", asOf?: string) => {
  const { observations } = await spec.planner.observations({
    indicator,
    frequency: "YEAR",
    period: { from: year, to: year },
    ...(asOf === undefined ? {} : { asOf }),
  });
  return observations.map(({ value, reason }) => value ?? reason);
};

it("takes the newest snapshot of an insurer, and distinguishes the covered from the contributors", async () => {
  await spec.ledger.commit([
    snapshot("2020-09-01", [14, 25, 3, 3]),
    snapshot("2021-09-01", [15, 24, 4, 4]),
    population(84, "2022-03-25"),
  ]);
  expect(await ofYear("covered_persons_reported", "1399")).toEqual([45]);
  expect(await ofYear("covered_persons_reported")).toEqual([47]);
  expect(await ofYear("main_insured_share")).toEqual([(15 / 47) * 100]);
  expect(await ofYear("sso_population_coverage")).toEqual([(47 / 84) * 100]);
});

it("is no rate without a population, and takes the newest vintage of it", async () => {
  await spec.ledger.commit([
    snapshot("2021-09-01", [15, 24, 4, 4], { id: "one" }),
    population(94, "2022-03-25"),
    population(84, "2022-04-25"),
    record(
      "EventRetracted",
      "2022-05-01",
      { retractionId: "r", retractedType: "CoverageSnapshotReported" },
      { corrects: "one" },
    ),
  ]);
  expect(await ofYear("sso_population_coverage", "1400", "2022-03-24")).toEqual(["NO_EVENTS"]);
  expect(await ofYear("sso_population_coverage", "1400", "2022-03-25")).toEqual([50]);
  expect(await ofYear("sso_population_coverage", "1400", "2022-04-25")).toEqual([(47 / 84) * 100]);
  expect(await spec.ledger.rows("coverage_snapshots", [])).toEqual([]);
});

it("protects contributors in their months and beneficiaries while the benefit runs, each once", async () => {
  await spec.ledger.commit([
    list("l1", "1400-02", { ali: 1, sara: 1 }, "2021-06-10"),
    list("l2", "1400-03", { ali: 1 }, "2021-07-10"),
    record(
      "BenefitAwarded",
      "2021-06-01",
      { benefitId: "b", personRef: "sara", branch: "MATERNITY", monthly: 1, endsOn: "2021-08-31" },
      { knownOn: "2021-07-11" },
    ),
    record("BenefitEnded", "2021-07-22", { benefitId: "b", reason: "BACK_TO_WORK" }),
  ]);
  expect(await spec.ledger.rows("protection", ["on"])).toEqual([
    { on: "2021-04-21", protected: 2 }, // 1 Ordibehesht 1400
    { on: "2021-05-22", protected: -1 }, // sara, after Ordibehesht
    { on: "2021-06-01", protected: 1 }, // sara, on benefit
    { on: "2021-06-22", protected: -1 }, // ali, after Khordad
    { on: "2021-07-23", protected: -1 }, // sara, after her benefit
  ]);
  expect(await spec.ledger.rows("protection", ["on"], "2021-06-10")).toEqual([
    { on: "2021-04-21", protected: 2 },
    { on: "2021-05-22", protected: -2 },
  ]);
});

it("protects who contributes in some months of a benefit without a break, and once", async () => {
  const award = (benefitId: string, on: string, endsOn?: string) =>
    record("BenefitAwarded", on, { benefitId, personRef: "ali", branch: "UNEMPLOYMENT", monthly: 1, endsOn });
  await spec.ledger.commit([
    award("b", "2021-04-01", "2021-08-31"),
    list("l1", "1400-02", { ali: 1 }, "2021-06-10"),
    award("c", "2021-08-01", "2021-09-10"),
    list("l2", "1400-06", { ali: 1 }, "2021-10-10"),
  ]);
  // from the first benefit to the end of Shahrivar, whose list goes beyond the second
  expect(await spec.ledger.rows("protection", ["on"])).toEqual([
    { on: "2021-04-01", protected: 1 },
    { on: "2021-09-23", protected: -1 },
  ]);
  expect(await spec.ledger.rows("protection", ["on"], "2021-10-09")).toEqual([
    { on: "2021-04-01", protected: 1 },
    { on: "2021-09-01", protected: -1 }, // the stretch to the end of Shahrivar, in which 11 September is
  ]);
});

it("protects by the amended line of a list, and no longer by the one before", async () => {
  await spec.ledger.commit([
    list("l1", "1400-02", { ali: 1, sara: 1 }, "2021-06-10"),
    record("ContributionListAmended", "2021-07-01", {
      listId: "l1",
      month: "1400-02",
      lines: [
        { personRef: "ali", days: 0, insurableWage: 0 },
        { personRef: "mina", days: 30, insurableWage: 1 },
        { personRef: "omid", days: 30, insurableWage: 1 },
      ],
    }),
  ]);
  expect(await spec.ledger.rows("protection", ["on"], "2021-06-30")).toEqual([
    { on: "2021-04-21", protected: 2 },
    { on: "2021-05-22", protected: -2 },
  ]);
  expect(await spec.ledger.rows("protection", ["on"])).toEqual([
    { on: "2021-04-21", protected: 3 },
    { on: "2021-05-22", protected: -3 },
  ]);
});

it("collects 30 % of the wages of a month's lists, amended lines in place of those before", async () => {
  await spec.ledger.commit([
    list("l1", "1400-02", { ali: 100_000_000, reza: 50_000_000 }, "2021-06-10"),
    paid("l1", "2021-06-11", [7_000_000, 20_000_000, 3_000_000], { id: "p" }),
    record("ContributionListAmended", "2021-07-01", {
      listId: "l1",
      lines: [{ personRef: "reza", days: 30, insurableWage: 100_000_000 }],
    }),
    paid("l1", "2021-08-01", [7_000_000, 7_000_000, 1_000_000], { id: "q" }),
    record(
      "EventRetracted",
      "2021-09-01",
      { retractionId: "r", retractedType: "ContributionPaid" },
      { corrects: "q" },
    ),
  ]);
  // 30,000,000 of 45,000,000; then of 60,000,000; then 45,000,000 of 60,000,000; then as before
  expect(await ofYear("contribution_collection_ratio", "1400", "2021-06-30")).toEqual([(30 / 45) * 100]);
  expect(await ofYear("contribution_collection_ratio", "1400", "2021-07-01")).toEqual([50]);
  expect(await ofYear("contribution_collection_ratio", "1400", "2021-08-01")).toEqual([75]);
  expect(await ofYear("contribution_collection_ratio")).toEqual([50]);
});

it("has a provisional ratio while the contributions of a month are still coming in, and of the running year", async () => {
  await spec.ledger.commit([
    list("l1", "1400-02", { ali: 100_000_000 }, "2021-06-10"),
    paid("l1", "2021-06-10", [7_000_000, 8_000_000, 0]),
    paid("l1", "2021-06-22", [0, 12_000_000, 3_000_000]),
    snapshot("2021-06-30", [1, 0, 0, 0]),
    snapshot("2021-07-01", [1, 0, 0, 0]),
  ]);
  const indicator = "contribution_collection_ratio";
  const observed = async (period: string, asOf: string) => {
    const { observations } = await spec.planner.observations({
      indicator,
      period: { from: period, to: period },
      frequency: period.length > 4 ? "MONTH" : "YEAR",
      asOf,
    });
    return observations.map(({ value, status }) => [value, status]);
  };
  // Ordibehesht ends on 21 May; forty days later is 30 June.
  expect(await observed("1400-02", "2021-06-10")).toEqual([[50, "P"]]);
  expect(await observed("1400-02", "2021-06-30")).toEqual([[100, "P"]]);
  expect(await observed("1400-02", "2021-07-01")).toEqual([[100, "A"]]);
  expect(await observed("1400", "2021-07-01")).toEqual([[100, "P"]]);
});

it("has no ratio where no wage was stated", async () => {
  await spec.ledger.commit([list("l1", "1400-02", { ali: 0 }, "2021-06-10")]);
  expect(await ofYear("contribution_collection_ratio")).toEqual(["NO_EVENTS"]);
});
