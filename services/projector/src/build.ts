import { rm } from "node:fs/promises";
import type { EventLog } from "@karnameh/event-log/port";
import { checkpoint } from "@karnameh/projections/engine/commit";
import { openDatabase } from "@karnameh/projections/engine/database";
import { type Catalogue, catalogueHash, createModel } from "@karnameh/projections/engine/model";
import { type Connections, checkpointFile, loadAll, postAll } from "@karnameh/projections/engine/rebuild";
import type { ModelFolder } from "./model-folder.ts";

/** How far a build is: first the positions of the log that are loaded, then the cubes that are posted, each with its seconds. */
export type BuildProgress = {
  readonly phase: "LOADING" | "POSTING";
  readonly done: number;
  readonly total: number;
  readonly cube?: string;
  readonly seconds?: number;
};

export type BuildOptions = {
  readonly onProgress: (progress: BuildProgress) => void;
  readonly signal: AbortSignal;
  readonly memoryLimit?: string;
};

/** Events read at a time. */
const LOAD_EVENTS = 50_000;

/**
 * DuckDB's share of a rebuild's memory while it loads, the events under way and what DuckDB does not count on top; and
 * while it posts, when no events are under way: two cubes read all of their facts at one time.
 */
const LOAD_MEMORY = "720MiB";
const POST_MEMORY = "1024MiB";

const loadLog = async (
  log: EventLog,
  connections: Connections,
  catalogue: Catalogue,
  { onProgress, signal }: Pick<BuildOptions, "onProgress" | "signal">,
): Promise<void> => {
  const head = await log.head();
  let after = await checkpoint(connections[0]);
  async function* batches() {
    for await (const { last, texts } of log.readRange(after, head, LOAD_EVENTS)) {
      signal.throwIfAborted();
      yield { after, last, texts };
      after = last;
    }
  }
  await loadAll(connections, catalogue, batches(), (done) =>
    onProgress({ phase: "LOADING", done: Number(done), total: Number(head) }),
  );
};

const postCubes = async (
  connections: Connections,
  catalogue: Catalogue,
  {
    onProgress,
    signal,
    recordsOnce,
  }: Pick<BuildOptions, "onProgress" | "signal"> & Pick<EventLog, "recordsOnce">,
): Promise<void> => {
  let done = 0;
  const onCube = (cube: string, seconds?: number): void => {
    signal.throwIfAborted();
    if (seconds !== undefined) done += 1;
    const took = seconds === undefined ? {} : { seconds };
    onProgress({ phase: "POSTING", done, total: catalogue.cubes.length, cube, ...took });
  };
  await postAll(connections, catalogue, { onCube, recordsOnce });
};

/**
 * Builds a read model of the whole log in a new file of the folder, next to the one that serves, and resolves to
 * it. A build that fails or is stopped leaves nothing.
 */
export const buildModel = async (
  log: EventLog,
  folder: ModelFolder,
  catalogue: Catalogue,
  options: BuildOptions,
): Promise<string> => {
  const file = folder.begin(catalogueHash(catalogue));
  const database = await openDatabase(file, {
    memoryLimit: options.memoryLimit ?? LOAD_MEMORY,
    isUnderConstruction: true,
  });
  try {
    const connection = await database.connect();
    await createModel(connection, catalogue, await log.identity());
    const connections: Connections = [connection, await database.connect()];
    // A connection that loads waits for its text now and then; a third keeps two processors busy. One that posts never waits.
    await loadLog(log, [...connections, await database.connect()], catalogue, options);
    if (options.memoryLimit === undefined) await connection.run(`set memory_limit = '${POST_MEMORY}'`);
    await postCubes(connections, catalogue, { ...options, recordsOnce: log.recordsOnce });
    await connection.run("update model.about set state = 'BUILT'");
    await checkpointFile(connection);
    database.close();
    return file;
  } catch (error) {
    database.close();
    await rm(file, { force: true });
    await rm(`${file}.tmp`, { recursive: true, force: true });
    throw error;
  }
};
