import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NewEvent } from "@karnameh/schema/event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { chained, NO_EVENTS } from "./chain.ts";
import { type CopyProgress, compareOnly, copyLog } from "./copy-log.ts";
import { EventReader } from "./event-reader.ts";
import type { EventLog } from "./port.ts";
import { openSqliteLog } from "./sqlite/log.ts";

const TYPES = ["TraineeEnrolled", "AttendanceRecorded", "TrainingCompleted"];

/** Events of three types in turn, an hour between two recordings. */
const event = (n: number, over: Partial<NewEvent> = {}): NewEvent => ({
  id: `018f3c2a-0000-7000-8000-${n.toString(16).padStart(12, "0")}`,
  source: "urn:karnameh:agency:tvto",
  type: TYPES[n % 3] ?? "",
  version: 1,
  stream: `enrolment-${n % 7}`,
  effectiveOn: "2021-03-21",
  recordedAt: new Date(Date.UTC(2021, 2, 21) + n * 3_600_000).toISOString(),
  data: { n, note: "دوره\nآموزشی", hours: 0.25 },
  ...over,
});
const events = (from: number, until: number): NewEvent[] =>
  Array.from({ length: until - from }, (_, index) => event(from + index));

let folder: string;
let from: EventLog;
let to: EventLog;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "karnameh-copy-"));
  from = await openSqliteLog({ file: join(folder, "from.sqlite"), groupCommitMs: 0 });
  to = await openSqliteLog({ file: join(folder, "to.sqlite"), groupCommitMs: 0 });
});
afterEach(async () => {
  await Promise.all([from.close(), to.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const record = (log: EventLog, more: readonly NewEvent[]) => log.append(more, { historical: true });
const all = { batchSize: 10, signal: new AbortController().signal, onProgress: () => undefined };
const copy = (over: object = {}) => copyLog({ from, to, ...all, ...over });

/** Every event of a log with all that the log says of it, in order. */
const contents = async (log: EventLog) => {
  const reader = new EventReader(log, 0n, await log.head(), 1_000);
  await reader.hasNext();
  return reader.take(1_000);
};

describe("a copy of a log", () => {
  it("holds the same events in the same order, each with the instant of its first recording", async () => {
    await record(from, [...events(0, 40), event(40, { corrects: event(3).id, synthetic: true })]);
    const result = await copy();
    const recorded = await contents(from);
    expect(recorded.map(({ event: { data } }) => data["n"])).toEqual(events(0, 41).map((_, n) => n));
    expect(await contents(to)).toEqual(recorded);
    const chain = recorded.reduce((before, { canonical }) => chained(before, canonical), NO_EVENTS);
    expect(result).toEqual({
      alreadyThere: 0,
      copied: 41,
      chain: { from: chain, to: chain },
      difference: undefined,
      stopped: false,
    });
  });

  it("of an empty log is empty", async () => {
    const none = { from: NO_EVENTS, to: NO_EVENTS };
    expect(await copy()).toMatchObject({ copied: 0, alreadyThere: 0, chain: none, difference: undefined });
  });

  it("continues where the last one ended, with the same chain as one that was made at once", async () => {
    await record(from, events(0, 25));
    await copy({ batchSize: 7 });
    await record(from, events(25, 60));
    const later = await copy({ batchSize: 4 });
    expect(later).toMatchObject({ alreadyThere: 25, copied: 35, difference: undefined });
    expect(await compareOnly({ from, to, ...all, batchSize: 1_000 })).toEqual({
      ...later,
      alreadyThere: 60,
      copied: 0,
    });
  });

  it("that was stopped is continued", async () => {
    await record(from, events(0, 60));
    const stop = new AbortController();
    const onProgress = ({ phase, done }: CopyProgress): void => {
      if (phase === "COPYING" && done >= 20) stop.abort();
    };
    expect(await copy({ signal: stop.signal, onProgress })).toMatchObject({ copied: 20, stopped: true });
    expect(await copy()).toMatchObject({ alreadyThere: 20, copied: 40, difference: undefined });
  });

  it("ends at the head that the source had when it began, and the next one copies later events", async () => {
    await record(from, events(0, 30));
    const onProgress = ({ phase, done }: CopyProgress): unknown =>
      phase === "COPYING" && done === 10 ? record(from, events(30, 35)) : undefined;
    expect(await copy({ onProgress })).toMatchObject({ copied: 30, difference: undefined });
    expect(await copy()).toMatchObject({ alreadyThere: 30, copied: 5, difference: undefined });
    expect(await contents(to)).toEqual(await contents(from));
  });

  it("is rejected, and nothing written, if the target begins with other events", async () => {
    await record(from, events(0, 30));
    await record(to, [...events(0, 12), event(12, { data: { n: 99 } }), ...events(13, 15)]);
    const standing = { position: 13n, id: event(12).id, type: event(12).type };
    expect(await copy()).toMatchObject({
      alreadyThere: 12,
      copied: 0,
      difference: { number: 13, one: standing, other: standing },
    });
    expect(await to.head()).toBe(15n);
  });

  it("is rejected if the target holds the same event, recorded at another time", async () => {
    await record(from, events(0, 5));
    await to.append([event(0, { recordedAt: "2021-03-21T00:00:00.001Z" })], { historical: true });
    expect(await copy()).toMatchObject({ copied: 0, difference: { number: 1 } });
  });

  it("is rejected if the target holds more than the source", async () => {
    await record(from, events(0, 10));
    await record(to, events(0, 11));
    expect(await copy()).toMatchObject({ copied: 0, difference: { number: 11, one: undefined } });
  });

  it("fails if another program records the same events meanwhile", async () => {
    await record(from, events(0, 30));
    const onProgress = ({ phase, done }: CopyProgress): unknown =>
      phase === "COPYING" && done === 10 ? record(to, events(10, 12)) : undefined;
    await expect(copy({ onProgress })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("reports a difference if another program wrote between", async () => {
    await record(from, events(0, 30));
    const onProgress = ({ phase, done }: CopyProgress): unknown =>
      phase === "COPYING" && done === 20
        ? to.append([event(900, { recordedAt: event(19).recordedAt ?? "" })], { historical: true })
        : undefined;
    const { chain, difference } = await copy({ onProgress });
    expect(difference).toMatchObject({ number: 21, one: { id: event(20).id }, other: { id: event(900).id } });
    expect(chain.from).not.toBe(chain.to);
  });
});

describe("a comparison", () => {
  it("reports a target with fewer events as a difference, and writes nothing", async () => {
    await record(from, events(0, 30));
    await record(to, events(0, 20));
    expect(await compareOnly({ from, to, ...all })).toMatchObject({
      alreadyThere: 20,
      copied: 0,
      difference: { number: 21, one: { position: 21n }, other: undefined },
    });
    expect(await to.head()).toBe(20n);
  });
});
