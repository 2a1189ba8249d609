import type { Connection } from "./database.ts";
import { closeFacts, loadFacts, noteKnownDays, noteRepetitions, type Texts } from "./load.ts";
import { type Catalogue, factTables } from "./model.ts";
import { postCubes, postWholeCube } from "./post.ts";

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

/** The position up to which the read model has booked the log. */
export const checkpoint = async (connection: Connection): Promise<bigint> => {
  const [row] = await connection.all("select position::varchar as position from model.checkpoint");
  return BigInt(String(row?.position ?? 0));
};

const moveCheckpoint = async (connection: Connection, from: bigint, to: bigint): Promise<void> => {
  const moved = await connection.run("update model.checkpoint set position = $1 where position = $2", [
    to,
    from,
  ]);
  if (moved !== 1) throw new CheckpointMoved(from);
};

/**
 * Books one batch: facts, entries, balances and checkpoint in one transaction.
 * `after` is where the batch begins; throws CheckpointMoved if the read model is not there.
 */
export const commitBatch = (
  connection: Connection,
  catalogue: Catalogue,
  batch: { readonly after: bigint; readonly last: bigint; readonly texts: Texts },
): Promise<void> =>
  connection.transaction(async () => {
    await moveCheckpoint(connection, batch.after, batch.last);
    const { after, last: upTo, texts } = batch;
    const began = await loadFacts(connection, catalogue, texts);
    const ended = await closeFacts(connection, catalogue, after, began);
    await noteRepetitions(connection, catalogue, after, began);
    await noteKnownDays(connection, catalogue, after, began);
    await postCubes(connection, catalogue, { after, upTo }, new Set([...began, ...ended]));
  });

/** The types of a batch dealt out to `count` lanes so that each has about as much text. */
const dealOut = (texts: Texts, count: number): readonly Texts[] => {
  const lanes = Array.from({ length: count }, () => ({ size: 0, texts: new Map<string, string>() }));
  for (const [type, text] of [...texts].sort(([, one], [, other]) => other.length - one.length)) {
    const lane = lanes.reduce((least, one) => (one.size < least.size ? one : least));
    lane.texts.set(type, text);
    lane.size += text.length;
  }
  return lanes.map((lane) => lane.texts);
};

/**
 * Loads one batch of a rebuild: its facts only; `bookAll` books them once all are there. Each connection is a
 * lane of its own, because DuckDB splits one text on one thread. Runs inside the caller's transactions: one a
 * lane for all batches writes each table once.
 */
export const loadBatch = async (
  lanes: readonly [Connection, ...Connection[]],
  catalogue: Catalogue,
  batch: { readonly after: bigint; readonly last: bigint; readonly texts: Texts },
): Promise<void> => {
  await moveCheckpoint(lanes[0], batch.after, batch.last);
  const dealt = dealOut(batch.texts, lanes.length);
  await Promise.all(lanes.map((lane, index) => loadFacts(lane, catalogue, dealt[index] ?? new Map())));
};

/** Events of the log to a bucket of subjects that a rebuild reads at one time, so that its memory stays bounded. */
const EVENTS_A_BUCKET = 2_500_000n;

/** Books everything that was loaded, cube by cube, each in one transaction. `onCube` hears before each. */
export const bookAll = async (
  connection: Connection,
  catalogue: Catalogue,
  onCube?: (name: string, number: number) => void,
): Promise<void> => {
  const upTo = await checkpoint(connection);
  await connection.transaction(async () => {
    const all = new Set(factTables(catalogue).map(({ table }) => table));
    await closeFacts(connection, catalogue, 0n, all);
    await noteRepetitions(connection, catalogue, 0n, all);
    await noteKnownDays(connection, catalogue, 0n, all);
  });
  const buckets = Number(upTo / EVENTS_A_BUCKET) + 1;
  for (const [number, cube] of catalogue.cubes.entries()) {
    onCube?.(cube.name, number);
    await connection.transaction(() => postWholeCube(connection, cube, upTo, buckets));
  }
};
