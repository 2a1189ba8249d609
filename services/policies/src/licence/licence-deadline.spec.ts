import { uuid } from "@karnameh/projections/testing/ledger";
import { record } from "@karnameh/projections/testing/record";
import type { NewEvent } from "@karnameh/schema/event";
import { describe, expect, it } from "vitest";
import { applied, closed, eligible, granted, resubmitted, returned } from "../testing/policy-events.ts";
import { type Node, policyStage } from "../testing/policy-stage.ts";
import { licenceClock } from "./licence-clock.ts";
import { licenceDeadline } from "./licence-deadline.ts";

const stage = policyStage([licenceDeadline]);
const { on } = stage;

describe("the time of an application", () => {
  const filed = "2023-07-30";
  const heatwave = () => [closed("2023-08-01"), closed("2023-08-02")];
  const assessed = (node: Node) =>
    node.facts(
      "licence_application_assessed",
      "due_on, is_in_time, decided_on, working_days, effective_on, corrects is not null as is_correction",
    );
  const start = async (more: readonly NewEvent[] = [], policies = [licenceDeadline]) => {
    const node = await stage.open({ policies });
    await on(filed, applied(filed), ...more);
    await on("2023-07-31", ...heatwave());
    return node;
  };

  it("is over with the third working day, and the decision took the days up to its own", async () => {
    const node = await start();
    await on("2023-08-03", granted("2023-08-03"));
    stage.passTo("2023-08-05");
    expect(await node.settle()).toBe(0);
    stage.passTo("2023-08-06");
    expect(await node.settle()).toBe(1);
    // Monday 31 July and Thursday 3 August; due on Saturday the fifth.
    expect(await assessed(node)).toEqual([
      {
        due_on: "2023-08-05",
        is_in_time: true,
        decided_on: "2023-08-03",
        working_days: 2,
        effective_on: "2023-08-05",
        is_correction: false,
      },
    ]);
  });

  it("ran out on what nobody decided, and the decision that follows is late by the days it took", async () => {
    const node = await start();
    stage.passTo("2023-08-06");
    expect(await node.settle()).toBe(1);
    expect(await assessed(node)).toMatchObject([
      { is_in_time: false, decided_on: null, working_days: null, effective_on: "2023-08-05" },
    ]);
    await on("2023-08-08", granted("2023-08-08"));
    expect(await node.settle()).toBe(0);
    stage.passTo("2023-08-09");
    expect(await node.settle()).toBe(1);
    // The three, and the sixth, seventh and eighth of August.
    expect(await assessed(node)).toEqual([
      {
        due_on: "2023-08-05",
        is_in_time: false,
        decided_on: "2023-08-08",
        working_days: 6,
        effective_on: "2023-08-08",
        is_correction: true,
      },
    ]);
  });

  it("is kept where the system issues by itself, and said once", async () => {
    const node = await start([eligible(filed)], [licenceClock, licenceDeadline]);
    stage.passTo("2023-08-06");
    expect(await node.settle()).toBe(2);
    expect(await assessed(node)).toMatchObject([
      { is_in_time: true, decided_on: "2023-08-05", working_days: 3, is_correction: false },
    ]);
  });

  it("begins again with what comes back, and the days with the applicant are none of it", async () => {
    const node = await stage.open();
    await on(filed, applied(filed));
    await on("2023-08-02", returned("2023-08-02"));
    stage.passTo("2023-08-07");
    expect(await node.settle()).toBe(0);
    await on("2023-08-08", resubmitted("2023-08-08"));
    await on("2023-08-10", granted("2023-08-10"));
    stage.passTo("2023-08-13");
    expect(await node.settle()).toBe(1);
    // 31 July, 1, 9 and 10 August; due after 9, 10 and 12 August, for the eleventh is a Friday.
    expect(await assessed(node)).toMatchObject([
      { due_on: "2023-08-12", is_in_time: true, decided_on: "2023-08-10", working_days: 4 },
    ]);
  });

  it("is withdrawn with the application", async () => {
    const node = await stage.open();
    await on(filed, { ...applied(filed), id: uuid("filed") });
    stage.passTo("2023-08-10");
    expect(await node.settle()).toBe(1);
    await on(
      "2023-08-11",
      record(
        "EventRetracted",
        "2023-08-11",
        { retractionId: "r", retractedType: "LicenceApplied" },
        { corrects: "filed" },
      ),
    );
    expect(await node.settle()).toBe(1);
    expect(await assessed(node)).toEqual([]);
  });
});
