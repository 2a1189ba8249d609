import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EventLog, linesIn } from "@karnameh/event-log/port";
import { openSqliteLog } from "@karnameh/event-log/sqlite/log";
import { uuid } from "@karnameh/projections/testing/ledger";
import { record } from "@karnameh/projections/testing/record";
import type { NewEvent } from "@karnameh/schema/event";
import { afterEach, beforeEach, expect, it } from "vitest";
import { recordEvents } from "./record-events.ts";

let home: string;
let log: EventLog;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "events-"));
  log = await openSqliteLog({ file: join(home, "log.sqlite"), groupCommitMs: 0 });
});
afterEach(async () => {
  await log.close();
  rmSync(home, { recursive: true, force: true });
});

const expired = (month: string, amount: number): NewEvent => {
  const { recordedAt: _, ...event } = record("BonusExpired", "2023-09-22", {
    householdId: "h",
    month,
    amount,
  });
  return { ...event, id: uuid(month) };
};

it("an event whose id the log has counts as known, equal or not; the others are recorded", async () => {
  expect(await recordEvents(log, [expired("1402-05", 1), expired("1402-06", 1)])).toEqual({
    recorded: 2,
    known: 0,
  });
  const again = [expired("1402-04", 1), expired("1402-05", 2), expired("1402-06", 1), expired("1402-07", 1)];
  expect(await recordEvents(log, again)).toEqual({ recorded: 2, known: 2 });
  const lines = [...(await log.read(0n, 100)).texts.values()].flatMap(linesIn);
  const data = lines.map((line) => JSON.parse(line).data);
  expect(data.map(({ month, amount }) => [month, amount])).toEqual([
    ["1402-05", 1],
    ["1402-06", 1],
    ["1402-04", 1],
    ["1402-07", 1],
  ]);
});

it("any other error of the log is thrown", async () => {
  const broken = { ...expired("1402-05", 1), id: "no uuid" };
  await expect(recordEvents(log, [broken])).rejects.toMatchObject({ code: "INVALID_EVENT" });
});
