import { copyFile, mkdtemp, open, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { MAX_BATCH_EVENTS, MAX_EVENT_BYTES } from "@karnameh/event-log/limits";
import { openSqliteLog, type SqliteLog } from "@karnameh/event-log/sqlite/log";
import { killsOf } from "@karnameh/schema/testing/effort";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine, Promises } from "./engine.ts";
import { eventLogContract } from "./event-log.ts";
import { codeOf, event, events, readAll } from "./events.ts";

let folder = "";
let files = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "karnameh-log-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const newFile = (): string => {
  files += 1;
  return join(folder, `log-${files}.db`);
};

const newEngine = (): Promise<Engine> => {
  const file = newFile();
  return Promise.resolve({
    open: (options = {}) => openSqliteLog({ file, ...options }),
    opener: new URL("sqlite.ts", import.meta.url).href,
    target: file,
    dispose: async () => {
      for (const suffix of ["", "-wal", "-shm"]) await rm(`${file}${suffix}`, { force: true });
    },
  });
};

const promises: Promises = {
  recordsOnce: true,
  countsPositions: true,
  takesClock: true,
  keepsOrder: true,
  atomicEvents: MAX_BATCH_EVENTS,
  kills: killsOf(3),
  raced: 150,
  flooded: true,
  largestEvent: MAX_EVENT_BYTES,
};

eventLogContract("SQLite", promises, newEngine);

const flipByteAfter = async (file: string, text: string): Promise<void> => {
  const at = (await readFile(file)).indexOf(text) + text.length;
  const handle = await open(file, "r+");
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, at);
  await handle.write(Buffer.from([buffer.readUInt8(0) ^ 1]), 0, 1, at);
  await handle.close();
};

const logOf = async (count: number): Promise<string> => {
  const file = newFile();
  const log = await openSqliteLog({ file });
  for (let from = 0; from < count; from += 100) await log.append(events(from, Math.min(100, count - from)));
  await log.close();
  return file;
};

const whileOpen = async <T>(file: string, use: (log: SqliteLog) => Promise<T>): Promise<T> => {
  const log = await openSqliteLog({ file });
  const result = await use(log);
  await log.close();
  return result;
};

describe("6: the log reopens after a torn tail, and damage is reported", () => {
  it("keeps complete appends only, wherever the tail of the write-ahead file was torn off", async () => {
    const file = newFile();
    const log = await openSqliteLog({ file });
    for (let from = 0; from < 500; from += 50) await log.append(events(from, 50));
    const { size } = await stat(`${file}-wal`);
    const cuts = fc.sample(fc.integer({ min: 0, max: size }), { numRuns: 12, seed: 14000631 });
    for (const cut of [...cuts, size - 1, size]) {
      const torn = newFile();
      await copyFile(file, torn);
      await copyFile(`${file}-wal`, `${torn}-wal`);
      await truncate(`${torn}-wal`, cut);
      // A file without even its tables is created again; any other has the appends up to the tear.
      const kept = await whileOpen(torn, async (reopened) => {
        const { damaged } = await reopened.verify();
        expect(damaged).toEqual([]);
        await reopened.append([event(10_000)]);
        return (await readAll(reopened)).length - 1;
      });
      expect(kept % 50).toBe(0);
      if (cut === size) expect(kept).toBe(500);
    }
    await log.close();
  });

  it("reports the event of which a byte was changed", async () => {
    const file = await logOf(1_000);
    expect(await whileOpen(file, (log) => log.verify())).toEqual({ checked: 1_000, damaged: [] });
    await flipByteAfter(file, '"data":{"n":617');
    const { damaged } = await whileOpen(file, (log) => log.verify());
    expect(damaged).toEqual([{ position: 618n, reason: "its bytes do not match its checksum" }]);
  });

  it("finds an event that was removed, a stream that was cut and a page that was overwritten", async () => {
    const file = await logOf(2_000);
    const db = new DatabaseSync(file);
    db.exec("delete from event where position = 7; pragma wal_checkpoint(truncate)");
    db.close();
    const missing = await whileOpen(file, (log) => log.verify());
    expect(missing.damaged[0]).toEqual({ position: 7n, reason: "it is missing" });
    expect(await codeOf(whileOpen(file, (log) => log.read(0n, 10)))).toBe("DAMAGED");
    const handle = await open(file, "r+");
    await handle.write(Buffer.alloc(8_192, 0x5a), 0, 8_192, 8_192 * 20);
    await handle.close();
    const { damaged } = await whileOpen(file, (log) => log.verify());
    expect(damaged.length).toBeGreaterThan(1);
  });

  it("reports its progress", async () => {
    const file = await logOf(300);
    const reported: number[][] = [];
    await whileOpen(file, (log) => log.verify((checked, head) => reported.push([checked, head])));
    expect(reported.at(-1)).toEqual([300, 300]);
  });
});

describe("a file that is not a log, or not writable", () => {
  it("rejects another program's file and leaves it unchanged", async () => {
    const text = newFile();
    await writeFile(text, "a letter, not a log\n".repeat(100));
    const database = newFile();
    const db = new DatabaseSync(database);
    db.exec("create table letters(text)");
    db.close();
    for (const file of [text, database]) {
      const before = await readFile(file);
      await expect(openSqliteLog({ file })).rejects.toThrow(`${file} is not a Karnameh log`);
      expect(await readFile(file)).toEqual(before);
    }
  });

  it("reports a missing folder, and a missing log that is only read", async () => {
    expect(await codeOf(openSqliteLog({ file: join(folder, "nowhere", "log.db") }))).toBe("NOT_WRITABLE");
    expect(await codeOf(openSqliteLog({ file: newFile(), readOnly: true }))).toBe("UNAVAILABLE");
  });

  it("reads and follows a log opened for reading, and rejects an append to it", async () => {
    const file = await logOf(10);
    const reading = await openSqliteLog({ file, readOnly: true });
    expect(await readAll(reading)).toHaveLength(10);
    expect(await codeOf(reading.append([event(11)]))).toBe("NOT_WRITABLE");
    const next = reading.follow(10n, new AbortController().signal)[Symbol.asyncIterator]().next();
    await whileOpen(file, (log) => log.append([event(11)]));
    expect((await next).value.last).toBe(11n);
    await reading.close();
  });
});
