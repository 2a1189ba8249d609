import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { insuredMonths } from "./insured-months.ts";

const spec = specLedger([insuredMonths]);

const list = (listId: string, on: string, days: Readonly<Record<string, number>>, words = {}) =>
  record(
    "ContributionListSubmitted",
    on,
    {
      listId,
      month: "1400-02",
      lines: Object.entries(days).map(([personRef, count]) => ({
        personRef,
        days: count,
        insurableWage: 1_000_000,
      })),
    },
    words,
  );
const first = (insured: number) => [{ on: "2021-04-21", insured }];

it("posts each person with an insured day once, on the first day of the list's month", async () => {
  await spec.ledger.commit([
    record("WorkerRegistered", "2021-03-21", { personRef: "ali", homeArea: "IR-10", sex: "M" }),
    list("l1", "2021-06-01", { ali: 31, reza: 1, sara: 0 }),
    list("l2", "2021-06-02", { ali: 4 }),
  ]);
  expect(await spec.ledger.rows("insured_months", ["on", "province", "sex"])).toEqual([
    { on: "2021-04-21", province: "IR-10", sex: "M", insured: 1 },
    { on: "2021-04-21", province: "_U", sex: "_U", insured: 1 },
  ]);
});

it("counts a person who stands twice on one list, and a list sent twice, once", async () => {
  const twice = { personRef: "ali", days: 10, insurableWage: 1 };
  await spec.ledger.commit([
    record("ContributionListSubmitted", "2021-06-01", {
      listId: "l1",
      month: "1400-02",
      lines: [twice, twice],
    }),
    list("l1", "2021-06-02", { ali: 20 }),
  ]);
  expect(await spec.ledger.rows("insured_months", ["on"])).toEqual(first(1));
});

it("takes away who is no longer on a corrected list, and everyone of a retracted one", async () => {
  await spec.ledger.commit([
    list("l1", "2021-06-01", { ali: 31, reza: 31 }, { id: "list" }),
    list("l1", "2021-06-01", { ali: 31 }, { corrects: "list", knownOn: "2021-07-01" }),
    record(
      "EventRetracted",
      "2021-08-01",
      { retractionId: "x", retractedType: "ContributionListSubmitted" },
      { corrects: "list" },
    ),
  ]);
  expect(await spec.ledger.rows("insured_months", ["on"], "2021-06-30")).toEqual(first(2));
  expect(await spec.ledger.rows("insured_months", ["on"], "2021-07-01")).toEqual(first(1));
  expect(await spec.ledger.rows("insured_months", ["on"])).toEqual([]);
});

it("adds a late list from the day it was sent", async () => {
  await spec.ledger.commit([list("l1", "2021-06-01", { ali: 31 }), list("l2", "2021-12-01", { reza: 31 })]);
  expect(await spec.ledger.rows("insured_months", ["on"], "2021-11-30")).toEqual(first(1));
  expect(await spec.ledger.rows("insured_months", ["on"])).toEqual(first(2));
});

const amended = (listId: string, on: string, days: Readonly<Record<string, number>>, words = {}) =>
  record(
    "ContributionListAmended",
    on,
    {
      listId,
      month: "1400-02",
      lines: Object.entries(days).map(([personRef, count]) => ({
        personRef,
        days: count,
        insurableWage: 1_000_000,
      })),
    },
    words,
  );
const retracted = (on: string, type: string, of: string) =>
  record("EventRetracted", on, { retractionId: `of ${of}`, retractedType: type }, { corrects: of });

it("takes an amended line in the place of the submitted one, and what it adds, by the month of the list", async () => {
  await spec.ledger.commit([
    list("l1", "2021-06-01", { ali: 31, reza: 0, sara: 10 }),
    amended("l1", "2021-07-01", { ali: 0, reza: 5, mina: 3 }, { id: "amendment" }),
    amended("l1", "2021-08-01", { ali: 2 }, { id: "second" }),
    retracted("2021-09-01", "ContributionListAmended", "amendment"),
  ]);
  // ali and sara; reza, mina and sara; and ali again; ali by the second amendment, and sara.
  expect(await spec.ledger.rows("insured_months", ["on"], "2021-06-30")).toEqual(first(2));
  expect(await spec.ledger.rows("insured_months", ["on"], "2021-07-01")).toEqual(first(3));
  expect(await spec.ledger.rows("insured_months", ["on"], "2021-08-01")).toEqual(first(4));
  expect(await spec.ledger.rows("insured_months", ["on"])).toEqual(first(2));
});

it("counts no amendment of a list that is not there, and counts it when the list comes", async () => {
  await spec.ledger.commit([
    amended("l1", "2021-06-01", { mina: 3 }),
    list("l1", "2021-07-01", { ali: 31 }, { id: "list" }),
    retracted("2021-08-01", "ContributionListSubmitted", "list"),
  ]);
  expect(await spec.ledger.rows("insured_months", ["on"], "2021-06-30")).toEqual([]);
  expect(await spec.ledger.rows("insured_months", ["on"], "2021-07-31")).toEqual(first(2));
  expect(await spec.ledger.rows("insured_months", ["on"])).toEqual([]);
});

it("counts a person in the industry in which most of the days were, amended days with them", async () => {
  const plant = (establishmentId: string, isic4: string) =>
    record("EstablishmentRegistered", "2021-03-21", { establishmentId, isic4 });
  const at = (listId: string, establishmentId: string, days: number) =>
    record("ContributionListSubmitted", "2021-06-01", {
      listId,
      establishmentId,
      month: "1400-02",
      lines: [{ personRef: "ali", days, insurableWage: 1 }],
    });
  await spec.ledger.commit([
    plant("plant", "29"),
    plant("school", "85"),
    at("l1", "plant", 20),
    at("l2", "school", 10),
    amended("l1", "2021-07-01", { ali: 5 }),
  ]);
  const by = ["on", "industry"];
  expect(await spec.ledger.rows("insured_months", by, "2021-06-30")).toEqual([
    { on: "2021-04-21", industry: "C", insured: 1 },
  ]);
  expect(await spec.ledger.rows("insured_months", by)).toEqual([
    { on: "2021-04-21", industry: "P", insured: 1 },
  ]);
});
