import { joinTexts, releaseText } from "@karnameh/schema/ndjson";
import { checkpoint, type LogBatch, moveCheckpoint, typesWithFacts } from "./commit.ts";
import { type Cube, tablesRead } from "./cube.ts";
import type { Connection } from "./database.ts";
import { allArrived, closeFacts, loadFacts, noteKnownDays, type Texts, tableNames } from "./load.ts";
import { type Catalogue, factTables } from "./model.ts";
import { canPost } from "./post-batch.ts";
import { rebuildCube } from "./rebuild-cube.ts";
import { noteRepetitions } from "./repeated-things.ts";
import { dropSecondFacts } from "./second-copies.ts";

/**
 * The connections of a rebuild, which work side by side: DuckDB splits one text on one thread, and two cubes on
 * two threads take less than one cube on both.
 */
export type Lanes = readonly [Connection, ...Connection[]];

/** Events after which what was loaded is pressed into the file, to free its memory. */
const PRESS_EVENTS = 3_400_000;

/** Bytes of a type's events that are worth a statement: planning it takes as long as reading some hundred lines. */
const WORTH_LOADING = 4_000_000;

/** Texts as one, with the memory of the parts released. A single text stays as it is. */
const joined = (texts: readonly Uint8Array[]): Uint8Array =>
  texts.length === 1 && texts[0] !== undefined ? texts[0] : joinTexts(texts);

/**
 * Gathers texts by type; gives those that are worth loading, the longest first, and at the end the rest. Of each type it may hold
 * as much as is worth loading: of 150 types that would be 600 MB, but of most there is little.
 */
const gathering = () => {
  const gathered = new Map<string, Uint8Array[]>();
  const lengthOf = (texts: readonly Uint8Array[]): number =>
    texts.reduce((sum, { length }) => sum + length, 0);
  return {
    add: (texts: Texts): void => {
      for (const [type, text] of texts) gathered.set(type, [...(gathered.get(type) ?? []), text]);
    },
    *take(least: number): Generator<readonly [string, Uint8Array]> {
      const worth = [...gathered].filter(([, texts]) => lengthOf(texts) >= least);
      for (const [type, texts] of worth.sort(([, one], [, other]) => lengthOf(other) - lengthOf(one))) {
        gathered.delete(type);
        yield [type, joined(texts)];
      }
    },
  };
};

/** Presses what was written into a file under construction, while nothing else runs: so it has both processors, where a lane has one. */
export const press = async (connection: Connection): Promise<void> => {
  await connection.run("set threads = 2");
  await connection.run("checkpoint");
  await connection.run("set threads = 1");
};

/**
 * Loads stretches of the log for a rebuild, each beginning where the one before ended: their facts only; `bookAll`
 * books them once all are there. A lane takes the next text when it is free, in a transaction of its own, so a
 * read model of which one text failed is of no use. The texts are given away: their memory is freed.
 */
export const loadAll = async (
  lanes: Lanes,
  catalogue: Catalogue,
  batches: AsyncIterable<LogBatch> | Iterable<LogBatch>,
  onLoaded?: (position: bigint) => void,
): Promise<void> => {
  const [first] = lanes;
  const running = new Map<Connection, Promise<number>>();
  async function* textByText(): AsyncGenerator<readonly [string, Uint8Array]> {
    const began = await checkpoint(first);
    const gathered = gathering();
    let [reached, pressed] = [began, began];
    for await (const { last, texts } of batches) {
      gathered.add(texts);
      yield* gathered.take(WORTH_LOADING);
      reached = last;
      onLoaded?.(reached);
      if (reached - pressed < PRESS_EVENTS) continue;
      await Promise.all(running.values());
      await press(first);
      pressed = reached;
    }
    yield* gathered.take(0);
    await Promise.all(running.values());
    // Counted at the end, when second copies are gone.
    await moveCheckpoint(first, { after: began, last: reached }, 0);
  }
  // All lanes take from it, and one that fails ends it for all.
  const waiting = textByText();
  const loadSome = async (lane: Connection): Promise<void> => {
    for await (const [type, text] of waiting) {
      const loading = lane.transaction(() => loadFacts(lane, catalogue, new Map([[type, text]])));
      running.set(lane, loading);
      await loading;
      releaseText(text);
    }
  };
  await Promise.all(lanes.map(loadSome));
};

/** What a rebuild says of a cube: that it began, or how many seconds it took. */
type OnCube = (cube: string, seconds?: number) => void;

type Booking = { readonly recordsOnce?: boolean; readonly onCube?: OnCube };

/** Notes how many events were loaded. */
const countEvents = async (connection: Connection, catalogue: Catalogue): Promise<void> => {
  const tables = factTables(catalogue).map(({ table }) => `select count(*) as n from fact.${table}`);
  await connection.run(`update model.checkpoint set events =
    (select sum(n) from (${[...tables, "select count(*) from model.unprocessable_event"].join(" union all ")}))`);
};

/**
 * Hands out the cubes, those that read the most facts first: begun last, one of them would keep one lane alone. Beside one of
 * them comes one that reads at most half as much, where there is one: two large ones find no room in memory.
 */
const handingOut = async (connection: Connection, { cubes }: Catalogue) => {
  const rows = await connection.all(
    "select table_name as name, estimated_size as facts from duckdb_tables() where schema_name = 'fact'",
  );
  const facts = new Map(rows.map((row) => [String(row.name), Number(row.facts)]));
  const cost = (cube: Cube): number =>
    tablesRead(cube).reduce((sum, name) => sum + (facts.get(name) ?? 0), 0);
  const waiting = cubes.toSorted((one, other) => cost(other) - cost(one));
  const running = new Map<Connection, number>();
  /** The next for a lane, which has done with the one before. */
  return (lane: Connection): Cube | undefined => {
    running.delete(lane);
    const beside = Math.max(0, ...running.values());
    const fits = (cube: Cube): boolean => cost(cube) * 2 <= beside || beside * 2 <= cost(cube);
    const cube = waiting.find(fits) ?? waiting[0];
    if (cube === undefined) return undefined;
    waiting.splice(waiting.indexOf(cube), 1);
    running.set(lane, cost(cube));
    return cube;
  };
};

/** Books everything that was loaded: what all cubes need to know, then each cube in one transaction, as many at a time as there are lanes. */
export const bookAll = async (
  lanes: Lanes,
  catalogue: Catalogue,
  { recordsOnce = true, onCube }: Booking = {},
): Promise<void> => {
  const [first] = lanes;
  const filled = new Set((await typesWithFacts(first, catalogue)).flatMap(tableNames));
  await first.transaction(async () => {
    if (!recordsOnce) await dropSecondFacts(first, catalogue.contracts);
    await allArrived(first, catalogue);
    await closeFacts(first, catalogue.contracts, 0n);
    await noteKnownDays(first);
    await first.run("drop view arrived");
    await countEvents(first, catalogue);
  });
  const noteSome = (lane: Connection, nth: number): Promise<void> => {
    const contracts = catalogue.contracts.filter((_, index) => index % lanes.length === nth);
    return lane.transaction(() =>
      noteRepetitions(lane, { ...catalogue, contracts }, filled, (table) => `fact.${table}`),
    );
  };
  await Promise.all(lanes.map(noteSome));
  const next = await handingOut(first, catalogue);
  const bookSome = async (lane: Connection): Promise<void> => {
    for (let cube = next(lane); cube !== undefined; cube = next(lane)) {
      const { name } = cube;
      const own = cube;
      onCube?.(name);
      const began = performance.now();
      if (canPost(own, filled)) await rebuildCube(lane, own);
      onCube?.(name, (performance.now() - began) / 1000);
    }
  };
  await Promise.all(lanes.map(bookSome));
  await first.run("update model.cube set position = (select position from model.checkpoint)");
};
