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

export type CubeDifference = Awaited<ReturnType<typeof verifyLedger>>[number];

/** The days that were compared, why the check was skipped, or why the file cannot be read (`broken`). */
export type LedgerCheck =
  | { readonly skipped: string }
  | { readonly broken: string }
  | { readonly days: readonly string[]; readonly differences: readonly CubeDifference[] };

/** The last day and `count` earlier days, evenly spread. */
export const chooseDays = (known: readonly string[], count: number): string[] => {
  const last = known.length - 1;
  const places = Array.from({ length: count + 1 }, (_, step) =>
    Math.round((last * (step + 1)) / (count + 1)),
  );
  return [...new Set(places)].flatMap((place) => known[place] ?? []);
};

type CheckOptions = { readonly days: number; readonly isQuiet: boolean };

const compare = async (
  cli: CliContext,
  connection: Connection,
  options: CheckOptions,
): Promise<LedgerCheck> => {
  const [about] = await connection.all("select hash from model.about");
  if (about?.hash !== catalogueHash(catalogue))
    return { skipped: "it was built with other rules. Run 'karnameh rebuild' first." };
  const days = chooseDays(await knownDays(connection), options.days);
  const progress = startProgress(cli, "Recomputing", options.isQuiet);
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

const IN_USE: LedgerCheck = {
  skipped: "a server is using it. Stop the server and run 'karnameh verify' again.",
};

const brokenBy = (error: unknown): LedgerCheck => {
  if (!(error instanceof DatabaseError)) throw error;
  return /(set|conflicting) lock/i.test(error.message) ? IN_USE : { broken: error.message };
};

/** Recomputes every cube from its facts and compares it with the ledger; writes nothing. */
export const checkLedger = async (
  cli: CliContext,
  folder: DataFolder,
  options: CheckOptions,
): Promise<LedgerCheck> => {
  const file = await (await openModelFolder(folder.readModels)).current();
  if (file === undefined) return { skipped: "there is no read model yet. Run 'karnameh rebuild' first." };
  if ((await runningServer(folder)) !== undefined) return IN_USE;
  let database: Database | undefined;
  try {
    database = await openDatabase(file, { readOnly: true });
    return await compare(cli, await database.connect(), options);
  } catch (error) {
    return brokenBy(error);
  } finally {
    database?.close();
  }
};
