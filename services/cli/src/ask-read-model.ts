import { setTimeout as sleep } from "node:timers/promises";
import { createApi } from "@karnameh/api/create-api";
import { type DataFolder, makeModelFolder } from "./data-folder.ts";
import { openJournal } from "./logger.ts";
import { openLog } from "./open-log.ts";
import type { Surroundings } from "./surroundings.ts";
import { buildProgress } from "./wiring.ts";
import { openReading, type Reading } from "./wiring-reading.ts";

const LOOK_EVERY_MS = 20;

/** Until every event that is in the log, by the rules of this program, is in the answer. */
const untilLive = async (reading: Reading, signal: AbortSignal): Promise<void> => {
  while ((await reading.live()).state !== "LIVE") {
    signal.throwIfAborted();
    await sleep(LOOK_EVERY_MS);
  }
};

/** Answers one request from the read model of a folder that no server holds, building it first where needed. */
export const askReadModel = async (
  cli: Surroundings,
  folder: DataFolder,
  request: Request,
): Promise<Response> => {
  await makeModelFolder(folder);
  const log = await openLog(cli, folder, { readOnly: true });
  const journal = openJournal(cli);
  const progress = buildProgress(cli, !cli.stderr.isTTY);
  const reading = openReading(cli, { log, folder, journal, onProgress: progress.update });
  const stop = () => void reading.stop();
  cli.interruption.addEventListener("abort", stop);
  try {
    await reading.start();
    await Promise.race([untilLive(reading, cli.interruption), reading.follow()]);
    progress.end();
    const logger = { error: (message: string, facts: object) => journal.error(facts, message) };
    const { fetch } = createApi({ planner: reading.planner, live: reading.live, logger, graphiql: false });
    return await fetch(request);
  } finally {
    progress.end();
    await reading.stop();
    await log.close();
  }
};
