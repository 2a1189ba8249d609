import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { openSqliteLog } from "@karnameh/event-log/sqlite/log";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type EventsImport, importEvents } from "./import-events.ts";
import { type RecordingLog, recordingLog } from "./recording-log.ts";
import { eventLine, idOf } from "./sample-events.ts";

let folder: string;
let log: RecordingLog;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "karnameh-import-"));
  log = recordingLog();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (name: string) => join(folder, name);
const source = (...lines: readonly string[]): string => {
  writeFileSync(path("events.ndjson"), `${lines.join("\n")}\n`);
  return path("events.ndjson");
};
const run = (from: string | Readable, more: Partial<EventsImport> = {}) =>
  importEvents({ source: from, log, refusalsFile: path("refusals.ndjson"), ...more });
const refusals = () =>
  readFileSync(path("refusals.ndjson"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const lines = (count: number) => Array.from({ length: count }, (_, n) => eventLine(n + 1));
const ids = () => log.events.map(({ id }) => id);

describe("importEvents", { timeout: 240_000 }, () => {
  it("records every line in the order of the file, in batches", async () => {
    const result = await run(source(...lines(7)), { batchSize: 3 });
    expect(result).toEqual({
      lines: 7,
      recorded: 7,
      duplicates: 0,
      refused: 0,
      resumedAfter: 0,
      stopped: false,
      lastPosition: 7n,
    });
    expect(ids()).toEqual([1, 2, 3, 4, 5, 6, 7].map(idOf));
    expect(log.appends).toEqual([3, 3, 1]);
  });

  it("leaves no refusals file where nothing was refused, not even an old one", async () => {
    writeFileSync(path("refusals.ndjson"), "of another day\n");
    await run(source(...lines(1)));
    expect(existsSync(path("refusals.ndjson"))).toBe(false);
  });

  it("refuses bad lines by number and path, and records the others", async () => {
    const result = await run(
      source(eventLine(1), "{oops", "", eventLine(2, { totalHours: "many" }), "[]", eventLine(3)),
    );
    expect(result).toMatchObject({
      lines: 6,
      recorded: 2,
      refused: 3,
      refusalsFile: path("refusals.ndjson"),
    });
    expect(refusals().map(({ line, code, path: at }) => [line, code, at])).toEqual([
      [2, "NOT_JSON", ""],
      [4, "INVALID_FIELD", "data.totalHours"],
      [5, "NOT_A_CLOUD_EVENT", ""],
    ]);
  });

  it("refuses lines of which one value or a digit would be lost", async () => {
    const twice = eventLine(1).replace('"totalHours":', '"totalHours":1,"totalHours":');
    const long = eventLine(2).replace(/"totalHours":[\d.]+/, '"totalHours":40.000000000000000001');
    await run(source(twice, long, eventLine(3)));
    expect(refusals().map(({ line, code }) => [line, code])).toEqual([
      [1, "DUPLICATE_KEY"],
      [2, "NUMBER_TOO_LONG"],
    ]);
    expect(ids()).toEqual([idOf(3)]);
  });

  it("never writes what a refused line held", async () => {
    const code = "0499370899";
    await run(
      source(
        `{"nationalCode": ${code}`,
        eventLine(1, { personRef: code }),
        eventLine(2, { [code]: 1 }),
        eventLine(3, { totalHours: code }),
        `{"specversion":"1.0","${code}":1}`,
        eventLine(4).replace(idOf(4), code),
        eventLine(5).replace("TrainingCompleted", code),
      ),
    );
    expect(refusals()).toHaveLength(7);
    expect(readFileSync(path("refusals.ndjson"), "utf8")).not.toContain(code);
  });

  it("counts events that are in the log already as duplicates", async () => {
    const file = source(...lines(5));
    await run(file);
    expect(await run(file)).toMatchObject({ lines: 5, recorded: 0, duplicates: 5, refused: 0 });
  });

  it("puts an event aside that conflicts, and keeps its neighbours and their order", async () => {
    await run(source(eventLine(3), eventLine(5)));
    const changed = (n: number) => eventLine(n, { totalHours: 41 });
    const result = await run(source(eventLine(1), eventLine(2), changed(3), eventLine(4), changed(5)));
    expect(result).toMatchObject({ recorded: 3, duplicates: 0, refused: 2 });
    expect(refusals().map(({ line, code }) => [line, code])).toEqual([
      [3, "CONFLICT"],
      [5, "CONFLICT"],
    ]);
    expect(ids()).toEqual([3, 5, 1, 2, 4].map(idOf));
  });

  it("takes what is good out of a batch that is mostly refused, in the order of the file", async () => {
    const odd = Array.from({ length: 20 }, (_, n) => n * 2 + 1);
    await run(source(...odd.map((n) => eventLine(n))));
    const mixed = Array.from({ length: 40 }, (_, n) => eventLine(n, { totalHours: 41 }));
    expect(await run(source(...mixed))).toMatchObject({ recorded: 20, refused: 20 });
    expect(ids().slice(20)).toEqual(odd.map((n) => idOf(n - 1)));
    expect(refusals().map(({ line }) => line)).toEqual(odd.map((n) => n + 1));
  });

  it("refuses history that runs backwards, and takes what stands around it", async () => {
    const sqlite = await openSqliteLog({ file: path("log.db") });
    const known = (n: number, day: string) =>
      eventLine(n).replace('"data"', `"recordedtime":"2023-08-${day}T09:30:00.000Z","data"`);
    const file = source(known(1, "04"), known(2, "03"), known(3, "05"));
    expect(await run(file, { log: sqlite, historical: true })).toMatchObject({ recorded: 2, refused: 1 });
    expect(refusals()).toMatchObject([{ line: 2, code: "TIME_RUNS_BACKWARDS" }]);
    expect(await run(file, { log: sqlite })).toMatchObject({ recorded: 0, refused: 3 });
    await sqlite.close();
  });

  it("refuses one event that is too large for the log", async () => {
    log = recordingLog(420);
    const large = eventLine(2).replace(":tvto", `:${"t".repeat(64)}`);
    expect(await run(source(eventLine(1), large, eventLine(3)))).toMatchObject({ recorded: 2, refused: 1 });
    expect(refusals()).toMatchObject([{ line: 2, code: "TOO_LARGE" }]);
  });

  it("reads a stream, a byte order mark, CRLF, and a last line without an end", async () => {
    const text = `\ufeff${eventLine(1)}\r\n\r\n${eventLine(2)}`;
    const pieces = Array.from({ length: Math.ceil(text.length / 10) }, (_, at) =>
      text.slice(at * 10, at * 10 + 10),
    );
    expect(await run(Readable.from(pieces))).toMatchObject({ lines: 3, recorded: 2, refused: 0 });
  });

  it("refuses the one line that is not UTF-8", async () => {
    const bad = Buffer.concat([
      Buffer.from(`${eventLine(1)}\n`),
      Buffer.from([0xff]),
      Buffer.from(`\n${eventLine(2)}\n`),
    ]);
    writeFileSync(path("bad.ndjson"), bad);
    expect(await run(path("bad.ndjson"))).toMatchObject({ recorded: 2, refused: 1 });
    expect(refusals()).toMatchObject([{ line: 2, code: "NOT_UTF8" }]);
  });

  it("stops between two batches when asked to, and goes on where it stopped", async () => {
    const file = source(...lines(9));
    const stop = new AbortController();
    const first = await run(file, { batchSize: 4, signal: stop.signal, onProgress: () => stop.abort() });
    expect(first).toMatchObject({ lines: 4, recorded: 4, stopped: true });
    expect(await run(file)).toMatchObject({ lines: 9, recorded: 5, duplicates: 4, stopped: false });
  });

  it("stops a stream that has gone quiet, and records no part of a line", async () => {
    const stop = new AbortController();
    const quiet = new Readable({ read: () => undefined });
    quiet.push(`${eventLine(1)}\n${eventLine(2).slice(0, 40)}`);
    setTimeout(() => stop.abort(), 50);
    expect(await run(quiet, { signal: stop.signal })).toMatchObject({
      recorded: 0,
      refused: 0,
      stopped: true,
    });
  });

  it("passes over what an interrupted run brought in, keeps its refusals, and forgets that at the end", async () => {
    const wide = (n: number) => eventLine(n) + " ".repeat(900_000);
    const file = source("oops", ...Array.from({ length: 9 }, (_, n) => wide(n + 1)), "oops");
    const [stop, checkpointDir] = [new AbortController(), path("state")];
    const onProgress = ({ bytes }: { bytes: number }) => (bytes > 0 ? stop.abort() : undefined);
    const first = await run(file, { checkpointDir, signal: stop.signal, onProgress });
    expect(first).toMatchObject({ stopped: true, refused: 1 });
    const second = await run(file, { checkpointDir });
    expect(second).toMatchObject({
      resumedAfter: first.lines,
      lines: 11 - first.lines,
      duplicates: 0,
      stopped: false,
    });
    expect(refusals().map(({ line }) => line)).toEqual([1, 11]);
    expect(readdirSync(checkpointDir)).toEqual([]);
    expect(log.events).toHaveLength(9);
  });

  it.each([
    ["FILE_NOT_FOUND", () => path("nowhere"), {}],
    ["FILE_NOT_READABLE", () => folder, {}],
    ["OPTION_INVALID", () => source(eventLine(1)), { batchSize: 0 }],
    ["REFUSALS_NOT_WRITABLE", () => source("oops"), { refusalsFile: "/dev/null/refusals" }],
  ])("fails with %s in plain words", async (code, from, more) => {
    await expect(run(from(), more)).rejects.toMatchObject({ name: "IngestError", code });
  });

  it("does not overwrite the file that it reads", async () => {
    const file = source(eventLine(1));
    await expect(run(file, { refusalsFile: file })).rejects.toMatchObject({ code: "OPTION_INVALID" });
    expect(existsSync(file)).toBe(true);
  });
});
