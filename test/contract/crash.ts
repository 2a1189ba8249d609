import fc from "fast-check";
import { expect, it } from "vitest";
import { child } from "./child.ts";
import type { Engine, Promises } from "./engine.ts";
import { readAll } from "./events.ts";

const BATCH = 10_000;

/** Appends in another process and kills it; the delay counts from its first acknowledgement. */
const appendAndKill = async (
  engine: Engine,
  from: number,
  size: number,
  delay: number,
): Promise<number[]> => {
  const appending = child("append.child.ts", engine, from, size);
  await appending.printed(1);
  await new Promise((resolve) => setTimeout(resolve, delay));
  await appending.kill();
  return appending.lines.map(Number);
};

/** Checks what a killed writer left; resolves to how many events there are now. */
const checkRemains = async (
  engine: Engine,
  before: number,
  size: number,
  acknowledged: readonly number[],
): Promise<number> => {
  const log = await engine.open();
  const all = await readAll(log, 0n, 2 * BATCH);
  const found = all.slice(before).map(({ data }) => Number(data["n"]));
  const numbers = new Set(found);
  for (const from of acknowledged) for (const n of [from, from + size - 1]) expect(numbers.has(n)).toBe(true);
  expect(found.length % size).toBe(0);
  expect(found.length / size - acknowledged.length).toBeOneOf([0, 1]);
  expect(found).toEqual(found.map((_, index) => before + index));
  await log.close();
  return all.length;
};

/** Promises 1 and 2. */
export const crashContract = (
  engine: () => Engine,
  { atomicEvents, countsPositions, kills }: Promises,
): void => {
  it("keeps all or nothing of each append, and everything acknowledged, through kill -9", async () => {
    const size = Math.min(BATCH, atomicEvents);
    const delays = fc.sample(fc.integer({ min: 0, max: 250 }), { numRuns: kills, seed: 14000101 });
    let count = 0;
    for (const delay of delays) {
      const acknowledged = await appendAndKill(engine(), count, size, delay);
      count = await checkRemains(engine(), count, size, acknowledged);
    }
    expect(count).toBeGreaterThanOrEqual(kills * size);
    const log = await engine().open();
    if (countsPositions) expect(await log.head()).toBe(BigInt(count));
    await log.close();
  }, 240_000);
};
