import { createHash } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { EventBatch, EventLog } from "@karnameh/event-log/port";
import fc from "fast-check";
import { expect, it } from "vitest";
import { child } from "./child.ts";
import type { Engine, NewEngine, Promises } from "./engine.ts";
import { event, events, eventsOf, readAll } from "./events.ts";

/** The position of the n-th event of the log; 0 is before the first, and one beyond the last is beyond the head. */
const placesOf =
  (all: readonly { readonly position: number }[]) =>
  (n: number): bigint =>
    n > all.length
      ? BigInt(all.at(-1)?.position ?? 0) + 1_000n * BigInt(n)
      : BigInt(all[n - 1]?.position ?? 0);

/** Promise 5, across processes. */
export const orderContract = (engine: () => Engine, { raced: count }: Promises): void => {
  it("shows a reader in another process one order without a gap, while two processes write", async () => {
    const log = await engine().open();
    const reader = child("follow.child.ts", engine(), 2 * count + 3_000);
    await reader.printed(1);
    const writers = [0, 1].map((writer) => child("race.child.ts", engine(), writer * count, count));
    await Promise.all(writers.map((writer) => writer.printed(1)));
    const sizes = fc.sample(fc.integer({ min: 1, max: 100 }), { numRuns: 400, seed: 14010701 });
    for (let [n, round] = [0, 0]; n < 3_000; round += 1) {
      const size = Math.min(sizes[round % sizes.length] ?? 1, 3_000 - n);
      await log.append(events(1_000 + n, size));
      n += size;
    }
    await Promise.all([...writers, reader].map((process) => process.ended()));
    const digest = createHash("sha256");
    for (const { id } of await readAll(log)) digest.update(id);
    expect(reader.lines).toEqual(["following", digest.digest("hex")]);
    await log.close();
  });
};

/** Promise 5, within a process. */
export const readContract = (newEngine: NewEngine): void => {
  it("reads ahead the same events as it reads, up to the requested position and no further", async () => {
    const engineOfAll = await newEngine();
    const log = await engineOfAll.open();
    await log.append(events(0, 100));
    const all = await readAll(log, 0n, 1_000);
    const at = placesOf(all);
    for (const [after, until, limit] of [
      [0, 100, 7],
      [13, 60, 1_000],
      [40, 41, 1],
      [50, 50, 5],
      [90, 200, 6],
    ] as const) {
      const found = [];
      for await (const batch of log.readRange(at(after), at(until), limit)) {
        expect(batch.count).toBeLessThanOrEqual(limit);
        found.push(...eventsOf(batch));
      }
      expect(found).toEqual(all.slice(after, until));
    }
    for await (const batch of log.readRange(0n, at(100), 10)) {
      expect(batch.last).toBe(at(10));
      break;
    }
    await log.close();
    await engineOfAll.dispose();
  });

  it("gives the same events in the same order for any limit and from any position", async () => {
    const engineOfAll = await newEngine();
    const log = await engineOfAll.open();
    await log.append(events(0, 300));
    const all = await readAll(log, 0n, 1_000);
    const at = placesOf(all);
    const slices = fc.tuple(fc.integer({ min: 0, max: 310 }), fc.integer({ min: 1, max: 400 }));
    await fc.assert(
      fc.asyncProperty(slices, async ([after, limit]) => {
        const batch = await log.read(at(after), limit);
        const slice = all.slice(after, after + limit);
        expect(eventsOf(batch)).toEqual(slice);
        expect(batch.count).toBe(slice.length);
        expect(batch.last).toBe(at(slice.length === 0 ? after : after + slice.length));
      }),
      { numRuns: 50, seed: 14010702 },
    );
    await log.close();
    await engineOfAll.dispose();
  });
};

/** Promise 7, of which the projector makes its refusal. */
export const identityContract = (engine: () => Engine, newEngine: NewEngine): void => {
  it("keeps its identity and head when reopened, and shares its identity with no other log", async () => {
    const log = await engine().open();
    const identity = await log.identity();
    const { head } = await log.append(events(0, 3));
    await log.close();
    const again = await engine().open();
    expect([await again.identity(), await again.head()]).toEqual([identity, head]);
    expect(await again.read(head + 7n, 10)).toEqual({ last: head + 7n, count: 0, texts: new Map() });
    await again.close();
    const other = await newEngine();
    const otherLog = await other.open();
    expect(await otherLog.identity()).not.toBe(identity);
    await otherLog.close();
    await other.dispose();
  });
};

/** The least of some looks: what buffers held is given back only some time after they were collected. */
const memoryInUse = async (): Promise<number> => {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < 5; look++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const { heapUsed, external } = process.memoryUsage();
    least = Math.min(least, heapUsed + external);
  }
  return least;
};

const ended = async (following: AsyncIterable<EventBatch>): Promise<string> => {
  for await (const batch of following) throw new Error(`${batch.count} events came after the end`);
  return "ended";
};

const firstOf = async (log: EventLog): Promise<bigint> => (await log.read(0n, 1)).last;

/** Promise 8. */
export const followContract = (engine: () => Engine, { flooded }: Promises): void => {
  it("loses and repeats nothing between catching up and following, wherever it begins", async () => {
    const log = await engine().open();
    await log.append(events(0, 500));
    const at = placesOf(await readAll(log));
    const starts = fc.sample(fc.integer({ min: 0, max: 500 }), { numRuns: 8, seed: 14010703 });
    const followers = starts.map(async (start, index) => {
      const seen: number[] = [];
      for await (const batch of log.follow(at(start), new AbortController().signal, 7 + 40 * index)) {
        for (const { position } of eventsOf(batch)) seen.push(position);
        if (seen.length >= 900 - start) break;
      }
      return seen;
    });
    for (let n = 500; n < 900; n += 25) await log.append(events(n, 25));
    const all = (await readAll(log)).map(({ position }) => position);
    for (const [index, seen] of (await Promise.all(followers)).entries())
      expect(seen).toEqual(all.slice(starts[index] ?? 0));
    await log.close();
  });

  it.runIf(flooded)(
    "holds one batch, not the log, while its consumer is stuck",
    { timeout: 240_000 },
    async () => {
      const log = await engine().open();
      const stopping = new AbortController();
      const text = "x".repeat(10_000);
      const batchOf = (from: number) => events(from, 500).map((one) => ({ ...one, data: { text } }));
      await log.append([event(0)]);
      const following = log.follow(0n, stopping.signal, 100)[Symbol.asyncIterator]();
      expect((await following.next()).value.count).toBe(1);
      await log.append(batchOf(1));
      const before = await memoryInUse();
      for (let from = 501; from < 11_500; from += 500) await log.append(batchOf(from));
      expect((await memoryInUse()) - before).toBeLessThan(48_000_000);
      const wanted = await log.read(await firstOf(log), 100);
      expect((await following.next()).value).toMatchObject({ last: wanted.last, count: 100 });
      stopping.abort();
      expect((await following.next()).done).toBe(true);
      await log.close();
    },
  );

  it("is notified at once of an append of its own process, and ends on abort", async () => {
    const log = await engine().open();
    const stopping = new AbortController();
    const following = log.follow(0n, stopping.signal)[Symbol.asyncIterator]();
    const next = following.next();
    await log.append([event(1)]);
    const { last } = (await next).value;
    expect(last).toBe(await log.head());
    const rest = ended(log.follow(last, stopping.signal));
    stopping.abort();
    expect(await rest).toBe("ended");
    await log.close();
  });
};

/** Promise 8, where the log is reached by a connection. */
export const reconnectContract = (engine: () => Engine): void => {
  it("continues after its connection was lost, and loses and repeats nothing", async () => {
    const log = await engine().open();
    await log.append(events(0, 40));
    const seen: number[] = [];
    for await (const batch of log.follow(0n, new AbortController().signal, 7)) {
      for (const { position } of eventsOf(batch)) seen.push(position);
      if (seen.length >= 60) break;
      await engine().disconnect?.();
      if (seen.length === 40) await log.append(events(40, 20));
    }
    expect(seen).toEqual((await readAll(log)).map(({ position }) => position));
    expect(seen).toHaveLength(60);
    await log.close();
  });
};
