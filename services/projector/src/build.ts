import { rm } from "node:fs/promises";
import type { EventLog } from "@karnameh/event-log/port";
import { bookAll, checkpoint, loadBatch } from "@karnameh/projections/engine/commit";
import { type Connection, openDatabase } from "@karnameh/projections/engine/database";
import { type Catalogue, catalogueHash, createModel } from "@karnameh/projections/engine/model";
import type { ModelFolder } from "./model-folder.ts";

/** How far a build is: events loaded of those in the log, then cubes booked. */
export type BuildProgress = {
  readonly phase: "LOADING" | "BOOKING";
  readonly done: number;
  readonly total: number;
  readonly cube?: string;
};

export type BuildOptions = {
  readonly onProgress: (progress: BuildProgress) => void;
  readonly signal: AbortSignal;
  readonly memoryLimit?: string;
};

/** Events read at a time, and in one transaction: DuckDB keeps what is not committed of many tables in memory. */
const LOAD_EVENTS = 100_000;
const COMMIT_EVENTS = 1_000_000n;

/** DuckDB's share of a rebuild's memory; the events under way and what DuckDB does not count come on top. */
const BUILD_MEMORY = "768MiB";

type Progress = Pick<BuildOptions, "onProgress" | "signal">;
type Lanes = readonly [Connection, Connection];

const inTransactions = ([one, other]: Lanes, work: () => Promise<void>): Promise<void> =>
  one.transaction(() => other.transaction(work));

const loadAll = async (
  log: EventLog,
  lanes: Lanes,
  catalogue: Catalogue,
  { onProgress, signal }: Progress,
) => {
  const head = await log.head();
  let after = await checkpoint(lanes[0]);
  const batches = log.stretch(after, head, LOAD_EVENTS)[Symbol.asyncIterator]();
  let next = await batches.next();
  const loadSome = async (): Promise<void> => {
    for (
      const until = after + COMMIT_EVENTS;
      next.done !== true && after < until;
      next = await batches.next()
    ) {
      signal.throwIfAborted();
      const { last, texts } = next.value;
      await loadBatch(lanes, catalogue, { after, last, texts });
      after = last;
      onProgress({ phase: "LOADING", done: Number(after), total: Number(head) });
    }
  };
  try {
    while (next.done !== true) await inTransactions(lanes, loadSome);
  } finally {
    await batches.return?.();
  }
};

/**
 * Builds a read model of the whole log in a new file of the folder, beside the one that serves, and resolves to
 * it. A build that fails or is stopped leaves nothing.
 */
export const buildModel = async (
  log: EventLog,
  folder: ModelFolder,
  catalogue: Catalogue,
  options: BuildOptions,
): Promise<string> => {
  const file = folder.begin(catalogueHash(catalogue));
  const database = await openDatabase(file, { memoryLimit: options.memoryLimit ?? BUILD_MEMORY });
  try {
    const connection = await database.connect();
    await createModel(connection, catalogue, await log.identity());
    const second = await database.connect();
    await loadAll(log, [connection, second], catalogue, options);
    second.close();
    await bookAll(connection, catalogue, (cube, done) => {
      options.signal.throwIfAborted();
      options.onProgress({ phase: "BOOKING", done, total: catalogue.cubes.length, cube });
    });
    await connection.run("update model.about set state = 'BUILT'");
    await connection.run("checkpoint");
    connection.close();
    database.close();
    return file;
  } catch (error) {
    database.close();
    await rm(file, { force: true });
    await rm(`${file}.wal`, { force: true });
    throw error;
  }
};
