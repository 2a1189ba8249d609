import type { NewEvent } from "@karnameh/schema/event";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { cubes } from "../cubes.ts";
import { historyOf, neighbouringHistories } from "../testing/history.ts";
import { type Ledger, openLedger } from "../testing/ledger.ts";
import { record } from "../testing/record.ts";
import type { Cube } from "./cube.ts";
import { amountColumns, keyColumns } from "./model.ts";
import { knownDays, verifyLedger } from "./verify.ts";

/** How many histories are tried, each in every way; KARNAMEH_RUNS asks for more. */
const RUNS = Number(process.env["KARNAMEH_RUNS"] ?? 3);
/** How long a counterexample is made smaller at most. */
const SHRINKING_MS = 60_000;
const TEST_MS = 120_000 + RUNS * 30_000;

/** Cubes that are tried together: all of them at once would take most of the time to plan. */
const GROUPS = 5;
const groupOf = (number: number): readonly Cube[] => cubes.filter((_, index) => index % GROUPS === number);

let tried = Math.floor(Math.random() * GROUPS);

/** A check of the next group of cubes, and of the same one while a counterexample is made smaller. */
const inTime = <Cases extends readonly unknown[]>(check: (...cases: Cases) => Promise<void>) => {
  let failedAt: number | undefined;
  return async (...cases: Cases): Promise<void> => {
    if (failedAt !== undefined && performance.now() - failedAt > SHRINKING_MS) return;
    if (failedAt === undefined) await turnTo(tried++ % GROUPS);
    await check(...cases).catch((error: unknown) => {
      failedAt ??= performance.now();
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

/** Entries summed by as-of date and cell, or balances; sums of zero left out. */
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
    await ledger.prepareStatements();
    from += size;
  }
};

/** A history, and how it reaches the ledger in each check. */
type Drawn = {
  readonly events: readonly NewEvent[];
  readonly sizes: readonly number[];
  readonly buckets: number | undefined;
  readonly masks: readonly number[];
  readonly cut: number;
  readonly copies: readonly (readonly [number, number])[];
};

const drawn: fc.Arbitrary<Drawn> = fc.record({
  events: neighbouringHistories(50).map(historyOf),
  sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
  buckets: fc.option(fc.integer({ min: 2, max: 5 }), { nil: undefined }),
  masks: fc.array(fc.nat({ max: 2 ** 20 - 1 }), { minLength: 2, maxLength: 9 }),
  cut: fc.nat({ max: 49 }),
  copies: fc.array(fc.tuple(fc.nat({ max: 99 }), fc.nat({ max: 20 })), { minLength: 1, maxLength: 12 }),
});

/** The ledger has what it had when the history came as one batch. */
const expectAsKept = async (): Promise<void> => expect(await differences()).toEqual([]);

/** The ledger is what a recomputation from facts gives on every day on which something became known. */
const expectAsRecomputed = async (): Promise<void> =>
  expect(await verifyLedger(ledger.connection, own, await knownDays(ledger.connection))).toEqual([]);

/** Retractions of all events, one day after the last. */
const takenBack = (events: readonly NewEvent[], knownOn: string): NewEvent[] =>
  events
    .filter(({ type }) => type !== "EventRetracted")
    .map(({ id, type }, number) => ({
      ...record(
        "EventRetracted",
        knownOn,
        { retractionId: `all ${number}`, retractedType: type },
        { id: `all ${number}` },
      ),
      corrects: id,
    }));

/** A history in which some events are recorded again, later on, as a cluster may record them. */
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

const countedEvents = async () =>
  (await ledger.connection.all("select events from model.checkpoint"))[0]?.events;

/** What holds for every history, each tried on an empty ledger. */
const CHECKS: Readonly<Record<string, (history: Drawn) => Promise<void>>> = {
  "is the same in batches of seven, and as recomputed on every day": async ({ events }) => {
    await commitIn(events, [7]);
    await expectAsKept();
    await expectAsRecomputed();
  },
  "is the same in batches of any size, and nothing when everything is retracted": async ({
    events,
    sizes,
  }) => {
    await commitIn(events, sizes);
    await expectAsKept();
    await commitIn(takenBack(events, "2030-01-01"), sizes);
    for (const cube of own)
      expect(await ledger.connection.all(`select * from (${summed(cube, "balance")})`)).toEqual([]);
  },
  "is the same rebuilt, in one bucket or several, and as recomputed on every day": async ({
    events,
    buckets,
  }) => {
    await ledger.rebuild(events);
    await expectAsKept();
    await expectAsRecomputed();
    if (buckets === undefined) return;
    await ledger.repost(buckets);
    await expectAsKept();
  },
  "is the same whichever cubes a batch is posted to, and whenever the others catch up": async ({
    events,
    masks,
  }) => {
    const some = (mask: number) => new Set(own.filter((_, index) => (mask >> index) % 2 === 1));
    for (let turn = 0; turn * 7 < events.length; turn++) {
      const mask = masks[turn % masks.length] ?? 0;
      await ledger.commit(events.slice(turn * 7, turn * 7 + 7), some(mask));
      await ledger.prepareStatements();
      if (turn % 3 === 1) await ledger.catchUp(some(masks[(turn + 1) % masks.length] ?? 0));
    }
    await expectAsRecomputed();
    await ledger.catchUp(new Set(own));
    await expectAsKept();
  },
  "goes on live from a rebuild as if it had always been live": async ({ events, cut }) => {
    await ledger.rebuild(events.slice(0, cut));
    await commitIn(events.slice(cut), [8]);
    await expectAsKept();
  },
  "counts an event once that the log holds twice, live, rebuilt and live after a rebuild": async (
    history,
  ) => {
    const { events, copies, sizes, cut } = history;
    if (events.length === 0) return;
    const twice = withSecondCopies(events, copies);
    const expectCountedOnce = async () =>
      expect([await differences(), await countedEvents()]).toEqual([[], events.length]);
    ledger.dropSecondCopies(true);
    try {
      await commitIn(twice, sizes);
      await expectCountedOnce();
      await ledger.clear();
      await ledger.rebuild(twice);
      await expectCountedOnce();
      await ledger.clear();
      await ledger.rebuild(twice.slice(0, cut));
      await commitIn(twice.slice(cut), [8]);
      await expectCountedOnce();
    } finally {
      ledger.dropSecondCopies(false);
    }
  },
};

it(
  "keeps what it promises for any history, however its events arrive",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        drawn,
        inTime(async (history) => {
          await ledger.clear();
          await commitIn(history.events, [history.events.length]);
          await keep();
          for (const [name, check] of Object.entries(CHECKS)) {
            await ledger.clear();
            await check(history).catch((cause: unknown) => {
              throw new Error(name, { cause });
            });
          }
        }),
      ),
      { numRuns: RUNS },
    );
  },
  TEST_MS,
);

it(
  "is the same when every event is a batch of its own",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        neighbouringHistories(30),
        inTime(async (generated) => {
          const events = historyOf(generated);
          await ledger.clear();
          await commitIn(events, [events.length]);
          await keep();
          await commitIn(events, [1]);
          await expectAsKept();
        }),
      ),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  },
  TEST_MS,
);
