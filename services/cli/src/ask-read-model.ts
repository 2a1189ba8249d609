import { setTimeout as sleep } from "node:timers/promises";
import { createApi } from "@karnameh/api/create-api";
import { openLogger } from "@karnameh/runtime/logger";
import type { CliContext } from "./cli-context.ts";
import { type DataFolder, makeModelFolder } from "./data-folder.ts";
import { openLog } from "./open-log.ts";
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
  cli: CliContext,
  folder: DataFolder,
  request: Request,
): Promise<Response> => {
  await makeModelFolder(folder);
  const log = await openLog(cli, folder, { readOnly: true });
  const logger = openLogger({ level: cli.env.logLevel, stream: cli.stderr });
  const progress = buildProgress(cli, !cli.stderr.isTTY);
  const reading = openReading(cli, { log, folder, logger, onProgress: progress.update });
  const stop = () => void reading.stop();
  cli.abortSignal.addEventListener("abort", stop);
  try {
    await reading.start();
    await Promise.race([untilLive(reading, cli.abortSignal), reading.follow()]);
    progress.end();
    const { fetch } = createApi({ planner: reading.planner, live: reading.live, logger, graphiql: false });
    return await fetch(request);
  } finally {
    progress.end();
    await reading.stop();
    await log.close();
  }
};
