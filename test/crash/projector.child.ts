// Follows a log into a folder of read models until a position, then ends; with `changed`, under another rule.
import { openSqliteLog } from "@karnameh/event-log/sqlite/log";
import { catalogueOf } from "@karnameh/projections/engine/model";
import { createProjector } from "@karnameh/projector/projector";
import { booked } from "./booked.ts";

const [file = "", folder = "", target = "0", rule = ""] = process.argv.slice(2);
const renewed = booked.map((cube) => ({ ...cube, sql: `${cube.sql}\n` }));
const projector = createProjector({
  log: await openSqliteLog({ file }),
  folder,
  catalogue: catalogueOf(rule === "changed" ? renewed : booked),
  indicators: [],
  clock: () => 0,
  today: () => "2021-06-01",
  logger: { info: () => undefined, error: (_, fields) => process.stderr.write(JSON.stringify(fields)) },
  onProgress: ({ phase }) => process.stdout.write(`${phase}\n`),
  batchSize: 40,
});
process.stdout.write("STARTING\n");
await projector.start();
process.stdout.write("SERVING\n");
await Promise.race([projector.waitFor(BigInt(target), 60_000), projector.ended]);
for (let state = ""; state !== "LIVE"; ) {
  state = (await projector.status()).state;
  await new Promise((resolve) => setTimeout(resolve, 10));
}
await projector.stop();
process.exit(0);
