import { expect, it } from "vitest";
import { training } from "../domains/training/training.ts";
import { openLedger } from "../testing/ledger.ts";
import { record } from "../testing/record.ts";
import { type Connection, DatabaseError } from "./database.ts";
import { rebuildCube } from "./rebuild-cube.ts";

/** A connection whose transactions fail so many times before one succeeds. */
const failing = (connection: Connection, times: number, message: string): Connection => {
  let left = times;
  return {
    ...connection,
    transaction(work) {
      left -= 1;
      if (left >= 0) return Promise.reject(new DatabaseError("insert", new Error(message)));
      return connection.transaction(work);
    },
  };
};

it("is posted in more parts where memory does not suffice, and gives the same", async () => {
  const ledger = await openLedger([training]);
  const completed = (name: string) =>
    record(
      "TrainingCompleted",
      "2021-05-01",
      { enrolmentId: name, courseId: "c1", personRef: name },
      { id: name },
    );
  await ledger.rebuild([completed("one"), completed("two"), completed("three")]);
  const once = await ledger.rows("training", []);
  await ledger.connection.run("delete from entry.training; delete from compacted.training");
  await rebuildCube(failing(ledger.connection, 3, "Out of Memory Error: no"), training);
  expect(await ledger.rows("training", [])).toEqual(once);
  expect(once).toEqual([expect.objectContaining({ person_courses: 3 })]);
  const broken = rebuildCube(failing(ledger.connection, 1, "IO Error: no"), training);
  await expect(broken).rejects.toThrow("IO Error");
  ledger.close();
});
