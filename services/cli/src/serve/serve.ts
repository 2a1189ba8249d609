import { once } from "node:events";
import type { SqliteLog } from "@karnameh/event-log/sqlite/log";
import { type DataFolder, dataFolder, makeDataFolder, shortPath } from "../data-folder.ts";
import { openJournal } from "../logger.ts";
import { type Surroundings, say } from "../surroundings.ts";
import { buildProgress } from "../wiring.ts";
import { openLog } from "../wiring-log.ts";
import { openReading, type Reading } from "../wiring-reading.ts";
import { createSite, listen } from "./http.ts";
import { announce, refuseSecondServer } from "./serving.ts";

export type ServeOptions = {
  readonly demo: boolean;
  /** People of the demonstration, for specs. */
  readonly demoPeople: number | undefined;
  readonly port: number;
  readonly host: string;
  readonly data: string | undefined;
};

const TRY_QUERY =
  "{ inconsistencies { totalCount nodes { kind { label { en } } expected gap gapPercent } } }";

const welcome = (url: string, events: string, place: string): string => `
Karnameh is ready at ${url} after ${(performance.now() / 1000).toFixed(1)} s, with ${events} events. Three things to try:

  1. Read the first page          ${url} (Persian), ${url}en (English)
  2. Ask in the browser           ${url}graphql (its tabs hold examples)
  3. Ask from another terminal    scripts/karnameh query${place} '${TRY_QUERY}'

Ctrl-C stops it.`;

type Serving = {
  readonly cli: Surroundings;
  readonly options: ServeOptions;
  readonly folder: DataFolder;
  readonly log: SqliteLog;
  readonly reading: Reading;
};

/** Resolves to false where it was told to stop before the log held all of it. */
const fillLog = async ({ cli, options, log, folder }: Serving): Promise<boolean> => {
  if (!options.demo) return true;
  const { loadDemonstration } = await import("./load-demonstration.ts");
  return loadDemonstration(cli, log, folder, options.demoPeople);
};

const untilStopped = async ({ cli, reading }: Serving): Promise<void> => {
  const stop = cli.interruption.aborted ? Promise.resolve() : once(cli.interruption, "abort");
  await Promise.race([stop, reading.follow()]);
};

const read = async (serving: Serving, url: string, warm: () => Promise<void>): Promise<void> => {
  const { cli, folder, log, reading } = serving;
  if (!(await fillLog(serving))) return;
  await Promise.all([reading.start(), warm()]);
  const place = folder.isDefault ? "" : ` --data ${shortPath(folder.path)}`;
  say(cli, welcome(url, (await log.head()).toLocaleString("en"), place));
  await untilStopped(serving);
};

const answer = async (serving: Serving): Promise<void> => {
  const { cli, options, folder, reading } = serving;
  const site = createSite(reading, openJournal(cli));
  const server = await listen(site.fetch, options);
  const withdraw = await announce(folder, server.url);
  try {
    await read(serving, server.url, site.warm);
  } catch (error) {
    if (!cli.interruption.aborted) throw error;
  } finally {
    await withdraw();
    await server.close();
  }
};

/** One process that answers over HTTP and follows the log, until it is told to stop. */
export const serve = async (cli: Surroundings, options: ServeOptions): Promise<void> => {
  const folder = dataFolder(cli, options.data);
  await makeDataFolder(folder);
  await refuseSecondServer(folder);
  const log = await openLog(folder);
  const progress = buildProgress(cli);
  const wiring = { log, folder, journal: openJournal(cli), onProgress: progress.update };
  const reading = openReading(cli, wiring);
  const stopReading = () => void reading.stop();
  cli.interruption.addEventListener("abort", stopReading);
  try {
    await answer({ cli, options, folder, log, reading });
  } finally {
    progress.end();
    await reading.stop();
    await log.close();
  }
};
