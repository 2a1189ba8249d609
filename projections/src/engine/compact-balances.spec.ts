import { afterAll, beforeAll, expect, it } from "vitest";
import { training } from "../domains/training/training.ts";
import { type Ledger, openLedger } from "../testing/ledger.ts";
import { record } from "../testing/record.ts";
import { compactBalances } from "./compact-balances.ts";
import { verifyLedger } from "./verify.ts";

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger([training]);
});
afterAll(() => ledger.close());

const rows = async (table: string) =>
  Number((await ledger.connection.all(`select count(*) as n from ${table}.training`))[0]?.n);

it("keeps every balance when pending changes are merged into the compacted ones, and drops what came to nothing", async () => {
  const course = { courseId: "c1", provider: "STATE_CENTRE", endsOn: "2021-05-10" };
  const completed = { enrolmentId: "e1", courseId: "c1", personRef: "sara" };
  await ledger.commit([record("CourseScheduled", "2021-04-01", course)]);
  await ledger.commit([record("TrainingCompleted", "2021-05-08", completed, { id: "first" })]);
  await ledger.commit([
    record("TrainingCompleted", "2021-06-08", completed, { corrects: "first", knownOn: "2021-07-01" }),
  ]);
  expect([await rows("compacted"), await rows("pending")]).toEqual([0, 3]);
  await compactBalances(ledger.connection, training);
  expect(await rows("pending")).toBe(3);
  await compactBalances(ledger.connection, training, 1);
  expect([await rows("compacted"), await rows("pending")]).toEqual([1, 0]);
  await ledger.commit([
    record("TrainingCompleted", "2021-07-02", { enrolmentId: "e2", courseId: "c1", personRef: "omid" }),
  ]);
  expect(
    await verifyLedger(ledger.connection, [training], ["2021-05-08", "2021-07-01", "2021-07-02"]),
  ).toEqual([]);
});
