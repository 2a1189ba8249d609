import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { linesIn } from "@karnameh/event-log/port";
import { openSqliteLog } from "@karnameh/event-log/sqlite/log";
import { record } from "@karnameh/projections/testing/record";
import { tehranDay } from "@karnameh/schema/calendar";
import { writeCloudEvent } from "@karnameh/schema/cloud-event";
import { afterAll, expect, it } from "vitest";
import { addressOf, type Child, startChild, untilReady } from "../serving-child.ts";

const TOKEN = "a-token-for-the-policies";
const folder = mkdtempSync(join(tmpdir(), "karnameh-policies-"));
const data = join(folder, "data");
const children: Child[] = [];

afterAll(async () => {
  for (const { process: child, exited } of children) {
    child.kill("SIGKILL");
    await exited;
  }
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a process over the log with a model folder of its own. */
const serve = async (name: string, roles: string): Promise<string> => {
  const model = join(folder, name);
  const child = startChild(["serve", "--port", "0", "--data", data, "--model", model, "--roles", roles], {
    KARNAMEH_TOKEN: TOKEN,
  });
  children.push(child);
  const url = await addressOf(model, child);
  await untilReady(url);
  return url;
};

const today = tehranDay(Date.now());
const household = { householdId: "h" };
const events = [
  record("PlanParametersSet", today, {
    planVersion: "p1",
    deciles: ["1"],
    threshold: 2_000_000,
    bonus: 1_200_000,
    basis: "HOUSEHOLD",
    cycle: "MONTH",
    basket: ["RICE"],
    basePeriod: "1401",
  }),
  record("DecileAssigned", today, { ...household, decile: "1", methodVersion: "m1" }),
  record("CouponPurchaseMade", today, {
    ...household,
    purchaseId: "p",
    storeId: "s",
    lines: [
      {
        item: "RICE",
        quantity: 1,
        unit: "KGM",
        amount: 2_000_000,
        fromCoupon: 2_000_000,
        fromBonus: 0,
        stateCompensation: 0,
      },
    ],
  }),
].map(({ recordedAt: _, ...event }) => event);

const bonuses = async (): Promise<number> => {
  const log = await openSqliteLog({ file: join(data, "log.sqlite"), readOnly: true });
  const { texts } = await log.read(0n, 100);
  await log.close();
  const bonuses = texts.get("BonusGranted");
  return bonuses ? linesIn(bonuses).length : 0;
};

it("what comes in over HTTP is answered, and once, though two processes have the role and are started again", async () => {
  const url = await serve("one", "ingest,reader,policies");
  await serve("other", "reader,policies");
  const response = await fetch(new URL("v1/events", url), {
    method: "POST",
    headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/cloudevents-batch+json" },
    body: JSON.stringify(events.map(writeCloudEvent)),
  });
  expect(response.status).toBe(200);
  while ((await bonuses()) === 0) await sleep(100);
  for (const child of children) {
    child.process.kill("SIGTERM");
    expect(await child.exited).toBe(0);
  }
  await Promise.all([serve("one", "ingest,reader,policies"), serve("new", "reader,policies")]);
  await sleep(2_500);
  expect(await bonuses()).toBe(1);
}, 240_000);
