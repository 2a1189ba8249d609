import type { NewEvent } from "@karnameh/schema/event";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { insuredMonths } from "../domains/insurance/insured-months.ts";
import { trainingHours } from "../domains/training/hours.ts";
import { training } from "../domains/training/training.ts";
import { openPlanner } from "../planner/planner.ts";
import { type Ledger, openLedger, textsOf } from "../testing/ledger.ts";
import { record } from "../testing/record.ts";
import { checkpoint } from "./commit.ts";

let ledger: Ledger;
let planner: Awaited<ReturnType<typeof openPlanner>>;
beforeAll(async () => {
  ledger = await openLedger([trainingHours, training, insuredMonths]);
  planner = await openPlanner({
    database: ledger.database,
    indicators: [],
    today: () => "2022-03-20",
    connections: 1,
  });
});
beforeEach(() => ledger.clear());
afterAll(() => {
  planner.close();
  ledger.close();
});

const attended = (hours: number): NewEvent =>
  record("AttendanceRecorded", "2021-05-01", { enrolmentId: "e1", hours });
const unprocessableEvents = () =>
  ledger.connection.all(
    "select position, type, split_part(reason, ':', 1) as code, reason from model.unprocessable_event order by position",
  );

/** Commits the events with one that cannot be read between two that can. */
const commitAround = async (odd: NewEvent) => {
  await ledger.commit([attended(1), odd, attended(2)]);
  expect(await ledger.rows("training_hours", [])).toEqual([{ hours: 3 }]);
  expect(await checkpoint(ledger.connection)).toBe(3n);
  const [aside] = await unprocessableEvents();
  return aside;
};

it("sets an unknown type aside with its position, and posts the rest", async () => {
  expect(await commitAround({ ...attended(4), type: "MoonLanded" })).toMatchObject({
    position: 2,
    type: "MoonLanded",
    code: "UNKNOWN_TYPE",
  });
});

it("sets an unknown version aside", async () => {
  expect(await commitAround({ ...attended(4), version: 7 })).toMatchObject({
    position: 2,
    code: "UNKNOWN_VERSION",
    reason: "UNKNOWN_VERSION: no reader for version 7",
  });
});

it("sets a missing and an ill-typed field aside, by its name", async () => {
  const { hours: _, ...rest } = attended(4).data;
  expect(await commitAround({ ...attended(4), data: rest })).toMatchObject({
    code: "BAD_DATA",
    reason: expect.stringContaining("hours"),
  });
  await ledger.clear();
  expect(await commitAround({ ...attended(4), data: { ...rest, hours: "many" } })).toMatchObject({
    code: "BAD_DATA",
    reason: expect.stringContaining("hours"),
  });
});

it("sets a day outside the calendar aside", async () => {
  expect(await commitAround({ ...attended(4), effectiveOn: "1850-01-01" })).toMatchObject({
    position: 2,
    code: "BAD_DATA",
    reason: expect.stringContaining("effectiveOn"),
  });
  await ledger.clear();
  const course = record("CourseScheduled", "2021-05-01", { courseId: "c1", endsOn: "2021-05-10" });
  // The ingest endpoint rejects such a day; a log may hold it from elsewhere.
  const far = { ...course, data: { ...course.data, endsOn: "2199-01-01" } };
  expect(await commitAround(far)).toMatchObject({
    position: 2,
    reason: expect.stringContaining("endsOn"),
  });
});

it("sets a code aside that its code list does not have", async () => {
  const course = record("CourseScheduled", "2021-05-01", { courseId: "c1", endsOn: "2021-05-10" });
  const odd = { ...course, data: { ...course.data, area: "IR-99" } };
  expect(await commitAround(odd)).toMatchObject({
    position: 2,
    code: "BAD_DATA",
    reason: expect.stringContaining("area"),
  });
});

it("counts what was unprocessable by type and reason in the status", async () => {
  await ledger.commit([
    attended(1),
    ...[1, 2, 3].map(() => ({ ...attended(4), version: 7 })),
    { ...attended(4), type: "MoonLanded" },
  ]);
  expect(await planner.status()).toMatchObject({
    position: "5",
    events: 5,
    unprocessableEvents: [
      { reason: "UNKNOWN_VERSION", type: "AttendanceRecorded", count: 3 },
      { reason: "UNKNOWN_TYPE", type: "MoonLanded", count: 1 },
    ],
  });
});

it("does the same in a rebuild", async () => {
  await ledger.rebuild([
    attended(1),
    { ...attended(4), version: 7 },
    { ...attended(4), type: "MoonLanded" },
    attended(2),
  ]);
  expect(await ledger.rows("training_hours", [])).toEqual([{ hours: 3 }]);
  expect((await unprocessableEvents()).map(({ position }) => position)).toEqual([2, 3]);
});

it("fails plainly on a line that is no JSON, and commits nothing of the batch", async () => {
  await ledger.commit([attended(1)]);
  const texts = textsOf([attended(2)], 1n);
  const torn = new Map(
    [...texts].map(([type, text]) => [type, Buffer.concat([text, Buffer.from('\n{"id":')])]),
  );
  await expect(ledger.commitTexts(torn, 2)).rejects.toMatchObject({
    code: "DATABASE",
    message: expect.stringMatching(/JSON/),
  });
  expect(await ledger.rows("training_hours", [])).toEqual([{ hours: 1 }]);
  expect(await checkpoint(ledger.connection)).toBe(1n);
});
