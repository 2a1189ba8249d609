import { cubes } from "@karnameh/projections/cubes";
import {
  type Connection,
  type Database,
  DatabaseError,
  openDatabase,
} from "@karnameh/projections/engine/database";
import { catalogueHash } from "@karnameh/projections/engine/model";
import { knownDays, verifyLedger } from "@karnameh/projections/engine/verify";
import { openModelFolder } from "@karnameh/projector/model-folder";
import type { CliContext } from "./cli-context.ts";
import type { DataFolder } from "./data-folder.ts";
import { startProgress } from "./progress.ts";
import { runningServer } from "./serve/serving.ts";
import { catalogue } from "./wiring.ts";

export type Differing = Awaited<ReturnType<typeof verifyLedger>>[number];

/** The days that were compared, or why none was; `broken` where the file itself cannot be read. */
export type LedgerChecked =
  | { readonly skipped: string }
  | { readonly broken: string }
  | { readonly days: readonly string[]; readonly differences: readonly Differing[] };

/** The last day, and `count` days before it, evenly spread from the first on. */
export const chooseDays = (known: readonly string[], count: number): string[] => {
  const last = known.length - 1;
  const places = Array.from({ length: count + 1 }, (_, step) =>
    Math.round((last * (step + 1)) / (count + 1)),
  );
  return [...new Set(places)].flatMap((place) => known[place] ?? []);
};

type Ask = { readonly days: number; readonly isQuiet: boolean };

const compare = async (cli: CliContext, connection: Connection, ask: Ask): Promise<LedgerChecked> => {
  const [about] = await connection.all("select hash from model.about");
  if (about?.hash !== catalogueHash(catalogue))
    return { skipped: "it was made by other rules than this program's. Run 'karnameh rebuild' first." };
  const days = chooseDays(await knownDays(connection), ask.days);
  const progress = startProgress(cli, "Recomputing", ask.isQuiet);
  const total = cubes.length * days.length;
  let done = 0;
  try {
    const differences = await verifyLedger(connection, cubes, days, () => {
      cli.abortSignal.throwIfAborted();
      progress.update(done, total);
      done += 1;
    });
    progress.update(total, total);
    return { days, differences };
  } finally {
    progress.end();
  }
};

const HELD: LedgerChecked = {
  skipped: "a server holds it. Stop the server and run 'karnameh verify' again.",
};

const brokenBy = (error: unknown): LedgerChecked => {
  if (!(error instanceof DatabaseError)) throw error;
  return /(set|conflicting) lock/i.test(error.message) ? HELD : { broken: error.message };
};

/** Recomputes every cube from its facts and compares; the read model is only read. */
export const checkLedger = async (cli: CliContext, folder: DataFolder, ask: Ask): Promise<LedgerChecked> => {
  const file = await (await openModelFolder(folder.readModels)).current();
  if (file === undefined) return { skipped: "there is no read model yet. Run 'karnameh rebuild' first." };
  if ((await runningServer(folder)) !== undefined) return HELD;
  let database: Database | undefined;
  try {
    database = await openDatabase(file, { readOnly: true });
    return await compare(cli, await database.connect(), ask);
  } catch (error) {
    return brokenBy(error);
  } finally {
    database?.close();
  }
};
