import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyLog } from "@karnameh/event-log/copy-log";
import type { EventLog } from "@karnameh/event-log/port";
import { openSqliteLog } from "@karnameh/event-log/sqlite/log";
import { simulate } from "@karnameh/simulator/simulate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { logsOnDouble } from "./kurrent-engine.ts";

const onCluster = logsOnDouble({}, "tls=false");
const onOldCluster = logsOnDouble({ isMultiStream: false }, "tls=false");

let folder: string;
let from: EventLog;
let back: EventLog;

const events = [...simulate({ seed: 5, people: 12, years: 1, startYear: 1400 })];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "karnameh-copies-"));
  from = await openSqliteLog({ file: join(folder, "from.sqlite") });
  back = await openSqliteLog({ file: join(folder, "back.sqlite") });
});
afterAll(async () => {
  await Promise.all([from.close(), back.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const copy = (one: EventLog, other: EventLog, signal = new AbortController().signal) =>
  copyLog({ from: one, to: other, batchSize: 100, signal, onProgress: () => undefined });

it("a log whose history was imported into a cluster is copied into a file, where no time runs backwards", {
  timeout: 240_000,
}, async () => {
  const engine = await onCluster();
  const cluster = await engine.open();
  await cluster.append(events, { historical: true });
  const file = await openSqliteLog({ file: join(folder, "imported.sqlite") });
  const { copied, difference, chain } = await copy(cluster, file);
  expect([copied, difference]).toEqual([events.length, undefined]);
  expect(chain.to).toBe(chain.from);
  expect((await file.verify()).damaged).toEqual([]);
  await Promise.all([file.close(), cluster.close()]);
  await engine.dispose();
});

describe.each([
  ["takes several streams at once", true],
  ["takes one stream at a time", false],
])("a copy to a cluster that %s, and from there to a file", (_, isMultiStream) => {
  it("holds the same events in the same order, also if it was stopped in between", {
    timeout: 240_000,
  }, async () => {
    const engine = await (isMultiStream ? onCluster : onOldCluster)();
    const cluster = await engine.open();
    const half = Math.floor(events.length / 2);
    if (isMultiStream) await from.append(events.slice(0, half), { historical: true });
    const stopping = new AbortController();
    const interrupted = await copyLog({
      from,
      to: cluster,
      batchSize: 20,
      signal: stopping.signal,
      onProgress: ({ phase }) => phase === "COPYING" && stopping.abort(),
    });
    expect(interrupted).toMatchObject({ copied: 20, stopped: true, difference: undefined });
    if (isMultiStream) await from.append(events.slice(half), { historical: true });
    const there = await copy(from, cluster);
    expect(there).toMatchObject({ alreadyThere: 20, copied: events.length - 20, stopped: false });
    const again = await copy(cluster, back);
    expect(again.difference).toBeUndefined();
    expect(new Set([...Object.values(there.chain), ...Object.values(again.chain)]).size).toBe(1);
    await cluster.close();
    await engine.dispose();
  });
});
