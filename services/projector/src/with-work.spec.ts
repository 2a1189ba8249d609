import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { withWork } from "./with-work.ts";

async function* slowly(count: number) {
  for (let item = 1; item <= count; item++) {
    await sleep(30);
    yield item;
  }
}

it("works while the next item is not there, until there is nothing to do", async () => {
  const steps: string[] = [];
  let left = 2;
  const work = (isWaiting: boolean) => {
    steps.push(isWaiting ? "waiting" : "work");
    return Promise.resolve(left-- > 0);
  };
  for await (const item of withWork(slowly(2), work)) steps.push(String(item));
  expect(steps).toEqual(["work", "work", "work", "1", "work", "2", "waiting"]);
});

it("works once before an item that waits already, and reports that", async () => {
  const steps: string[] = [];
  async function* atOnce() {
    yield* [1, 2];
  }
  const work = (isWaiting: boolean) => {
    steps.push(isWaiting ? "waiting" : "work");
    return Promise.resolve(true);
  };
  for await (const item of withWork(atOnce(), work)) steps.push(String(item));
  expect(steps).toEqual(["waiting", "1", "waiting", "2", "waiting"]);
});

it("passes on a failure of the work at once, though the next item never comes", async () => {
  async function* resting() {
    yield 1;
    await new Promise(() => undefined);
  }
  let turn = 0;
  const failing = () => (++turn === 2 ? Promise.reject(new RangeError("disk full")) : Promise.resolve(false));
  await expect(async () => {
    for await (const _ of withWork(resting(), failing));
  }).rejects.toThrow("disk full");
});

it("passes on a failure of the source, and ends the source when it is left", async () => {
  let isEnded = false;
  async function* failing() {
    try {
      await sleep(1);
      yield 1;
      throw new RangeError("lost");
    } finally {
      isEnded = true;
    }
  }
  const idle = () => Promise.resolve(false);
  await expect(async () => {
    for await (const _ of withWork(failing(), idle));
  }).rejects.toThrow("lost");
  isEnded = false;
  for await (const _ of withWork(failing(), idle)) break;
  expect(isEnded).toBe(true);
});
