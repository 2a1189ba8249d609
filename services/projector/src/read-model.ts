import type { EventLog } from "@karnameh/event-log/port";
import { checkpoint } from "@karnameh/projections/engine/commit";
import {
  type Connection,
  type Database,
  DatabaseError,
  openDatabase,
} from "@karnameh/projections/engine/database";
import type { Indicator } from "@karnameh/projections/engine/indicator";
import { type Writer, writerOn } from "@karnameh/projections/engine/writer";
import { openPlanner, type PlannerOptions } from "@karnameh/projections/planner/planner";
import { ProjectorError } from "./projector-error.ts";

/** An open read model: the writer's connection and its planner. */
export type ReadModel = {
  readonly file: string;
  readonly database: Database;
  readonly writer: Writer;
  readonly planner: Awaited<ReturnType<typeof openPlanner>>;
  readonly hash: string;
};

const open = async (file: string, memoryLimit: string | undefined): Promise<Database> => {
  try {
    return await openDatabase(file, { isOneThread: true, ...(memoryLimit !== undefined && { memoryLimit }) });
  } catch (error) {
    if (error instanceof DatabaseError && /(set|conflicting) lock/i.test(error.message)) {
      throw new ProjectorError(
        "ALREADY_RUNNING",
        `Another process serves from ${file}. Stop it, or give this one a data folder of its own.`,
        error,
      );
    }
    throw error;
  }
};

/** Rejects a read model that read another log, or more than the log holds. Throws ProjectorError. */
const checkLog = async (writer: Connection, log: EventLog, file: string): Promise<string> => {
  const [about] = await writer.all("select hash, log_id from model.about");
  if (about?.log_id !== (await log.identity())) {
    throw new ProjectorError(
      "OTHER_LOG",
      `The read model ${file} was built from another log. Run 'karnameh rebuild', or use the data folder it belongs to.`,
    );
  }
  const [position, head] = [await checkpoint(writer), await log.head()];
  if (position > head) {
    throw new ProjectorError(
      "BEYOND_HEAD",
      `The read model ${file} holds the log up to position ${position} and the log ends at ${head}: the log lost its end or an older copy was restored. Run 'karnameh verify', then 'karnameh rebuild'.`,
    );
  }
  return String(about?.hash ?? "");
};

/** Opens the read model in a file for writing and queries. Throws ProjectorError. */
export const openReadModel = async (
  file: string,
  log: EventLog,
  indicators: readonly Indicator[],
  {
    memoryLimit,
    ...options
  }: Pick<PlannerOptions, "today" | "ensureCurrent"> & { readonly memoryLimit?: string },
): Promise<ReadModel> => {
  const database = await open(file, memoryLimit);
  try {
    const writer = writerOn(await database.connect());
    const hash = await checkLog(writer, log, file);
    const planner = await openPlanner({ database, indicators, ...options });
    return { file, database, writer, planner, hash };
  } catch (error) {
    database.close();
    throw error;
  }
};

export const closeReadModel = (model: ReadModel): void => {
  model.planner.close();
  model.writer.close();
  model.database.close();
};
