import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { disputes } from "./disputes.ts";

const spec = specLedger([disputes]);

const filed = (id: string, on: string, more = {}) => record("DisputeFiled", on, { disputeId: id, ...more });
const decided = (id: string, on: string, more = {}, words = {}) =>
  record("DisputeDecided", on, { disputeId: id, ...more }, words);
const settled = (id: string, on: string, more = {}, words = {}) =>
  record("DisputeConciliated", on, { disputeId: id, ...more }, words);
const appealed = (id: string, on: string, words = {}) =>
  record("DisputeAppealed", on, { disputeId: id }, words);

const value = async (indicator: string, asOf?: string) => {
  const { observations } = await spec.planner.observations({
    indicator,
    period: { from: "1400", to: "1400" },
    ...(asOf === undefined ? {} : { asOf }),
  });
  return observations.map((observation) => observation.value ?? observation.reason);
};

it("ends with the decision that nobody appealed, counted from the day of filing", async () => {
  await spec.ledger.commit([
    filed("a", "2021-05-01"),
    settled("a", "2021-05-11", { outcome: "NOT_SETTLED" }),
    decided("a", "2021-05-31"),
    appealed("a", "2021-06-10"),
    decided("a", "2021-07-30", { stage: "SETTLEMENT" }),
  ]);
  expect(await value("dispute_days_median", "2021-05-31")).toEqual([30]);
  expect(await value("dispute_days_median", "2021-06-10")).toEqual(["NO_DENOMINATOR"]);
  expect(await value("dispute_days_median")).toEqual([90]);
});

it("is the median of those that ended, and the share that was settled", async () => {
  await spec.ledger.commit([
    ...["a", "b", "c", "d", "e"].map((id) => filed(id, "2021-05-01")),
    settled("a", "2021-05-11"),
    decided("b", "2021-05-21"),
    settled("c", "2021-06-30"),
    decided("d", "2021-08-29", { outcome: "WITHDRAWN" }),
  ]);
  // 10, 20, 60 and 120 days; e is still open
  expect(await value("dispute_days_median")).toEqual([20]);
  expect(await value("dispute_settlement_share")).toEqual([50]);
});

it("is no rate where nothing ended, and follows a retracted settlement", async () => {
  await spec.ledger.commit([
    filed("a", "2021-05-01"),
    settled("a", "2021-05-11", {}, { id: "s" }),
    record(
      "EventRetracted",
      "2021-05-12",
      { retractionId: "r", retractedType: "DisputeConciliated" },
      { corrects: "s" },
    ),
  ]);
  expect(await value("dispute_settlement_share", "2021-05-11")).toEqual([100]);
  expect(await value("dispute_settlement_share")).toEqual(["NO_DENOMINATOR"]);
  expect(
    await spec.ledger.rows("disputes", ["province", "dispute_kind", "dispute_subject", "industry"]),
  ).toEqual([
    {
      province: "IR-23",
      dispute_kind: "INDIVIDUAL",
      dispute_subject: "WAGE",
      industry: "_U",
      filed: 1,
      closed: 0,
    },
  ]);
});
