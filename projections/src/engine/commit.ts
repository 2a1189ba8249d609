import { factTable } from "@karnameh/schema/columns";
import type { EventContract } from "@karnameh/schema/contract";
import type { Cube } from "./cube.ts";
import { type LaggingCube, laggingCubes, moveCubes } from "./cube-positions.ts";
import type { Connection } from "./database.ts";
import {
  batchTables,
  closeFacts,
  declareEnvelopes,
  declareType,
  loadBatchFacts,
  noteKnownDays,
  type Texts,
} from "./load.ts";
import type { Catalogue } from "./model.ts";
import { declarePosting, isTouched, keepBatchChanges, type Posting, postCubes } from "./post-batch.ts";
import { noteRepetitions } from "./repeated-things.ts";
import type { Writer } from "./writer.ts";

/** Another process moved the checkpoint: two projectors would post each event twice, so this one stops. */
export class CheckpointMoved extends Error {
  readonly code = "CHECKPOINT_MOVED";
  constructor(expected: bigint) {
    super(
      `The read model is no longer at position ${expected}: another projector is writing it. Stop one of the two.`,
    );
    this.name = "CheckpointMoved";
  }
}

/** The events of a range of the log: those after one position, up to another. */
export type LogBatch = { readonly after: bigint; readonly last: bigint; readonly texts: Texts };

/** The position up to which the read model has recorded the log. */
export const checkpoint = async (connection: Connection): Promise<bigint> => {
  const [row] = await connection.all("select position::varchar as position from model.checkpoint");
  return BigInt(String(row?.position ?? 0));
};

/** Moves the checkpoint from where a batch begins to where it ends, and counts its events. Throws CheckpointMoved if it is not there. */
export const moveCheckpoint = async (
  connection: Connection,
  { after, last }: Pick<LogBatch, "after" | "last">,
  events: number,
): Promise<void> => {
  const moved = await connection.run(
    "update model.checkpoint set position = $1::bigint, events = events + $3::bigint where position = $2::bigint",
    [last, after, BigInt(events)],
    ["model.checkpoint"],
  );
  if (moved !== 1) throw new CheckpointMoved(after);
};

/** What a writer is prepared for: the types of events for which it has temporary tables, and their statements. */
type PreparedWriter = { readonly types: ReadonlySet<EventContract>; readonly posting: Posting };

const preparedWriters = new WeakMap<Writer, PreparedWriter>();

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
 * Prepares a writer for batches of the types of which there are facts, and of these: temporary tables and
 * statements for them and for the cubes to which they post. For all cubes that would take a second.
 */
export const prepareWriter = async (
  writer: Writer,
  catalogue: Catalogue,
  texts: Texts = new Map(),
): Promise<PreparedWriter> => {
  const before = preparedWriters.get(writer);
  const arriving = catalogue.contracts.filter((contract) => texts.has(contract.type));
  if (before && arriving.every((contract) => before.types.has(contract))) return before;
  if (!before) await declareEnvelopes(writer, catalogue);
  const types = new Set([...(before?.types ?? (await typesWithFacts(writer, catalogue))), ...arriving]);
  for (const contract of types) await declareType(writer, contract);
  const tables = new Map([...types].flatMap((contract) => [...batchTables(contract)]));
  const prepared = { types, posting: await declarePosting(writer, catalogue, tables) };
  preparedWriters.set(writer, prepared);
  return prepared;
};

/** A batch to be committed. */
type Batch = LogBatch & {
  /** False where the log may hold an event twice: then its second copies are dropped. */
  readonly recordsOnce?: boolean;
  /** The cubes on which the batch is posted, all of them unless given. A cube that already lags lags further. */
  readonly postOn?: ReadonlySet<Cube>;
};

/**
 * Commits one batch in one transaction: facts, checkpoint, and the entries and balances of cubes. `after` is where the
 * batch begins; throws CheckpointMoved if the read model is not there. On the cubes that lag, `catchUpCubes` posts it later.
 * Resolves to those.
 */
export const commitBatch = async (
  writer: Writer,
  catalogue: Catalogue,
  batch: Batch,
): Promise<readonly LaggingCube[]> => {
  const { after, postOn } = batch;
  const { posting, types } = await prepareWriter(writer, catalogue, batch.texts);
  return writer.transaction(async () => {
    const { began, events } = await loadBatchFacts(writer, catalogue, batch);
    await moveCheckpoint(writer, batch, events);
    const ended = await closeFacts(writer, types, after);
    await noteRepetitions(writer, catalogue, began);
    await noteKnownDays(writer);
    const touched = catalogue.cubes.filter((cube) => isTouched(posting, cube, began, ended));
    const late = new Set((await laggingCubes(writer, catalogue)).map(({ cube }) => cube));
    const isPosted = (cube: Cube): boolean => !late.has(cube) && postOn?.has(cube) !== false;
    const posted = touched.filter(isPosted);
    await keepBatchChanges(writer, posting, posted, { began, ended });
    await postCubes(writer, posting, posted, after);
    const lagging = touched.filter((cube) => !isPosted(cube));
    await moveCubes(writer, { ...batch, events }, lagging);
    return laggingCubes(writer, catalogue);
  });
};
