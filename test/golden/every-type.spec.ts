import { type Ledger, openLedger } from "@karnameh/projections/testing/ledger";
import { readCloudEvent, writeCloudEvent } from "@karnameh/schema/cloud-event";
import { eventOf, everyVersion } from "@karnameh/schema/testing/any-event";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";

const SEED = 1402;
const EACH = 4;

/** A few events of every type and version, all recorded on one day. */
const events = everyVersion
  .flatMap((contract) => fc.sample(eventOf(contract), { seed: SEED, numRuns: EACH }))
  .map((event) => ({ ...event, recordedAt: "2023-08-03T08:00:00.000Z" }));

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger([]);
  await ledger.commit(events);
});
afterAll(() => ledger.close());

it("accepts an event of every type and version", () => {
  for (const event of events)
    expect(readCloudEvent(writeCloudEvent(event), { historical: true }), event.type).toEqual({
      ok: true,
      event,
    });
});

it("makes a fact of every event that is accepted", async () => {
  expect(await ledger.connection.all("select type, reason from model.unprocessable_event")).toEqual([]);
});
