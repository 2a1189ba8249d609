import { uuid } from "@karnameh/projections/testing/ledger";
import { record } from "@karnameh/projections/testing/record";
import { describe, expect, it } from "vitest";
import { PREDICTION } from "../calendar/predicted-holidays.ts";
import {
  applied,
  closed,
  eligible,
  granted,
  resubmitted,
  returned,
  weekend,
} from "../testing/policy-events.ts";
import { type Node, policyStage } from "../testing/policy-stage.ts";
import { licenceClock } from "./licence-clock.ts";

const stage = policyStage([licenceClock]);
const { on } = stage;

const rule = (day: string, data: object) =>
  record("LicenceRuleSet", day, {
    ruleVersion: "r2",
    maxWorkingDays: 3,
    countFrom: "NEXT_WORKING_DAY",
    cutoffHour: 24,
    returnEffect: "RESTART",
    isAutomatic: true,
    ...data,
  });

const ISSUED = "effective_on, due_on, rule_version, working_days";

const issuedBy = async (node: Node) =>
  (await node.facts("licence_auto_issued", ISSUED)).map(({ effective_on, due_on }) => [effective_on, due_on]);

describe("the licence clock", () => {
  const filed = "2023-07-30";
  const heatwave = () => [closed("2023-08-01"), closed("2023-08-02")];

  it("issues at the end of the third working day, and not before it is over", async () => {
    const node = await stage.open();
    await on(filed, applied(filed), eligible(filed));
    await on("2023-07-31", ...heatwave());
    stage.passTo("2023-08-05");
    expect(await node.settle()).toBe(0);
    stage.passTo("2023-08-06");
    expect(await node.settle()).toBe(1);
    expect(await node.facts("licence_auto_issued", `${ISSUED}, calendar_version, source`)).toEqual([
      {
        effective_on: "2023-08-05",
        due_on: "2023-08-05",
        rule_version: "three-working-days",
        working_days: 3,
        calendar_version: `${PREDICTION}_2`,
        source: "urn:karnameh:system:licence-clock.v1",
      },
    ]);
  });

  it("issues a day later where Thursday is a day of rest too", async () => {
    const node = await stage.open();
    await on("2023-03-22", weekend("2023-03-21", "THURSDAY", "FRIDAY"));
    await on(filed, applied(filed), eligible(filed));
    await on("2023-07-31", ...heatwave());
    stage.passTo("2023-08-10");
    await node.settle();
    expect(await issuedBy(node)).toEqual([["2023-08-06", "2023-08-06"]]);
  });

  it("issues on 2 August where no closure was declared, and is not moved by one that is declared afterwards", async () => {
    const node = await stage.open();
    await on(filed, applied(filed), eligible(filed));
    stage.passTo("2023-08-03");
    expect(await node.settle()).toBe(1);
    await on("2023-08-03", ...heatwave());
    expect(await node.settle()).toBe(0);
    expect(await issuedBy(node)).toEqual([["2023-08-02", "2023-08-02"]]);
    const later = await stage.open();
    stage.passTo("2023-09-01");
    expect(await later.settle()).toBe(0);
  });

  it("does not issue to who is not confirmed, and issues when the confirmation is known", async () => {
    const node = await stage.open();
    await on(filed, applied(filed));
    stage.passTo("2023-08-09");
    expect(await node.settle()).toBe(0);
    await on("2023-08-09", eligible("2023-08-07"));
    stage.passTo("2023-08-10");
    await node.settle();
    expect(await issuedBy(node)).toEqual([["2023-08-09", "2023-08-02"]]);
  });

  it("leaves what was decided on the last day alone, however late one hears of it within that day", async () => {
    const node = await stage.open();
    await on(filed, applied(filed), eligible(filed));
    await on("2023-08-02", granted("2023-08-02"));
    stage.passTo("2023-08-20");
    expect(await node.settle()).toBe(0);
  });

  it("withdraws the licence when a decision comes to light that was made in time, and not when one was made too late", async () => {
    const node = await stage.open();
    await on(filed, applied(filed), eligible(filed));
    stage.passTo("2023-08-03");
    await node.settle();
    await on("2023-08-08", granted("2023-08-08", "too late"));
    expect(await node.settle()).toBe(0);
    await on("2023-08-09", granted("2023-08-01", "in time"));
    expect(await node.settle()).toBe(1);
    expect(await issuedBy(node)).toEqual([]);
    expect(await node.facts("event_retracted", "effective_on, retracted_type")).toEqual([
      { effective_on: "2023-08-09", retracted_type: "LicenceAutoIssued" },
    ]);
    stage.passTo("2023-09-09");
    expect(await node.settle()).toBe(0);
  });

  it("states it again, as a correction, when that decision is itself retracted", async () => {
    const node = await stage.open();
    await on(filed, applied(filed), eligible(filed));
    stage.passTo("2023-08-03");
    await node.settle();
    await on("2023-08-09", granted("2023-08-01", "in time"));
    await node.settle();
    const mistake = record(
      "EventRetracted",
      "2023-08-10",
      { retractionId: "r", retractedType: "LicenceGranted" },
      { corrects: "in time" },
    );
    await on("2023-08-10", mistake);
    expect(await node.settle()).toBe(1);
    expect(await issuedBy(node)).toEqual([["2023-08-02", "2023-08-02"]]);
  });

  it("does not argue with who withdrew a licence by hand", async () => {
    const node = await stage.open();
    await on(filed, applied(filed), eligible(filed));
    stage.passTo("2023-08-03");
    await node.settle();
    const [row] = await node.facts("licence_auto_issued", "event_id");
    const { corrects: _, ...byHand } = record("EventRetracted", "2023-08-10", {
      retractionId: "r",
      retractedType: "LicenceAutoIssued",
    });
    await on("2023-08-10", {
      ...byHand,
      source: "urn:karnameh:agency:tvto",
      corrects: String(row?.event_id),
    });
    expect(await node.settle()).toBe(0);
    expect(await issuedBy(node)).toEqual([]);
  });

  it("is stopped by a return, and starts again from nothing when the application comes back", async () => {
    const node = await stage.open();
    await on(filed, applied(filed), eligible(filed));
    await on("2023-08-02", returned("2023-08-02"));
    stage.passTo("2023-08-08");
    expect(await node.settle()).toBe(0);
    await on("2023-08-08", resubmitted("2023-08-08"));
    stage.passTo("2023-08-20");
    await node.settle();
    // 9, 10 and 12 August; the eleventh is a Friday.
    expect(await issuedBy(node)).toEqual([["2023-08-12", "2023-08-12"]]);
  });

  it("goes on counting after a return where the rule in force says so, and takes as many days as the rule says", async () => {
    const node = await stage.open();
    await on("2023-03-22", rule("2023-03-21", { maxWorkingDays: 4, returnEffect: "RESUME" }));
    await on(filed, applied(filed), eligible(filed));
    await on("2023-08-02", returned("2023-08-02"));
    await on("2023-08-08", resubmitted("2023-08-08"));
    stage.passTo("2023-08-20");
    await node.settle();
    // 31 July and 1 August before the return, 9 and 10 August after it.
    expect(await issuedBy(node)).toEqual([["2023-08-10", "2023-08-10"]]);
  });

  it("counts the day of filing where the rule says so, and is not set off by what is sent again unasked", async () => {
    const node = await stage.open();
    await on("2023-03-22", rule("2023-03-21", { countFrom: "FILING_DAY", returnEffect: "RESUME" }));
    await on(filed, applied(filed), eligible(filed));
    await on("2023-07-31", resubmitted("2023-07-31"));
    stage.passTo("2023-08-20");
    await node.settle();
    // 30 and 31 July and 1 August.
    expect(await issuedBy(node)).toEqual([["2023-08-01", "2023-08-01"]]);
  });

  it("takes the rule that was recorded last, of those that begin on one day", async () => {
    const node = await stage.open();
    for (const maxWorkingDays of [5, 6, 7, 1])
      await on("2023-03-22", rule("2023-03-21", { ruleVersion: `r${maxWorkingDays}`, maxWorkingDays }));
    await on(filed, applied(filed), eligible(filed));
    stage.passTo("2023-08-20");
    await node.settle();
    expect(await issuedBy(node)).toEqual([["2023-07-31", "2023-07-31"]]);
  });

  it("issues nothing by itself where the rule in force does not let it", async () => {
    const node = await stage.open();
    await on("2023-03-22", rule("2023-03-21", { isAutomatic: false }));
    await on(filed, applied(filed), eligible(filed));
    stage.passTo("2023-08-20");
    expect(await node.settle()).toBe(0);
  });

  it("renews the licence that was applied for, and gives a new one an id of its own", async () => {
    const node = await stage.open();
    const renewal = applied(filed, { kind: "RENEWAL", licenceId: "old" });
    await on(filed, { ...renewal, id: uuid("renewal") }, eligible(filed));
    stage.passTo("2023-08-20");
    await node.settle();
    const licences = () => node.facts("licence_auto_issued", "licence_id, corrects is null as is_first");
    expect(await licences()).toEqual([{ licence_id: uuid("old"), is_first: true }]);
    const other = applied(filed, { kind: "RENEWAL", licenceId: "other" });
    await on("2023-08-21", { ...other, corrects: uuid("renewal") });
    expect(await node.settle()).toBe(1);
    expect(await licences()).toEqual([{ licence_id: uuid("other"), is_first: false }]);
  });

  it("closes a province's days for its own applications alone", async () => {
    const node = await stage.open();
    const dust = closed("2023-07-31", { area: "IR-06", reason: "POLLUTION" });
    await on(filed, dust, applied(filed), eligible(filed));
    await on(filed, applied(filed, { applicationId: "b", area: "IR-06" }));
    await on(filed, record("ApplicantEligibilityConfirmed", filed, { applicationId: "b" }));
    stage.passTo("2023-08-20");
    await node.settle();
    expect(await issuedBy(node)).toEqual([
      ["2023-08-02", "2023-08-02"],
      ["2023-08-03", "2023-08-03"],
    ]);
  });
});
