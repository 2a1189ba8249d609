import type { NewEvent } from "@karnameh/schema/event";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { certificates } from "../domains/certification/certificates.ts";
import { memoranda } from "../domains/diplomacy/memoranda.ts";
import { coverage } from "../domains/insurance/coverage.ts";
import { insuredMonths } from "../domains/insurance/insured-months.ts";
import { licenceDecisions } from "../domains/licensing/decisions.ts";
import { licences } from "../domains/licensing/licences.ts";
import { employment } from "../domains/workforce/employment.ts";
import { knownDays } from "../engine/verify.ts";
import { historyOf, neighbouringHistories } from "../testing/history.ts";
import { type Ledger, openLedger } from "../testing/ledger.ts";
import { record } from "../testing/record.ts";
import { specLedger } from "../testing/spec-ledger.ts";
import { snapshotReader } from "./model-snapshot.ts";
import { periodCoverageOf } from "./period-coverage.ts";
import type { Read } from "./pool.ts";

const cubes = [employment, coverage, licences, licenceDecisions, insuredMonths, certificates, memoranda];
const measures = cubes.flatMap((cube) => Object.keys(cube.measures).map((measure) => ({ cube, measure })));

const retracted = (on: string, retractedType: string, of: string) =>
  record("EventRetracted", on, { retractionId: of, retractedType }, { corrects: of });

describe("a stock whose only fact is retracted", () => {
  const spec = specLedger([employment], "2021-12-31");
  const ask = async (asOf?: string) => {
    const { observations, isSynthetic } = await spec.planner.observations({
      indicator: "employed",
      frequency: "MONTH",
      period: { from: "1400-02", to: "1400-02" },
      ...(asOf === undefined ? {} : { asOf }),
    });
    return [...observations.map(({ value, reason }) => value ?? reason), isSynthetic];
  };
  const started = (spellId: string, on: string, words = {}) =>
    record("EmploymentStarted", on, { spellId, personRef: spellId }, words);

  /** So that something is known of a day. */
  const somebody = (on: string) => record("WorkerRegistered", on, { personRef: "ali" });

  it("has no events, and is not simulated, from the day on which that is known", async () => {
    await spec.ledger.commit([
      started("s1", "2021-04-01", { id: "one", synthetic: true }),
      somebody("2021-05-31"),
      retracted("2021-06-01", "EmploymentStarted", "one"),
    ]);
    expect(await ask("2021-05-31")).toEqual([1, true]);
    expect(await ask("2021-06-01")).toEqual(["NO_EVENTS", false]);
    expect(await ask()).toEqual(["NO_EVENTS", false]);
  });

  it("begins with the facts that are left, and is simulated where they are", async () => {
    await spec.ledger.commit([
      started("s1", "2021-04-01", { id: "one", synthetic: true }),
      started("s2", "2021-05-22"),
      retracted("2021-06-01", "EmploymentStarted", "one"),
    ]);
    expect(await ask("2021-05-31")).toEqual([1, true]);
    expect(await ask()).toEqual(["NO_EVENTS", false]);
  });

  it("is zero, and not unknown, where what is left amounts to nothing", async () => {
    await spec.ledger.commit([
      started("s1", "2021-04-10"),
      somebody("2021-05-31"),
      record("EmploymentEnded", "2021-04-12", { spellId: "s1" }, { knownOn: "2021-06-01" }),
    ]);
    expect(await ask("2021-05-31")).toEqual([1, false]);
    expect(await ask()).toEqual([0, false]);
  });
});

describe("extents", () => {
  let ledger: Ledger;
  beforeAll(async () => {
    ledger = await openLedger(cubes);
  });
  afterAll(() => ledger.close());

  const read: Read = (sql) => ledger.connection.all(sql);
  /** The extents of every measure today, and by what was known on each day. */
  const extents = async () => {
    const snapshot = await snapshotReader()(read);
    const days = await knownDays(ledger.connection);
    const found: unknown[] = [];
    for (const operand of measures) {
      found.push(await snapshot.periodCoverageOf(read, operand));
      for (const day of days) found.push(await periodCoverageOf(read, operand, day));
    }
    return found;
  };
  const commitIn = async (events: readonly NewEvent[], size: number) => {
    for (let from = 0; from < events.length; from += size)
      await ledger.commit(events.slice(from, from + size));
  };

  it("are the same live, rebuilt and by what was known on the last day, and end when all is retracted", async () => {
    await fc.assert(
      fc.asyncProperty(
        neighbouringHistories(30),
        fc.integer({ min: 3, max: 30 }),
        async (generated, size) => {
          const events = historyOf(generated);
          await ledger.clear();
          await commitIn(events, size);
          const live = await extents();
          const days = await knownDays(ledger.connection);
          // Today is what was known on the last of the days.
          for (let at = 0; at < live.length; at += days.length + 1)
            expect(live[at]).toEqual(live[at + days.length]);
          await ledger.clear();
          await ledger.rebuild(events);
          expect(await extents()).toEqual(live);
          const said = events.filter(({ type }) => type !== "EventRetracted");
          const all = said.map(({ id, type }, number) => ({
            ...retracted("2030-01-01", type, `all ${number}`),
            corrects: id,
          }));
          await commitIn(all, size);
          const snapshot = await snapshotReader()(read);
          for (const operand of measures)
            expect(await snapshot.periodCoverageOf(read, operand)).toBeUndefined();
        },
      ),
      { numRuns: Number(process.env["KARNAMEH_RUNS"] ?? 3) },
    );
  }, 240_000);
});

it("looks for facts in the table of a read, whatever the read is called", async () => {
  const reads = { first_start: { subject: "spell_id", table: "employment_started" } };
  const statements: string[] = [];
  const read: Read = (sql) => {
    statements.push(sql);
    return Promise.resolve([]);
  };
  await periodCoverageOf(read, { cube: { ...employment, reads }, measure: "employed" }, undefined);
  expect(statements.at(-1)).toContain("from fact.employment_started ");
});
