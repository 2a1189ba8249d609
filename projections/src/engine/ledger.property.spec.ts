import type { NewEvent } from "@karnameh/schema/event";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { cubes } from "../cubes.ts";
import { historyOf, nearHistories } from "../testing/history.ts";
import { type Ledger, openLedger } from "../testing/ledger.ts";
import { tell } from "../testing/tell.ts";
import type { Cube } from "./cube.ts";
import { amountColumns, keyColumns } from "./model.ts";
import { knownDays, verifyLedger } from "./verify.ts";

/** How often each property is tried; KARNAMEH_RUNS asks for more. */
const RUNS = Number(process.env["KARNAMEH_RUNS"] ?? 3);
const LIMIT_MS = 20_000;
const parameters = { numRuns: RUNS };

/** Cubes that are tried together: all of them at once would take most of the time to plan. */
const GROUPS = 5;
const groupOf = (number: number): readonly Cube[] => cubes.filter((_, index) => index % GROUPS === number);

let tried = Math.floor(Math.random() * GROUPS);

/**
 * A check of the next group of cubes, and of the same one while a counterexample is made smaller; that lets the
 * rest pass when its time is over, so that making it smaller comes to an end.
 */
const inTime = <Cases extends readonly unknown[]>(check: (...cases: Cases) => Promise<void>) => {
  const end = performance.now() + LIMIT_MS;
  let hasFailed = false;
  return async (...cases: Cases): Promise<void> => {
    if (performance.now() > end) return;
    if (!hasFailed) await turnTo(tried++ % GROUPS);
    await check(...cases).catch((error: unknown) => {
      hasFailed = true;
      throw new Error(`cubes ${own.map(({ name }) => name).join(", ")}`, { cause: error });
    });
  };
};

const ledgers = new Map<number, Ledger>();
let ledger: Ledger;
let own: readonly Cube[] = [];

const turnTo = async (group: number): Promise<void> => {
  own = groupOf(group);
  const known = ledgers.get(group);
  ledger = known ?? (await openLedger(own));
  if (known) return;
  ledgers.set(group, ledger);
  await ledger.connection.run("create schema seen");
};
afterAll(() => {
  for (const each of ledgers.values()) each.close();
});

const names = (cube: Cube): string => ["segment", ...keyColumns(cube)].map((name) => `"${name}"`).join(", ");

/** Entries summed by day of knowledge and cell, or balances; sums of zero left out. */
const summed = (cube: Cube, kind: "entry" | "balance"): string => {
  const amounts = amountColumns(cube).map(({ name }) => name);
  return `select ${kind === "entry" ? "known_on, " : ""}${names(cube)}, ${amounts.map((name) => `sum("${name}") as "${name}"`).join(", ")}
    from ${kind}.${cube.name} group by all having ${amounts.map((name) => `sum("${name}") <> 0`).join(" or ")}`;
};

const everyTable = () =>
  own.flatMap((cube) => (["entry", "balance"] as const).map((kind) => ({ cube, kind })));

/** Keeps what the ledger holds now, then empties it. */
const keep = async (): Promise<void> => {
  for (const { cube, kind } of everyTable()) {
    await ledger.connection.run(`create or replace table seen.${kind}_${cube.name} as ${summed(cube, kind)}`);
  }
  await ledger.clear();
};

/** The tables in which the ledger differs from what was kept. */
const differences = async (): Promise<string[]> => {
  const each = everyTable().map(({ cube, kind }) => {
    const [now, seen] = [summed(cube, kind), `from seen.${kind}_${cube.name}`];
    return `select '${kind}.${cube.name}' as name, count(*) as n from ((${now}) except all (${seen}) union all ((${seen}) except all (${now})))`;
  });
  const rows = await ledger.connection.all(
    `select name from (${each.join(" union all ")}) where n > 0 order by name`,
  );
  return rows.map(({ name }) => String(name));
};

const commitIn = async (events: readonly NewEvent[], sizes: readonly number[]): Promise<void> => {
  for (let from = 0, turn = 0; from < events.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    await ledger.commit(events.slice(from, from + size));
    await ledger.plan();
    from += size;
  }
};

it("gives the same entries and balances whatever the batches", async () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(
      nearHistories(40),
      sizes,
      inTime(async (acts, random) => {
        const events = historyOf(acts);
        await ledger.clear();
        await commitIn(events, [events.length]);
        await keep();
        for (const split of [[7], random]) {
          await commitIn(events, split);
          expect(await differences()).toEqual([]);
          await ledger.clear();
        }
      }),
    ),
    parameters,
  );
}, 60_000);

it("gives the same entries and balances when every event is a batch of its own", async () => {
  await fc.assert(
    fc.asyncProperty(
      nearHistories(30),
      inTime(async (acts) => {
        const events = historyOf(acts);
        await ledger.clear();
        await commitIn(events, [events.length]);
        await keep();
        await commitIn(events, [1]);
        expect(await differences()).toEqual([]);
      }),
    ),
    { ...parameters, numRuns: Math.ceil(RUNS / 4) },
  );
}, 60_000);

it("is the same live as rebuilt, in one bucket or several", async () => {
  const cases = fc.tuple(
    nearHistories(80),
    fc.integer({ min: 5, max: 40 }),
    fc.option(fc.integer({ min: 2, max: 5 }), { nil: undefined }),
  );
  await fc.assert(
    fc.asyncProperty(
      cases,
      inTime(async ([acts, size, buckets]) => {
        const events = historyOf(acts);
        await ledger.clear();
        await commitIn(events, [size]);
        await keep();
        await ledger.rebuild(events);
        expect(await differences()).toEqual([]);
        if (buckets === undefined) return;
        await ledger.rebook(buckets);
        expect(await differences()).toEqual([]);
      }),
    ),
    parameters,
  );
}, 60_000);

it("is the same whichever cubes a batch is booked on, and whenever the others catch up", async () => {
  const masks = fc.array(fc.nat({ max: 2 ** 20 - 1 }), { minLength: 2, maxLength: 9 });
  const some = (mask: number) => new Set(own.filter((_, index) => (mask >> index) % 2 === 1));
  await fc.assert(
    fc.asyncProperty(
      nearHistories(50),
      masks,
      inTime(async (acts, random) => {
        const events = historyOf(acts);
        await ledger.clear();
        await commitIn(events, [events.length]);
        await keep();
        await ledger.clear();
        for (let turn = 0; turn * 7 < events.length; turn++) {
          const mask = random[turn % random.length] ?? 0;
          await ledger.commit(events.slice(turn * 7, turn * 7 + 7), some(mask));
          await ledger.plan();
          if (turn % 3 === 1) await ledger.catchUp(some(random[(turn + 1) % random.length] ?? 0));
        }
        const days = await knownDays(ledger.connection);
        expect(await verifyLedger(ledger.connection, own, days)).toEqual([]);
        await ledger.catchUp(new Set(own));
        expect(await differences()).toEqual([]);
      }),
    ),
    parameters,
  );
}, 60_000);

it("goes on live from a rebuild as if it had always been live", async () => {
  await fc.assert(
    fc.asyncProperty(
      nearHistories(50),
      fc.nat({ max: 49 }),
      inTime(async (acts, cut) => {
        const events = historyOf(acts);
        await ledger.clear();
        await ledger.rebuild(events);
        await keep();
        await ledger.rebuild(events.slice(0, cut));
        await commitIn(events.slice(cut), [8]);
        expect(await differences()).toEqual([]);
      }),
    ),
    parameters,
  );
}, 60_000);

it("equals a recomputation from facts on every day of knowledge", async () => {
  await fc.assert(
    fc.asyncProperty(
      nearHistories(40),
      fc.boolean(),
      inTime(async (acts, isLive) => {
        const events = historyOf(acts);
        await ledger.clear();
        if (isLive) await commitIn(events, [9]);
        else await ledger.rebuild(events);
        expect(await verifyLedger(ledger.connection, own, await knownDays(ledger.connection))).toEqual([]);
      }),
    ),
    parameters,
  );
}, 60_000);

/** Retractions of all events, one day after the last. */
const takenBack = (events: readonly NewEvent[], knownOn: string): NewEvent[] =>
  events
    .filter(({ type }) => type !== "EventRetracted")
    .map(({ id, type }, number) => ({
      ...tell(
        "EventRetracted",
        knownOn,
        { retractionId: `all ${number}`, retractedType: type },
        { id: `all ${number}` },
      ),
      corrects: id,
    }));

it("returns to nothing when everything is retracted", async () => {
  await fc.assert(
    fc.asyncProperty(
      nearHistories(50),
      fc.integer({ min: 3, max: 60 }),
      inTime(async (acts, size) => {
        const events = historyOf(acts);
        const all = [...events, ...takenBack(events, "2030-01-01")];
        await ledger.clear();
        await commitIn(all, [size]);
        for (const cube of own)
          expect(await ledger.connection.all(`select * from (${summed(cube, "balance")})`)).toEqual([]);
      }),
    ),
    parameters,
  );
}, 60_000);

/** A history in which some events stand again, later on, as a cluster may record them. */
const withSecondCopies = (events: readonly NewEvent[], copies: readonly (readonly [number, number])[]) => {
  const all = [...events];
  for (const [from, distance] of copies) {
    const copied = all[from % all.length];
    const at = Math.min(all.length, (from % all.length) + 1 + distance);
    const recordedAt = all[at - 1]?.recordedAt;
    if (copied !== undefined && recordedAt !== undefined) all.splice(at, 0, { ...copied, recordedAt });
  }
  return all;
};

it("counts an event once that the log holds twice, live and rebuilt", async () => {
  const copies = fc.array(fc.tuple(fc.nat({ max: 99 }), fc.nat({ max: 20 })), {
    minLength: 1,
    maxLength: 12,
  });
  const counted = async () => (await ledger.connection.all("select events from model.checkpoint"))[0]?.events;
  await fc.assert(
    fc.asyncProperty(
      nearHistories(40),
      copies,
      fc.integer({ min: 1, max: 30 }),
      inTime(async (acts, repeated, size) => {
        const events = historyOf(acts);
        if (events.length === 0) return;
        const twice = withSecondCopies(events, repeated);
        await ledger.clear();
        await commitIn(events, [events.length]);
        await keep();
        ledger.heedSecondCopies(true);
        try {
          await commitIn(twice, [size]);
          expect([await differences(), await counted()]).toEqual([[], events.length]);
          await ledger.clear();
          await ledger.rebuild(twice);
          expect([await differences(), await counted()]).toEqual([[], events.length]);
          await ledger.clear();
          await ledger.rebuild(twice.slice(0, size));
          await commitIn(twice.slice(size), [8]);
          expect([await differences(), await counted()]).toEqual([[], events.length]);
        } finally {
          ledger.heedSecondCopies(false);
        }
      }),
    ),
    parameters,
  );
}, 60_000);
