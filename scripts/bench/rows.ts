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

/** In the order in which they run: the first two make what the others stand on. */
export const ROWS: readonly Row[] = [
  { name: "import", title: "Importing a file into a log", run: measureImport },
  { name: "rebuild", title: "Building the read model", run: measureRebuild },
  { name: "query", title: "Asking over HTTP", run: measureQuery },
  { name: "asof", title: "Asking as of past days", run: measureAsOf },
  { name: "restart", title: "Starting again", run: measureRestart },
  { name: "live", title: "Appending and watching", run: measureLive },
  { name: "cluster", title: "Reading a log on a cluster", run: measureCluster },
];
