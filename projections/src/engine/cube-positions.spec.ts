import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { trainingHours } from "../domains/training/hours.ts";
import { training } from "../domains/training/training.ts";
import { type Ledger, openLedger } from "../testing/ledger.ts";
import { record } from "../testing/record.ts";
import { laggingCubes } from "./cube-positions.ts";

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger([training, trainingHours]);
});
beforeEach(() => ledger.clear());
afterAll(() => ledger.close());

const attended = (hours: number) => record("AttendanceRecorded", "2021-05-01", { enrolmentId: "e1", hours });

/** The lagging cubes by name, each with its position and how many events it lacks. */
const lag = async () =>
  (await laggingCubes(ledger.connection, ledger.catalogue)).map(
    ({ cube, position, events }) => [cube.name, position, events] as const,
  );

it("counts the events that a cube lacks from batch to batch, and none once it has caught up", async () => {
  await ledger.commit([attended(1)]);
  expect(await lag()).toEqual([]);
  await ledger.commit([attended(2), attended(3)], new Set());
  expect(await lag()).toEqual([["training_hours", 1n, 2]]);
  await ledger.commit([attended(4)], new Set([trainingHours]));
  expect(await lag()).toEqual([["training_hours", 1n, 3]]);
  await ledger.catchUp(new Set([trainingHours]));
  expect(await lag()).toEqual([]);
  expect(await ledger.rows("training_hours", [])).toEqual([{ hours: 10 }]);
});

it("moves along the cubes that a batch does not touch", async () => {
  await ledger.commit([attended(1)], new Set());
  await ledger.catchUp(new Set([trainingHours]));
  expect(await ledger.connection.all("select distinct position from model.cube")).toEqual([{ position: 1 }]);
});
