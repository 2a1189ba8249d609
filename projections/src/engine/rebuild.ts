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
 * The connections of a rebuild, which work at the same time: DuckDB splits one text on one thread, and two cubes on
 * two threads take less than one cube on both.
 */
export type Connections = readonly [Connection, ...Connection[]];

/** Events after which a checkpoint writes what was loaded into the file, to free its memory. */
const CHECKPOINT_EVENTS = 3_400_000;

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

/** Checkpoints a file under construction, while nothing else runs: so it has both processors, where a connection has one. */
export const checkpointFile = async (connection: Connection): Promise<void> => {
  await connection.run("set threads = 2");
  await connection.run("checkpoint");
  await connection.run("set threads = 1");
};

/**
 * Loads ranges of the log for a rebuild, each beginning where the one before ended: their facts only; `postAll` posts
 * them once all are loaded. A connection takes the next text when it is free, in a transaction of its own, so a read
 * model of which one text failed is of no use. The memory of the texts is freed.
 */
export const loadAll = async (
  connections: Connections,
  catalogue: Catalogue,
  batches: AsyncIterable<LogBatch> | Iterable<LogBatch>,
  onLoaded?: (position: bigint) => void,
): Promise<void> => {
  const [first] = connections;
  const running = new Map<Connection, Promise<number>>();
  async function* textByText(): AsyncGenerator<readonly [string, Uint8Array]> {
    const began = await checkpoint(first);
    const gathered = gathering();
    let [reached, written] = [began, began];
    for await (const { last, texts } of batches) {
      gathered.add(texts);
      yield* gathered.take(WORTH_LOADING);
      reached = last;
      onLoaded?.(reached);
      if (reached - written < CHECKPOINT_EVENTS) continue;
      await Promise.all(running.values());
      await checkpointFile(first);
      written = reached;
    }
    yield* gathered.take(0);
    await Promise.all(running.values());
    // Counted at the end, when second copies are gone.
    await moveCheckpoint(first, { after: began, last: reached }, 0);
  }
  // All connections take from it, and one that fails ends it for all.
  const waiting = textByText();
  const loadSome = async (connection: Connection): Promise<void> => {
    for await (const [type, text] of waiting) {
      const loading = connection.transaction(() => loadFacts(connection, catalogue, new Map([[type, text]])));
      running.set(connection, loading);
      await loading;
      releaseText(text);
    }
  };
  await Promise.all(connections.map(loadSome));
};

/** What a rebuild reports of a cube: that it began, or how many seconds it took. */
type OnCube = (cube: string, seconds?: number) => void;

type PostOptions = { readonly recordsOnce?: boolean; readonly onCube?: OnCube };

/** Notes how many events were loaded. */
const countEvents = async (connection: Connection, catalogue: Catalogue): Promise<void> => {
  const tables = factTables(catalogue).map(({ table }) => `select count(*) as n from fact.${table}`);
  await connection.run(`update model.checkpoint set events =
    (select sum(n) from (${[...tables, "select count(*) from model.unprocessable_event"].join(" union all ")}))`);
};

/**
 * Hands out the cubes, those that read the most facts first: begun last, one of them would keep one connection busy
 * alone. Next to one of them runs one that reads at most half as much, where there is one: two large ones find no room in memory.
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
  /** The next for a connection, which has finished the one before. */
  return (connection: Connection): Cube | undefined => {
    running.delete(connection);
    const largest = Math.max(0, ...running.values());
    const fits = (cube: Cube): boolean => cost(cube) * 2 <= largest || largest * 2 <= cost(cube);
    const cube = waiting.find(fits) ?? waiting[0];
    if (cube === undefined) return undefined;
    waiting.splice(waiting.indexOf(cube), 1);
    running.set(connection, cost(cube));
    return cube;
  };
};

/** Posts everything that was loaded: what all cubes need to know, then each cube in one transaction, as many at a time as there are connections. */
export const postAll = async (
  connections: Connections,
  catalogue: Catalogue,
  { recordsOnce = true, onCube }: PostOptions = {},
): Promise<void> => {
  const [first] = connections;
  const filled = new Set((await typesWithFacts(first, catalogue)).flatMap(tableNames));
  await first.transaction(async () => {
    if (!recordsOnce) await dropSecondFacts(first, catalogue.contracts);
    await allArrived(first, catalogue);
    await closeFacts(first, catalogue.contracts, 0n);
    await noteKnownDays(first);
    await first.run("drop view arrived");
    await countEvents(first, catalogue);
  });
  const noteSome = (connection: Connection, nth: number): Promise<void> => {
    const contracts = catalogue.contracts.filter((_, index) => index % connections.length === nth);
    return connection.transaction(() =>
      noteRepetitions(connection, { ...catalogue, contracts }, filled, (table) => `fact.${table}`),
    );
  };
  await Promise.all(connections.map(noteSome));
  const next = await handingOut(first, catalogue);
  const postSome = async (connection: Connection): Promise<void> => {
    for (let cube = next(connection); cube !== undefined; cube = next(connection)) {
      const { name } = cube;
      const own = cube;
      onCube?.(name);
      const began = performance.now();
      if (canPost(own, filled)) await rebuildCube(connection, own);
      onCube?.(name, (performance.now() - began) / 1000);
    }
  };
  await Promise.all(connections.map(postSome));
  await first.run("update model.cube set position = (select position from model.checkpoint)");
};
