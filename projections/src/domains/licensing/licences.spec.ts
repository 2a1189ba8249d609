import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { licenceDecisions } from "./decisions.ts";
import { licences } from "./licences.ts";

const spec = specLedger([licences, licenceDecisions], "2023-03-20");

const applied = (id: string, on: string, more = {}) =>
  record("LicenceApplied", on, { applicationId: id, ...more });
const granted = (id: string, on: string, more = {}, words = {}) =>
  record("LicenceGranted", on, { applicationId: id, licenceId: `of ${id}`, ...more }, words);
const act = (type: string, id: string, on: string, more = {}) =>
  record(type, on, { licenceId: `of ${id}`, ...more });
const moves = async (asOf?: string) =>
  (await spec.ledger.rows("licences", ["on"], asOf))
    .filter((row) => row["in_force"] !== 0)
    .map((row) => [row["on"], row["in_force"], row["net_change"]]);
const years = async (indicator: string) => {
  const { observations } = await spec.planner.observations({
    indicator,
    period: { from: "1400", to: "1401" },
  });
  return observations.map(({ value, reason }) => value ?? reason);
};

it("is in force from its issue, out while suspended, and out after revocation until reinstated", async () => {
  await spec.ledger.commit([
    applied("a", "2021-04-01"),
    granted("a", "2021-04-05"),
    act("LicenceSuspended", "a", "2021-06-01", { endsOn: "2021-06-15" }),
    act("LicenceRevoked", "a", "2021-08-01", { reason: "TRADED" }),
    act("LicenceReinstated", "a", "2021-10-01"),
  ]);
  expect(await moves()).toEqual([
    ["2021-04-01", 1, 1],
    ["2021-08-01", -1, -1],
    ["2021-10-01", 1, 1],
  ]);
  const rows = await spec.ledger.rows("licences", ["on", "province", "provider"], "2021-06-01");
  expect(rows).toMatchObject([
    { on: "2021-04-01", province: "IR-23", provider: "PRIVATE_SCHOOL", in_force: 1, issued: 1 },
  ]);
});

it("posts the end of its term ahead, and a renewal in its place, which is no new licence", async () => {
  await spec.ledger.commit([
    applied("a", "2021-04-01"),
    granted("a", "2021-04-05", { endsOn: "2022-04-04" }),
    act("LicenceRenewed", "a", "2022-04-05", { endsOn: "2023-04-04" }),
  ]);
  expect(await moves("2021-12-31")).toEqual([
    ["2021-04-01", 1, 1],
    ["2022-04-01", -1, -1],
  ]);
  expect(await moves()).toEqual([
    ["2021-04-01", 1, 1],
    ["2023-04-01", -1, -1],
  ]);
  expect(await years("licences_in_force")).toEqual([1, 1]);
  expect(await years("licences_issued")).toEqual([1, "NO_EVENTS"]);
  expect(await years("licence_renewals")).toEqual(["NO_EVENTS", 1]);
  expect(await years("licences_net_flow")).toEqual([1, 0]);
});

it("goes out of force once where it expires, is revoked and its term ends on one day", async () => {
  await spec.ledger.commit([
    applied("a", "2021-04-01"),
    granted("a", "2021-04-05", { endsOn: "2021-09-30" }),
    act("LicenceExpired", "a", "2021-09-30"),
    act("LicenceRevoked", "a", "2021-10-01"),
  ]);
  expect(await moves()).toEqual([
    ["2021-04-01", 1, 1],
    ["2021-10-01", -1, -1],
  ]);
});

it("counts one granted twice once, and follows a corrected and a retracted grant", async () => {
  await spec.ledger.commit([
    granted("a", "2021-04-05", {}, { id: "one" }),
    granted("a", "2021-04-05", {}, { id: "two" }),
    granted("a", "2021-06-05", {}, { corrects: "two", knownOn: "2021-07-01" }),
    record(
      "EventRetracted",
      "2021-07-02",
      { retractionId: "r", retractedType: "LicenceGranted" },
      { corrects: "two" },
    ),
    record(
      "EventRetracted",
      "2021-07-03",
      { retractionId: "q", retractedType: "LicenceGranted" },
      { corrects: "one" },
    ),
  ]);
  expect(await moves("2021-06-30")).toEqual([["2021-04-01", 1, 1]]);
  expect(await moves("2021-07-01")).toEqual([["2021-06-01", 1, 1]]);
  expect(await moves("2021-07-02")).toEqual([["2021-04-01", 1, 1]]);
  expect(await moves()).toEqual([]);
});

it("shares the automatic among the issued, and takes the median of the days to a decision", async () => {
  await spec.ledger.commit([
    ...["a", "b", "c", "d"].map((id) => applied(id, "2021-05-01")),
    granted("a", "2021-05-03"),
    record("LicenceAutoIssued", "2021-05-05", { applicationId: "b", licenceId: "of b", dueOn: "2021-05-05" }),
    record("LicenceRefused", "2021-05-11", { applicationId: "c", grounds: "no workshop" }),
  ]);
  expect(await years("licence_automatic_share")).toEqual([50, "NO_EVENTS"]);
  expect(await years("licence_decision_calendar_days_median")).toEqual([4, "NO_EVENTS"]);
  expect(await years("licences_in_force")).toEqual([2, "NO_EVENTS"]);
});

it("has no share where nothing was issued", async () => {
  await spec.ledger.commit([
    applied("c", "2021-05-01"),
    record("LicenceRefused", "2021-05-11", { applicationId: "c", grounds: "no workshop" }),
  ]);
  expect(await years("licence_automatic_share")).toEqual(["NO_DENOMINATOR", "NO_EVENTS"]);
});
