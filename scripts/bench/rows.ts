import { measureCluster } from "./cluster.ts";
import type { Context } from "./context.ts";
import { measureImport } from "./import.ts";
import { measureLive } from "./live.ts";
import type { Measured } from "./measured.ts";
import type { RowName } from "./options.ts";
import { measureAsOf, measureQuery } from "./query.ts";
import { measureRebuild } from "./rebuild.ts";
import { measureRestart } from "./restart.ts";

type Row = {
  readonly name: RowName;
  readonly title: string;
  readonly run: (context: Context) => Promise<Measured[]>;
};

/** In running order: the first two make the log and the read model of the others. */
export const ROWS: readonly Row[] = [
  { name: "import", title: "Importing a file into a log", run: measureImport },
  { name: "rebuild", title: "Building the read model", run: measureRebuild },
  { name: "query", title: "Querying over HTTP", run: measureQuery },
  { name: "asof", title: "Querying as of past days", run: measureAsOf },
  { name: "restart", title: "Restarting", run: measureRestart },
  { name: "live", title: "Appending while querying", run: measureLive },
  { name: "cluster", title: "Reading a log on a cluster", run: measureCluster },
];
