import { setTimeout as sleep } from "node:timers/promises";
import { createApi } from "@karnameh/api/create-api";
import { openLogger } from "@karnameh/runtime/logger";
import type { CliContext } from "./cli-context.ts";
import { type DataFolder, makeModelFolder } from "./data-folder.ts";
import { openLog } from "./open-log.ts";
import { openReadSide, type ReadSide } from "./read-side.ts";
import { buildProgress } from "./wiring.ts";

const POLL_INTERVAL_MS = 20;

/** Resolves once the read model holds every event in the log. */
const untilLive = async (reading: ReadSide, signal: AbortSignal): Promise<void> => {
  while ((await reading.live()).state !== "LIVE") {
    signal.throwIfAborted();
    await sleep(POLL_INTERVAL_MS);
  }
};

/** Answers one request from the read model of a folder that no server uses, and builds it first if necessary. */
export const askReadModel = async (
  cli: CliContext,
  folder: DataFolder,
  request: Request,
): Promise<Response> => {
  await makeModelFolder(folder);
  const log = await openLog(cli, folder, { readOnly: true });
  const logger = openLogger({ level: cli.env.logLevel, stream: cli.stderr });
  const progress = buildProgress(cli, !cli.stderr.isTTY);
  const reading = openReadSide(cli, { log, folder, logger, onProgress: progress.update });
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
