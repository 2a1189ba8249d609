import { join } from "node:path";
import { openSqliteLog } from "@karnameh/event-log/sqlite/log";
import { importEvents } from "@karnameh/ingest/import-events";
import { usage, work } from "./work.ts";

export type ImportResult = {
  readonly seconds: number;
  readonly recorded: number;
  readonly refused: number;
  readonly peakMib: number;
  readonly cpuSeconds: number;
};

/** Imports the file into a new log, durably, with every check; what is timed begins and ends with the call. */
work<{ folder: string; file: string }>(async ({ folder, file }, { progress }) => {
  const log = await openSqliteLog({ file: join(folder, "log.sqlite") });
  const began = performance.now();
  const { recorded, refused } = await importEvents({
    source: file,
    log,
    historical: true,
    refusalsFile: join(folder, "refusals.ndjson"),
    checkpointDir: join(folder, "imports"),
    onProgress: ({ bytes, ofBytes }) => progress("importing", bytes, ofBytes ?? bytes),
  });
  const seconds = (performance.now() - began) / 1000;
  await log.close();
  return {
    seconds,
    recorded,
    refused,
    ...usage(),
  } satisfies ImportResult;
});
