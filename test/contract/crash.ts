import fc from "fast-check";
import { expect, it } from "vitest";
import { child } from "./child.ts";
import type { Engine } from "./engine.ts";
import { readAll } from "./events.ts";

const BATCH = 10_000;
const KILLS = 10;

type Acknowledged = { readonly from: number; readonly first: number; readonly last: number };

const acknowledgedOf = (line: string): Acknowledged => {
  const [from = 0, first = 0, last = 0] = line.split(" ").map(Number);
  return { from, first, last };
};

/** Appends in another process and kills it; the delay counts from its first acknowledgement. */
const appendAndKill = async (engine: Engine, from: number, delay: number): Promise<Acknowledged[]> => {
  const appending = child("append.child.ts", engine, from, BATCH);
  await appending.told(1);
  await new Promise((resolve) => setTimeout(resolve, delay));
  await appending.kill();
  return appending.lines.map(acknowledgedOf);
};

/** Checks what a killed writer left, and answers where the next may go on. */
const checkRemains = async (engine: Engine, before: bigint, acknowledged: readonly Acknowledged[]) => {
  const log = await engine.open();
  const numbers = new Map<number, number>();
  const found = await readAll(log, before, 2 * BATCH);
  for (const { position, data } of found) numbers.set(position, Number(data["n"]));
  for (const { from, first, last } of acknowledged) {
    for (const position of [first, last]) expect(numbers.get(position)).toBe(from + position - first);
  }
  expect(found.length % BATCH).toBe(0);
  expect(found.length / BATCH - acknowledged.length).toBeOneOf([0, 1]);
  expect(found.map(({ position }) => position)).toEqual(found.map((_, index) => Number(before) + index + 1));
  const head = await log.head();
  await log.close();
  return head;
};

/** Promises 1 and 2. */
export const crashContract = (engine: () => Engine): void => {
  it("keeps all or nothing of each append, and everything acknowledged, through kill -9", async () => {
    const delays = fc.sample(fc.integer({ min: 0, max: 250 }), { numRuns: KILLS, seed: 14000101 });
    let head = 0n;
    for (const delay of delays) {
      const acknowledged = await appendAndKill(engine(), Number(head), delay);
      head = await checkRemains(engine(), head, acknowledged);
    }
    expect(head).toBeGreaterThanOrEqual(BigInt(KILLS * BATCH));
  }, 60_000);
};
