import { cubes } from "@karnameh/projections/cubes";
import type { Cube } from "@karnameh/projections/engine/cube";
import { beforeEach, expect, it } from "vitest";
import { createCubeSchedule } from "./cube-schedule.ts";

const [one, two, three] = cubes as readonly [Cube, Cube, Cube];
let now = 0;
let schedule = createCubeSchedule(() => now);
beforeEach(() => {
  now = 0;
  schedule = createCubeSchedule(() => now);
  schedule.start();
});

/** What `model.cube` says of the cubes that lack events. */
const lag = (...lacking: readonly (readonly [Cube, number])[]): void =>
  schedule.update(lacking.map(([cube, events]) => ({ cube, events, position: 0n })));

const isDone = async (waiting: Promise<void>): Promise<boolean> => {
  let done = false;
  void waiting.then(() => {
    done = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  return done;
};

it("takes for hot the cubes that are read again and again, and no others", async () => {
  await schedule.ensureCurrent(new Set([one, two]));
  await schedule.ensureCurrent(new Set([two]));
  expect(schedule.hotCubes()).toEqual(new Set());
  now = 6_000;
  await schedule.ensureCurrent(new Set([two, three]));
  expect(schedule.hotCubes()).toEqual(new Set([two]));
  now = 12_000;
  await schedule.ensureCurrent(new Set([one, three]));
  expect(schedule.hotCubes()).toEqual(new Set([two, three]));
  now = 30_000;
  expect(schedule.hotCubes()).toEqual(new Set());
});

it("lets a reader wait until none of its cubes lags", async () => {
  lag([one, 20], [two, 20]);
  const waiting = schedule.ensureCurrent(new Set([one, two, three]));
  expect(schedule.nextCubes(false)).toEqual(new Set([one, two]));
  lag([two, 20]);
  expect(await isDone(waiting)).toBe(false);
  lag();
  expect(await isDone(waiting)).toBe(true);
  expect(schedule.isEveryCubeCurrent()).toBe(true);
});

it("takes the cube that lacks most when there is time, and without time only one that is due", () => {
  expect(schedule.nextCubes(true)).toEqual(new Set());
  lag([one, 1_000], [two, 2_000]);
  expect(schedule.nextCubes(true)).toEqual(new Set([two]));
  expect(schedule.nextCubes(false)).toEqual(new Set());
  lag([one, 1_000], [two, 6_000]);
  expect(schedule.nextCubes(false)).toEqual(new Set([two]));
  expect(schedule.slightlyLagging()).toEqual(new Set([one]));
  lag([one, 61_000], [two, 66_000]);
  expect(schedule.nextCubes(false)).toEqual(new Set([one, two]));
});

it("lets nobody wait where nobody posts", async () => {
  lag([one, 20]);
  const waiting = schedule.ensureCurrent(new Set([one]));
  schedule.stop();
  expect(await isDone(waiting)).toBe(true);
  expect(await isDone(schedule.ensureCurrent(new Set([one])))).toBe(true);
});

it("takes over what another read model lacks", () => {
  lag([one, 7_000]);
  lag([three, 60_000]);
  expect(schedule.isEveryCubeCurrent()).toBe(false);
  expect(schedule.nextCubes(false)).toEqual(new Set([three]));
});
