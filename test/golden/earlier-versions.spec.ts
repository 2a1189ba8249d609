import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Ledger, openLedger } from "@karnameh/projections/testing/ledger";
import { type CloudEvent, readCloudEvent, writeCloudEvent } from "@karnameh/schema/cloud-event";
import { contract } from "@karnameh/schema/contracts";
import type { NewEvent } from "@karnameh/schema/event";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** One event of every type that there was when the events of version 1 were written down. */
const lines = readFileSync(join(import.meta.dirname, "version-1.ndjson"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as CloudEvent);

const read = (line: unknown): NewEvent => {
  const result = readCloudEvent(line, { historical: true });
  if (!result.ok) throw new Error(`${result.path} ${result.message}`);
  return result.event;
};
const events = lines
  .map(read)
  .sort((one, other) => ((one.recordedAt ?? "") < (other.recordedAt ?? "") ? -1 : 1));

describe("events of version 1 from the day before there was a version 2", () => {
  it("are of 29 types, one of which has changed since", () => {
    expect(new Set(lines.map(({ type }) => type)).size).toBe(29);
    expect(lines.map(({ type }) => contract(type)).filter((one) => one?.version !== 1)).toMatchObject([
      { type: "ReleasePublished", version: 2 },
    ]);
  });

  it.each(lines)("are accepted as they were written: $type", (line) => {
    expect(writeCloudEvent(read(line))).toEqual(line);
  });

  it("of a type that changed must be of the fields of their version", () => {
    const old = lines.find(({ type }) => type === "ReleasePublished");
    expect(
      readCloudEvent({ ...old, recordedtime: undefined, data: { ...old?.data, kind: "ERROR" } }),
    ).toMatchObject({
      code: "INVALID_FIELD",
      path: "data.kind",
    });
    const { dataschema: _, recordedtime: __, ...unnamed } = old ?? { dataschema: "", recordedtime: "" };
    expect(readCloudEvent(unnamed)).toMatchObject({
      code: "INVALID_FIELD",
      path: "data.kind",
      message: "is required",
    });
  });

  describe("in the ledger", () => {
    let ledger: Ledger;
    beforeAll(async () => {
      // What became of the events are facts: no cube is read.
      ledger = await openLedger([]);
      await ledger.commit(events);
    });
    afterAll(() => ledger.close());

    it("are all facts, and none is unprocessable", async () => {
      expect(await ledger.connection.all("select * from model.unprocessable_event")).toEqual([]);
    });

    it("say what the newest version asks", async () => {
      expect(
        await ledger.connection.all("select kind::varchar as kind, reason_fa from fact.release_published"),
      ).toEqual([{ kind: "ROUTINE", reason_fa: "انتشار فصلی" }]);
    });
  });
});
