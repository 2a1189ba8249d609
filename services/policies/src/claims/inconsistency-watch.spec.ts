import { listInconsistencies } from "@karnameh/projections/planner/list-claims";
import { openPool } from "@karnameh/projections/planner/pool";
import { record } from "@karnameh/projections/testing/record";
import type { NewEvent } from "@karnameh/schema/event";
import { uuid5 } from "@karnameh/schema/uuid5";
import { describe, expect, it } from "vitest";
import { deriveEvents } from "../derive-events.ts";
import { policies } from "../policies.ts";
import { firstId } from "../policy.ts";
import { type Node, policyStage } from "../testing/policy-stage.ts";
import { inconsistencyWatch } from "./inconsistency-watch.ts";

const stage = policyStage([inconsistencyWatch]);
const { on } = stage;

const stated = (figureId: string, data: object, words = {}) =>
  record("FigureReported", "2023-08-03", { figureId, ...data }, words);

const related = (relationId: string, kind: string, left: string, ...right: readonly string[]) =>
  record("FigureRelationDeclared", "2023-08-03", { relationId, kind, left, right });

describe("what does not agree", () => {
  const DETECTED =
    "inconsistency_id, relation_id, gap, round(gap_percent, 3) as gap_percent, severity, reason";
  const detected = (node: Node, columns = DETECTED) => node.facts("inconsistency_detected", columns);
  const start = async (...more: readonly NewEvent[]) => {
    const node = await stage.open();
    await on(
      "2023-08-03",
      stated("all", { value: 2_861_000 }),
      stated("state", { value: 1_039_000 }, { id: "state" }),
      stated("private", { value: 1_463_000 }),
      related("sum", "SUM", "all", "state", "private"),
      ...more,
    );
    return node;
  };

  it("is recorded once for each finding, with its gap, or with the reason alone where there is none", async () => {
    const node = await start(
      stated("meeting", { valueText: "2021-05-11", unit: "DATE", weekday: "MONDAY" }),
      stated("courses", { value: 2_861_000, unit: "PERSON_COURSES" }),
      related("same", "SAME_AS", "all", "courses"),
    );
    expect(await node.settle()).toBe(3);
    // 2,861,000 − (1,039,000 + 1,463,000) = 359,000, which is 12.548 percent of the first.
    expect(
      await detected(node, "relation_id, gap, round(gap_percent, 3) as gap_percent, severity, reason"),
    ).toEqual([
      {
        relation_id: "meeting",
        gap: null,
        gap_percent: null,
        severity: "WARNING",
        reason: "WEEKDAY_DIFFERS",
      },
      { relation_id: "same", gap: null, gap_percent: null, severity: "WARNING", reason: "UNITS_DIFFER" },
      {
        relation_id: "sum",
        gap: 359_000,
        gap_percent: 12.548,
        severity: "CONTRADICTION",
        reason: "SUM_DIFFERS",
      },
    ]);
    const head = await stage.log.head();
    expect(await node.settle()).toBe(0);
    const rebuilt = await stage.open();
    expect(await rebuilt.settle()).toBe(0);
    expect(await stage.log.head()).toBe(head);
  });

  it("has the same id from whoever finds it, made of the policy and the finding", async () => {
    const node = await start();
    const [one, other] = await Promise.all(
      [node, await stage.open()].map(async (each) => {
        await each.catchUp();
        const { events: answers } = await deriveEvents(each.ledger.connection, policies, "2023-08-04");
        return answers.map(({ id, effectiveOn, causationId }) => [id, effectiveOn, causationId]);
      }),
    );
    expect(one).toEqual(other);
    const found = firstId(
      inconsistencyWatch,
      JSON.stringify([uuid5("InconsistencyDetected", "sum", "SUM_DIFFERS")]),
    );
    expect(one).toMatchObject([[found, "2023-08-03", expect.any(String)]]);
  });

  it("is corrected with its gap, and withdrawn when the figures agree", async () => {
    const node = await start();
    await node.settle();
    await on(
      "2023-08-10",
      record("FigureCorrected", "2023-08-10", { figureId: "state", value: 1_390_000, reason: "slip" }),
    );
    expect(await node.settle()).toBe(1);
    expect(await detected(node, "gap, severity, effective_on")).toEqual([
      { gap: 8_000, severity: "NOTE", effective_on: "2023-08-10" },
    ]);
    await on(
      "2023-08-11",
      record("FigureCorrected", "2023-08-11", { figureId: "state", value: 1_398_000, reason: "slip" }),
    );
    expect(await node.settle()).toBe(1);
    expect(await detected(node)).toEqual([]);
    expect(await node.settle()).toBe(0);
  });

  it("stays found, and as it is, when it is explained or dismissed", async () => {
    const node = await start();
    await node.settle();
    const [found] = await detected(node);
    const explanation = { fa: "دستهٔ سوم", en: "A third group" };
    await on(
      "2023-08-12",
      record("InconsistencyExplained", "2023-08-12", {
        inconsistencyId: found?.inconsistency_id,
        explanation,
      }),
    );
    expect(await node.settle()).toBe(0);
    const items = async () => {
      const pool = await openPool(node.ledger.database, 1);
      const page = await listInconsistencies(pool, { first: 10, after: 0 });
      pool.close();
      return page.items.map(({ relationId, status, remarks }) => [relationId, status, remarks.length]);
    };
    expect(await items()).toEqual([["sum", "EXPLAINED", 1]]);
    await on(
      "2023-08-13",
      record("InconsistencyDismissed", "2023-08-13", {
        inconsistencyId: found?.inconsistency_id,
        reason: "Two years",
      }),
    );
    expect(await node.settle()).toBe(0);
    expect(await items()).toEqual([["sum", "DISMISSED", 2]]);
    expect(await detected(node)).toEqual([found]);
  });

  it("names a forecast that did not come true, from the day on which that was known, and is simulated where a figure is", async () => {
    const node = await stage.open();
    await on("2023-08-03", stated("games", { valueText: "2021", kind: "FORECAST" }, { synthetic: true }));
    expect(await node.settle()).toBe(0);
    await on(
      "2023-08-20",
      record("ForecastFalsified", "2023-08-20", { figureId: "games", outcome: "cancelled" }),
    );
    expect(await node.settle()).toBe(1);
    expect(await detected(node, "relation_id, reason, effective_on, is_synthetic")).toEqual([
      { relation_id: "games", reason: "FORECAST_FALSIFIED", effective_on: "2023-08-20", is_synthetic: true },
    ]);
  });
});
