import { uuid } from "@karnameh/projections/testing/ledger";
import { record } from "@karnameh/projections/testing/record";
import { describe, expect, it } from "vitest";
import { listed } from "../testing/policy-events.ts";
import { type Node, policyStage } from "../testing/policy-stage.ts";
import { missingList } from "./missing-list.ts";

const stage = policyStage([missingList]);
const { on } = stage;

const started = (name: string, day: string, words = {}) =>
  record("EmploymentStarted", day, { spellId: name, personRef: name, ...words });

describe("a list that never came", () => {
  const missed = (node: Node) =>
    node.facts("contribution_list_missed", "month, effective_on, is_small_workshop");
  const others = (month: string) =>
    listed("2023-07-01", month, { listId: `other ${month}`, establishmentId: "other" });

  it("was missed in each month with an insured worker, of the months of which lists were told", async () => {
    const node = await stage.open();
    const ended = record("EmploymentEnded", "2023-06-25", { spellId: "ali" });
    await on("2023-06-26", started("ali", "2021-03-01"), ended);
    await on("2023-07-01", others("1402-02"), others("1402-04"), others("1402-05"));
    stage.passTo("2023-12-01");
    await node.settle();
    // Ali worked until 4 Tir: nothing is owed of Mordad, and of Khordad no list of anybody is known.
    expect(await missed(node)).toEqual([
      { month: 140202, effective_on: "2023-07-22", is_small_workshop: true },
      { month: 140204, effective_on: "2023-09-23", is_small_workshop: true },
    ]);
  });

  it("is owed by nobody who works for their own account, nor for a worker twice", async () => {
    const node = await stage.open();
    await on("2023-05-01", started("owner", "2023-05-01", { statusEmp: "2", establishmentId: "shop" }));
    const six = ["a", "b", "c", "d", "e"].map((name) => started(name, "2023-05-01"));
    await on("2023-05-01", ...six, started("twice", "2023-05-01", { personRef: "e" }));
    await on("2023-07-01", others("1402-04"));
    stage.passTo("2023-12-01");
    await node.settle();
    expect(await missed(node)).toMatchObject([{ is_small_workshop: true }]);
    await on("2023-12-01", started("f", "2023-07-22"));
    expect(await node.settle()).toBe(1);
    // The sixth began on the last day of Tir: the workshop was no small one.
    expect(await missed(node)).toEqual([
      { month: 140204, effective_on: "2023-08-22", is_small_workshop: false },
    ]);
  });

  it("is withdrawn with the worker who turns out not to have been insured", async () => {
    const node = await stage.open();
    await on("2023-05-01", { ...started("ali", "2023-05-01"), id: uuid("hire") });
    await on("2023-07-01", others("1402-04"));
    stage.passTo("2023-12-01");
    await node.settle();
    expect(await missed(node)).toHaveLength(1);
    await on("2023-12-01", { ...started("ali", "2023-05-01", { isInsured: false }), corrects: uuid("hire") });
    expect(await node.settle()).toBe(1);
    expect(await missed(node)).toEqual([]);
  });
});
