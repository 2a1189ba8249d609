// Serves from a folder of read models until it is killed, and prints when it starts to.
import { openSqliteLog } from "@karnameh/event-log/sqlite/log";
import { trainingHours } from "@karnameh/projections/domains/training/hours";
import { catalogueOf } from "@karnameh/projections/engine/model";
import { createProjector } from "./projector.ts";

const [file = "", folder = ""] = process.argv.slice(2);
const projector = createProjector({
  log: await openSqliteLog({ file }),
  folder,
  catalogue: catalogueOf([trainingHours]),
  indicators: [],
  clock: () => 0,
  today: () => "2021-06-01",
  logger: { info: () => undefined, error: () => undefined },
});
await projector.start();
process.stdout.write("serving\n");
