import { factTable } from "@karnameh/schema/columns";
import type { EventContract } from "@karnameh/schema/contract";
import type { Cube } from "./cube.ts";
import type { Connection } from "./database.ts";
import {
  batchTables,
  closeFacts,
  declareEnvelopes,
  declareType,
  loadBatchFacts,
  noteKnownDays,
  noteRepetitions,
  type Texts,
} from "./load.ts";
import type { Catalogue } from "./model.ts";
import { declarePosting, isTouched, keepBatchChanges, type Posting, postCubes } from "./post.ts";
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
export type LogBatch = { readonly after: bigint; readonly last: bigint; readonly texts: Texts };

/** The position up to which the read model has booked the log. */
export const checkpoint = async (connection: Connection): Promise<bigint> => {
  const [row] = await connection.all("select position::varchar as position from model.checkpoint");
  return BigInt(String(row?.position ?? 0));
};

/** Moves it from where a batch begins to where it ends, and counts its events. Throws CheckpointMoved if it is not there. */
export const moveCheckpoint = async (
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

/** The types of events of which there are facts. */
export const typesWithFacts = async (
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
