import { rm } from "node:fs/promises";
import type { EventLog, Position } from "@karnameh/event-log/port";
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

const LOAD_EVENTS = 100_000;

type Progress = Pick<BuildOptions, "onProgress" | "signal">;

const load = async (
  log: EventLog,
  lanes: readonly [Connection, Connection],
  catalogue: Catalogue,
  { onProgress, signal }: Progress,
): Promise<Position> => {
  let after = await checkpoint(lanes[0]);
  const head = await log.head();
  let reading = log.read(after, LOAD_EVENTS);
  while (after < head) {
    signal.throwIfAborted();
    const batch = await reading;
    if (batch.count === 0) break;
    const loading = loadBatch(lanes, catalogue, { after, last: batch.last, texts: batch.texts });
    reading = log.read(batch.last, LOAD_EVENTS);
    await loading;
    after = batch.last;
    onProgress({ phase: "LOADING", done: Number(after), total: Number(head) });
  }
  await reading;
  return after;
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
  const database = await openDatabase(
    file,
    options.memoryLimit === undefined ? {} : { memoryLimit: options.memoryLimit },
  );
  try {
    const connection = await database.connect();
    await createModel(connection, catalogue, await log.identity());
    const second = await database.connect();
    await connection.transaction(() =>
      second.transaction(() => load(log, [connection, second], catalogue, options)),
    );
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
