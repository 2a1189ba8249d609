import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { sites } from "./sites.ts";
import { sittings } from "./sittings.ts";

const spec = specLedger([sites, sittings]);

const commissioned = (siteId: string, on: string, more = {}, words = {}) =>
  record("AssessmentSiteCommissioned", on, { siteId, ...more }, words);
const decommissioned = (siteId: string, on: string, words = {}) =>
  record("AssessmentSiteDecommissioned", on, { siteId }, words);
const taken = (n: number, siteId: string | undefined, on: string, words = {}) =>
  record(
    "AssessmentTaken",
    on,
    { assessmentId: `a${n}`, personRef: `p${n}`, area: "IR-10", ...(siteId === undefined ? {} : { siteId }) },
    words,
  );

const load = async (from: string, to = from, asOf?: string) => {
  const { observations } = await spec.planner.observations({
    indicator: "assessments_per_site",
    period: { from, to },
    ...(asOf === undefined ? {} : { asOf }),
  });
  return observations.map(({ numerator, denominator, value, reason }) =>
    value === null ? reason : [numerator, denominator, value],
  );
};

it("is the assessments of a month over the sites in service on any day of it", async () => {
  await spec.ledger.commit([
    commissioned("one", "2021-04-30"),
    commissioned("two", "2021-05-21"), // the last day of Ordibehesht 1400
    ...[1, 2, 3].map((n) => taken(n, "one", "2021-05-21")),
    taken(4, undefined, "2021-05-21"), // at no site that is known
    taken(5, "two", "2021-05-22"),
    decommissioned("two", "2021-06-22"), // the first day of Tir
    taken(6, "one", "2021-07-23"),
  ]);
  expect(await load("1400-02", "1400-05")).toEqual([
    [3, 2, 1.5],
    [1, 2, 0.5],
    [0, 2, 0],
    [1, 1, 1],
  ]);
});

it("has no denominator where no site is in service", async () => {
  await spec.ledger.commit([
    commissioned("one", "2021-04-30"),
    decommissioned("one", "2021-05-01"),
    taken(1, "unheard-of", "2021-06-01"),
    taken(2, "unheard-of", "2021-06-01"),
  ]);
  expect(await load("1400-03")).toEqual(["NO_DENOMINATOR"]);
});

it("takes the province of the site, and of the assessment where the site is unknown", async () => {
  await spec.ledger.commit([
    commissioned("one", "2021-04-30", { area: "IR-20" }),
    taken(1, "one", "2021-05-01"),
    taken(2, "unheard-of", "2021-05-01"),
  ]);
  expect(await spec.ledger.rows("sittings", ["province"])).toEqual([
    { province: "IR-10", sittings: 1 },
    { province: "IR-20", sittings: 1 },
  ]);
});

it("follows what is late, corrected, retracted or recorded twice", async () => {
  await spec.ledger.commit([
    commissioned("one", "2021-04-21"),
    commissioned("one", "2021-04-21"),
    taken(1, "one", "2021-05-01"),
    taken(1, "one", "2021-05-01"),
    commissioned("two", "2021-04-21", {}, { id: "two", knownOn: "2021-06-01" }),
    commissioned("two", "2021-05-22", {}, { corrects: "two", knownOn: "2021-06-02" }),
    decommissioned("one", "2021-04-30", { id: "end", knownOn: "2021-06-03" }),
    record(
      "EventRetracted",
      "2021-06-04",
      { retractionId: "r", retractedType: "AssessmentSiteDecommissioned" },
      { corrects: "end" },
    ),
  ]);
  const at = (asOf: string) => spec.ledger.rows("assessment_sites", ["on"], asOf);
  expect(await at("2021-05-31")).toEqual([{ on: "2021-04-21", in_service: 1 }]);
  expect(await at("2021-06-01")).toEqual([{ on: "2021-04-21", in_service: 2 }]);
  expect(await at("2021-06-02")).toEqual([
    { on: "2021-04-21", in_service: 1 },
    { on: "2021-05-22", in_service: 1 },
  ]);
  // one ends where the other begins
  expect(await at("2021-06-03")).toEqual([{ on: "2021-04-21", in_service: 1 }]);
  expect(await load("1400-02")).toEqual([[1, 1, 1]]);
});
