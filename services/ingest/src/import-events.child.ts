import { openSqliteLog } from "@karnameh/event-log/sqlite/log";
import { importEvents } from "./import-events.ts";

const [source = "", file = "", refusalsFile = "", checkpointDir = ""] = process.argv.slice(2);

const log = await openSqliteLog({ file });
await importEvents({
  source,
  log,
  refusalsFile,
  checkpointDir,
  batchSize: 500,
  onProgress: ({ lines }) => process.stdout.write(`${lines}\n`),
});
await log.close();
