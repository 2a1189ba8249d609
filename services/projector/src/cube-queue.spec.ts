import { cubes } from "@karnameh/projections/cubes";
import type { Cube } from "@karnameh/projections/engine/cube";
import { beforeEach, expect, it } from "vitest";
import { createCubeQueue } from "./cube-queue.ts";

const [one, two, three] = cubes as readonly [Cube, Cube, Cube];
let now = 0;
let queue = createCubeQueue(() => now);
beforeEach(() => {
  now = 0;
  queue = createCubeQueue(() => now);
  queue.begin();
});

const isDone = async (waiting: Promise<void>): Promise<boolean> => {
  let done = false;
  void waiting.then(() => {
    done = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  return done;
};

it("books at once on the cubes that are asked for again and again, and on no others", async () => {
  await queue.bring(new Set([one, two]));
  await queue.bring(new Set([two]));
  expect(queue.asked()).toEqual(new Set());
  now = 6_000;
  await queue.bring(new Set([two, three]));
  expect(queue.asked()).toEqual(new Set([two]));
  now = 12_000;
  await queue.bring(new Set([one, three]));
  expect(queue.asked()).toEqual(new Set([two, three]));
  now = 30_000;
  expect(queue.asked()).toEqual(new Set());
});

it("lets a question wait until nothing is left to be booked on any of its cubes", async () => {
  queue.left([one, two], 20);
  const waiting = queue.bring(new Set([one, two, three]));
  expect(queue.next(false)).toEqual(new Set([one, two]));
  queue.booked(new Set([one]));
  expect(await isDone(waiting)).toBe(false);
  queue.booked(new Set([two]));
  expect(await isDone(waiting)).toBe(true);
  expect(queue.isEmpty()).toBe(true);
});

it("takes what lacks most when there is time, and without time only what lacks much", () => {
  expect(queue.next(true)).toEqual(new Set());
  queue.left([one, two], 1_000);
  queue.left([two], 1_000);
  expect(queue.next(true)).toEqual(new Set([two]));
  expect(queue.next(false)).toEqual(new Set());
  queue.left([two], 4_000);
  expect(queue.next(false)).toEqual(new Set([two]));
  queue.left([one, two], 60_000);
  expect(queue.next(false)).toEqual(new Set([one, two]));
});

it("lets nobody wait where nobody books", async () => {
  queue.left([one], 20);
  const waiting = queue.bring(new Set([one]));
  queue.end();
  expect(await isDone(waiting)).toBe(true);
  expect(await isDone(queue.bring(new Set([one])))).toBe(true);
});

it("holds that the cubes of another read model lack much, when they lack something", () => {
  queue.renew([three]);
  expect(queue.isEmpty()).toBe(false);
  expect(queue.next(false)).toEqual(new Set([three]));
});
