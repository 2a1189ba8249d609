import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { NewEvent } from "@karnameh/schema/event";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openFile } from "./file.ts";
import { openSqliteLog, SqliteLog } from "./log.ts";

let folder = "";
let file = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "karnameh-queue-"));
  file = join(folder, "log.db");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const hired = (n: number, size = 10): NewEvent => ({
  id: `018f3c2a-0000-7000-8000-${String(n).padStart(12, "0")}`,
  source: "urn:karnameh:agency:tvto",
  type: "HireConfirmed",
  version: 1,
  stream: `hire-${n}`,
  effectiveOn: "2021-03-21",
  data: { text: "x".repeat(size) },
});

it("reports a full disk, records nothing of that append, and continues when there is space", async () => {
  const db = openFile(file, false);
  const log = new SqliteLog(db, { file });
  await log.append([hired(1)]);
  db.exec("pragma max_page_count = 40");
  const large = Array.from({ length: 32 }, (_, index) => hired(index + 2, 50_000));
  const rejected = log.append(large);
  await expect(rejected).rejects.toMatchObject({
    code: "DISK_FULL",
    message: `The event log ${file} could not grow because the disk is full; free some space and try again.`,
  });
  expect(await log.head()).toBe(1n);
  db.exec("pragma max_page_count = 100000");
  expect(await log.append(large)).toMatchObject({ head: 33n, recorded: 32 });
  await log.close();
});

it("waits while another process writes, without blocking the process", async () => {
  const log = await openSqliteLog({ file });
  const other = new DatabaseSync(file);
  other.exec("begin immediate");
  const appending = log.append([hired(1)]);
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(await log.head()).toBe(0n);
  other.exec("commit");
  other.close();
  expect((await appending).head).toBe(1n);
  await log.close();
});

it("reads what another connection recorded before it numbers its own", async () => {
  const [one, other] = [await openSqliteLog({ file }), await openSqliteLog({ file })];
  await one.append([hired(1)]);
  await other.append([{ ...hired(2), type: "CandidateReferred", stream: "hire-1" }]);
  const expected = new Map([["hire-1", 1n]]);
  await one.append([{ ...hired(3), type: "CandidateReferred", stream: "hire-1" }], { expected });
  expect((await one.verify()).damaged).toEqual([]);
  expect([...(await other.read(0n, 10)).texts.keys()]).toEqual(["HireConfirmed", "CandidateReferred"]);
  await one.close();
  await other.close();
});

it("finishes the appends in progress before it closes, and then rejects others", async () => {
  const log = await openSqliteLog({ file });
  const appending = log.append([hired(1)]);
  await log.close();
  expect((await appending).recorded).toBe(1);
  await expect(log.append([hired(2)])).rejects.toMatchObject({ code: "UNAVAILABLE" });
});
