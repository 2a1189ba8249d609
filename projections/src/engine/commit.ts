import { factTable } from "@karnameh/schema/columns";
import type { EventContract } from "@karnameh/schema/contract";
import { type Cube, tablesRead } from "./cube.ts";
import type { Connection } from "./database.ts";
import {
  allArrived,
  batchTables,
  closeFacts,
  declareEnvelopes,
  declareType,
  loadBatchFacts,
  loadFacts,
  noteKnownDays,
  noteRepetitions,
  type Texts,
  tableNames,
} from "./load.ts";
import { type Catalogue, factTables } from "./model.ts";
import { booksOn, declarePosting, isTouched, keepBatchChanges, type Posting, postCubes } from "./post.ts";
import { dropSecondFacts } from "./second-copies.ts";
import { postWholeCubeInMemory } from "./whole.ts";
import type { Writer } from "./writer.ts";

/** Somebody else moved the checkpoint: two projectors would book twice, so this one stops. */
export class CheckpointMoved extends Error {
  readonly code = "CHECKPOINT_MOVED";
  constructor(expected: bigint) {
    super(
      `The read model is no longer at position ${expected}: another projector is writing it. Stop one of the two.`,
    );
    this.name = "CheckpointMoved";
  }
}

/** The events of a stretch of the log: those after one position, up to another. */
type LogBatch = { readonly after: bigint; readonly last: bigint; readonly texts: Texts };

/** The position up to which the read model has booked the log. */
export const checkpoint = async (connection: Connection): Promise<bigint> => {
  const [row] = await connection.all("select position::varchar as position from model.checkpoint");
  return BigInt(String(row?.position ?? 0));
};

const moveCheckpoint = async (
  connection: Connection,
  { after, last }: Pick<LogBatch, "after" | "last">,
  events: number,
): Promise<void> => {
  const moved = await connection.run(
    "update model.checkpoint set position = $1::bigint, events = events + $3::bigint where position = $2::bigint",
    [last, after, BigInt(events)],
  );
  if (moved !== 1) throw new CheckpointMoved(after);
};

/** What a writer is ready for: the types of events for which it has temporary tables, and their statements. */
type Ready = { readonly types: ReadonlySet<EventContract>; readonly posting: Posting };

const ready = new WeakMap<Writer, Ready>();

const typesWithFacts = async (
  connection: Connection,
  { contracts }: Catalogue,
): Promise<readonly EventContract[]> => {
  const rows = await connection.all(
    "select table_name as name from duckdb_tables() where schema_name = 'fact' and estimated_size > 0",
  );
  const filled = new Set(rows.map(({ name }) => name));
  return contracts.filter((contract) => filled.has(factTable(contract).table));
};

/**
 * Makes a writer ready for batches of the types of which there are facts, and of these: temporary tables and
 * statements for them and for the cubes on which they book. For the whole catalogue that would take a second.
 */
export const readyWriter = async (
  writer: Writer,
  catalogue: Catalogue,
  texts: Texts = new Map(),
): Promise<Ready> => {
  const before = ready.get(writer);
  const arriving = catalogue.contracts.filter((contract) => texts.has(contract.type));
  if (before && arriving.every((contract) => before.types.has(contract))) return before;
  if (!before) await declareEnvelopes(writer, catalogue);
  const types = new Set([...(before?.types ?? (await typesWithFacts(writer, catalogue))), ...arriving]);
  for (const contract of types) await declareType(writer, contract);
  const tables = new Map([...types].flatMap((contract) => [...batchTables(contract)]));
  const now = { types, posting: await declarePosting(writer, catalogue, tables) };
  ready.set(writer, now);
  return now;
};

/** A batch to be committed. */
type Batch = LogBatch & {
  /** False where the log may hold an event twice: then its second copies are dropped. */
  readonly recordsOnce?: boolean;
  /** The cubes to book it on, all of them unless given. Those that are not booked up to where it begins are left behind. */
  readonly on?: ReadonlySet<Cube>;
};

/** What a batch left to be done: it changed facts that these cubes read, and was not booked on them. */
type Committed = { readonly events: number; readonly behind: readonly Cube[] };

/** The cubes that are not booked up to where a batch begins. */
const namesBehind = async (connection: Connection, after: bigint): Promise<ReadonlySet<unknown>> =>
  new Set(
    (await connection.all(`select name from model.cube where position <> ${after}`)).map(({ name }) => name),
  );

/** Notes beside the checkpoint which cubes are not booked up to it: each question asks for it. */
export const noteBehind = (connection: Connection): Promise<number> =>
  connection.run(`update model.checkpoint set behind = (
    select coalesce(string_agg(name, ' '), '') from model.cube c, model.checkpoint k where c.position < k.position)`);

/** Notes how far cubes are booked: those that were at the beginning of the batch, but for some. */
const moveCubes = async (
  connection: Connection,
  { after, last }: Pick<LogBatch, "after" | "last">,
  behind: readonly Cube[],
): Promise<void> => {
  await connection.run(
    "update model.cube set position = $1::bigint where position = $2::bigint and not list_contains(string_split($3, ' '), name)",
    [last, after, behind.map(({ name }) => name).join(" ")],
  );
  await noteBehind(connection);
};

/**
 * Books one batch in one transaction: facts, checkpoint, and entries and balances of cubes. `after` is where the
 * batch begins; throws CheckpointMoved if the read model is not there. On cubes that are left behind `bookBehind` books it.
 */
export const commitBatch = async (writer: Writer, catalogue: Catalogue, batch: Batch): Promise<Committed> => {
  const { after, on } = batch;
  const { posting, types } = await readyWriter(writer, catalogue, batch.texts);
  return writer.transaction(async () => {
    const { began, events } = await loadBatchFacts(writer, catalogue, batch);
    await moveCheckpoint(writer, batch, events);
    const ended = await closeFacts(writer, types, after);
    await noteRepetitions(writer, catalogue, began);
    await noteKnownDays(writer);
    const touched = catalogue.cubes.filter((cube) => isTouched(posting, cube, began, ended));
    const late = await namesBehind(writer, after);
    const behind = touched.filter((cube) => late.has(cube.name) || on?.has(cube) === false);
    const booked = touched.filter((cube) => !behind.includes(cube));
    await keepBatchChanges(writer, posting, booked, { began, ended });
    await postCubes(writer, posting, booked, after);
    await moveCubes(writer, batch, behind);
    return { events, behind };
  });
};

/**
 * The connections of a rebuild, which work side by side: DuckDB splits one text on one thread, and two cubes on
 * two threads take less than one cube on both.
 */
export type Lanes = readonly [Connection, ...Connection[]];

/** Events after which what was loaded is pressed into the file, to free its memory. */
const PRESS_EVENTS = 3_400_000;

/** Bytes of a type's events that are worth a statement: planning it takes as long as reading some hundred lines. */
const WORTH_LOADING = 4_000_000;

const LINE_FEED = Buffer.from("\n");

/** One text stays itself: a copy would only make V8 collect sooner. */
const joined = ([text = new Uint8Array(), ...more]: readonly Uint8Array[]): Uint8Array =>
  more.length === 0 ? text : Buffer.concat([text, ...more.flatMap((next) => [LINE_FEED, next])]);

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

/**
 * Loads stretches of the log for a rebuild, each beginning where the one before ended: their facts only; `bookAll`
 * books them once all are there. A lane takes the next text when it is free, in a transaction of its own, so a
 * read model of which one text failed is of no use.
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
      await first.run("checkpoint");
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
    for await (const text of waiting) {
      const loading = lane.transaction(() => loadFacts(lane, catalogue, new Map([text])));
      running.set(lane, loading);
      await loading;
    }
  };
  await Promise.all(lanes.map(loadSome));
};

/** What a rebuild says of a cube: that it began, or how many seconds it took. */
export type OnCube = (cube: string, seconds?: number) => void;

export type Booking = { readonly recordsOnce?: boolean; readonly onCube?: OnCube };

/** Notes how many events were loaded. */
const countEvents = async (connection: Connection, catalogue: Catalogue): Promise<void> => {
  const tables = factTables(catalogue).map(({ table }) => `select count(*) as n from fact.${table}`);
  await connection.run(`update model.checkpoint set events =
    (select sum(n) from (${[...tables, "select count(*) from model.set_aside"].join(" union all ")}))`);
};

/** The cubes, those that read the most facts first: begun last, one of them would keep one lane alone. */
const dearestFirst = async (connection: Connection, { cubes }: Catalogue): Promise<Cube[]> => {
  const rows = await connection.all(
    "select table_name as name, estimated_size as facts from duckdb_tables() where schema_name = 'fact'",
  );
  const facts = new Map(rows.map((row) => [String(row.name), Number(row.facts)]));
  const cost = (cube: Cube): number =>
    tablesRead(cube).reduce((sum, name) => sum + (facts.get(name) ?? 0), 0);
  return cubes.toSorted((one, other) => cost(other) - cost(one));
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
  const waiting = await dearestFirst(first, catalogue);
  const bookSome = async (lane: Connection): Promise<void> => {
    for (let cube = waiting.shift(); cube !== undefined; cube = waiting.shift()) {
      const { name } = cube;
      const own = cube;
      onCube?.(name);
      const began = performance.now();
      if (booksOn(own, filled)) await postWholeCubeInMemory(lane, own);
      onCube?.(name, (performance.now() - began) / 1000);
    }
  };
  await Promise.all(lanes.map(bookSome));
  await first.run("update model.cube set position = (select position from model.checkpoint)");
};
