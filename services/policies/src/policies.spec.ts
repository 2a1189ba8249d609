import { LogError, linesIn } from "@karnameh/event-log/port";
import { uuid } from "@karnameh/projections/testing/ledger";
import { describe, expect, it } from "vitest";
import { deriveEvents } from "./derive-events.ts";
import { policies } from "./policies.ts";
import { definePolicy } from "./policy.ts";
import { createPolicyRunner } from "./policy-runner.ts";
import { applied, bought, decile, eligible, listed, plan } from "./testing/policy-events.ts";
import { policyStage } from "./testing/policy-stage.ts";

const stage = policyStage(policies);
const { on } = stage;

describe("every policy", () => {
  const story = async () => {
    await on("2023-03-22", plan("2023-03-21"), decile("2023-03-21", "1"));
    await on("2023-07-30", applied("2023-07-30"), eligible("2023-07-30"), listed("2023-07-30", "1402-03"));
    await on("2023-08-24", bought("1", "2023-08-24", 2_000_000));
    stage.passTo("2023-10-01");
  };
  // A licence, when its application was due, a list, a bonus, and that it was not spent.
  const ANSWERS = 5;

  it("says a thing once, though it is run twice, from another node, or after a rebuild from nothing", async () => {
    await story();
    const node = await stage.open();
    expect(await node.settle()).toBe(ANSWERS);
    const head = await stage.log.head();
    expect(await node.settle()).toBe(0);
    const rebuilt = await stage.open();
    expect(await rebuilt.settle()).toBe(0);
    stage.passTo("2023-10-02");
    expect(await rebuilt.settle()).toBe(0);
    expect(await stage.log.head()).toBe(head);
  });

  it("says a thing once where two runners look at the same facts at the same time", async () => {
    await story();
    const [one, other] = [await stage.open(), await stage.open()];
    await Promise.all([one.catchUp(), other.catchUp()]);
    const found = await Promise.all([one.runner.run(), other.runner.run()]);
    expect(found.map(({ recorded }) => recorded).sort()).toEqual([0, 3]);
    await Promise.all([one.settle(), other.settle()]);
    expect(await stage.log.head()).toBe(6n + BigInt(ANSWERS));
  });

  it("lets the first word stand where two runners differ, and then puts it right", async () => {
    await on("2023-03-22", plan("2023-03-21"), decile("2023-03-21", "1"));
    await on("2023-08-25", bought("2", "2023-08-25", 2_000_000));
    const behind = await stage.open();
    await behind.catchUp();
    // What the second runner knows and the first does not: an earlier purchase that was reported late.
    await on("2023-08-26", bought("1", "2023-08-24", 2_000_000));
    const ahead = await stage.open();
    expect(await behind.runner.run()).toEqual({ recorded: 0, known: 0 });
    expect(await ahead.settle()).toBe(1);
    await behind.settle();
    expect(await ahead.facts("bonus_granted", "effective_on")).toEqual([{ effective_on: "2023-08-24" }]);
    expect(await stage.log.head()).toBe(5n);
  });

  it("leaves what an earlier version answered as it stands", async () => {
    await story();
    const node = await stage.open();
    await node.settle();
    const changed = policies.map((policy) => ({
      ...policy,
      version: 2,
      source: policy.source.replace("v1", "v2"),
      sql: policy.sql.replaceAll("today from today", "today - 1000 from today"),
    }));
    const { events: answers } = await deriveEvents(node.ledger.connection, changed, "2023-10-01");
    expect(answers).toEqual([]);
  });

  it("marks what rests on simulated events as simulated, and names the event that brought it about", async () => {
    const cause = { ...applied("2023-07-30"), id: uuid("filed"), synthetic: true };
    await on("2023-07-30", cause, eligible("2023-07-30"));
    stage.passTo("2023-10-01");
    const node = await stage.open();
    await node.settle();
    const [text = ""] = [...(await stage.log.read(2n, 1)).texts.values()].flatMap(linesIn);
    expect(JSON.parse(text)).toMatchObject({
      synthetic: true,
      causationId: uuid("filed"),
      type: "LicenceAutoIssued",
    });
  });

  it("says in one sentence, without where it came from, that the log is away, and looks again later", async () => {
    const said: unknown[][] = [];
    const runner = createPolicyRunner({
      log: { ...stage.log, head: () => Promise.reject(new LogError("UNAVAILABLE", "It cannot be reached.")) },
      read: () => Promise.resolve(undefined),
      policies,
      clock: stage.clock,
      logger: { info: () => undefined, error: (...words) => said.push(words) },
      minDelayMs: 1,
    });
    runner.start();
    await expect.poll(() => said).toEqual([["Policies are waiting for the log. It cannot be reached."]]);
    await runner.stop();
  });

  it("cannot be defined to read its own events, or to record what the system may not record", () => {
    const words = { name: "p", version: 1, key: ["application_id"], withdrawal: "w" };
    const rule = new URL("./licence/licence-clock.sql", import.meta.url);
    expect(() =>
      definePolicy({ ...words, event: "LicenceAutoIssued", reads: ["licence_auto_issued"], rule }),
    ).toThrow("its own events");
    expect(() => definePolicy({ ...words, event: "LicenceGranted", reads: [], rule })).toThrow(
      "may not record",
    );
    expect(() => definePolicy({ ...words, event: "LicenceThought", reads: [], rule })).toThrow(
      "not an event type",
    );
  });
});
