import { once } from "node:events";
import type { VerifiableLog } from "@karnameh/event-log/port";
import type { PolicyRunner } from "@karnameh/policies/policy-runner";
import { type Logger, openLogger } from "@karnameh/runtime/logger";
import { type CliContext, print } from "../cli-context.ts";
import {
  type DataFolder,
  dataFolder,
  makeDataFolder,
  makeModelFolder,
  requireLog,
  shortPath,
} from "../data-folder.ts";
import { countOf, openLog } from "../open-log.ts";
import { buildProgress } from "../wiring.ts";
import { openReading, type Reading } from "../wiring-reading.ts";
import { listen } from "./http.ts";
import { type ProcessConfig, processConfigOf, type Role } from "./roles.ts";
import { announce, refuseSecondServer } from "./serving.ts";
import { createSite } from "./site.ts";

export type ServeOptions = {
  readonly demo: boolean;
  /** People of the demonstration, for specs. */
  readonly demoPeople: number | undefined;
  readonly port: number;
  readonly host: string;
  readonly data: string | undefined;
  readonly log: string | undefined;
  readonly model: string | undefined;
  /** Undefined for everything that one process can do. */
  readonly roles: readonly Role[] | undefined;
  readonly batchSize: number | undefined;
};

const TRY_QUERY =
  "{ inconsistencies { totalCount nodes { kind { label { en } } expected gap gapPercent } } }";

const welcome = (url: string, events: string, place: string): string => `
Karnameh is ready at ${url} after ${(performance.now() / 1000).toFixed(1)} s${events}. Three things to try:

  1. Read the first page          ${url} (Persian), ${url}en (English)
  2. Ask in the browser           ${url}graphql (its tabs hold examples)
  3. Ask from another terminal    scripts/karnameh query${place} '${TRY_QUERY}'

Ctrl-C stops it.`;

const ingestWelcome = (url: string): string => `
Karnameh takes events at ${url}v1/events after ${(performance.now() / 1000).toFixed(1)} s. Ctrl-C stops it.`;

const countText = async (log: VerifiableLog): Promise<string> => {
  const count = await countOf(log);
  return count === null ? "" : `, with ${count.toLocaleString("en")} events`;
};

type Serving = {
  readonly cli: CliContext;
  readonly options: ServeOptions;
  readonly folder: DataFolder;
  readonly log: VerifiableLog;
  readonly logger: Logger;
  readonly token: string | undefined;
  /** Undefined where this process has no reader. */
  readonly reading: Reading | undefined;
  /** Undefined where this process records no answers. */
  readonly policies: PolicyRunner | undefined;
};

/** Resolves to false where it was told to stop before the log held all of it. */
const fillLog = async ({ cli, options, log, folder }: Serving): Promise<boolean> => {
  if (!options.demo) return true;
  const { loadDemonstration } = await import("./load-demonstration.ts");
  return loadDemonstration(cli, log, folder, options.demoPeople);
};

const untilStopped = async ({ cli, reading }: Serving): Promise<void> => {
  const stop = cli.abortSignal.aborted ? Promise.resolve() : once(cli.abortSignal, "abort");
  await (reading === undefined ? stop : Promise.race([stop, reading.follow()]));
};

const placeText = ({ isDefault, path, model }: DataFolder): string => {
  if (isDefault) return "";
  return ` --data ${shortPath(path)}${model === path ? "" : ` --model ${shortPath(model)}`}`;
};

const read = async (serving: Serving, url: string, warm: () => Promise<void>): Promise<void> => {
  const { cli, folder, log, reading, policies } = serving;
  if (!(await fillLog(serving))) return;
  await Promise.all([reading?.start(), warm()]);
  policies?.start();
  print(
    cli,
    reading === undefined ? ingestWelcome(url) : welcome(url, await countText(log), placeText(folder)),
  );
  await untilStopped(serving);
};

const answer = async (serving: Serving): Promise<void> => {
  const { cli, options, folder, log, logger, reading, token } = serving;
  const ingest = token === undefined ? undefined : { log, token };
  const site = createSite({ reading, ingest, logger });
  const server = await listen(site.fetch, options);
  const withdraw = reading === undefined ? undefined : await announce(folder, server.url);
  try {
    await read(serving, server.url, site.warm);
  } catch (error) {
    if (!cli.abortSignal.aborted) throw error;
  } finally {
    await withdraw?.();
    await server.close();
  }
};

/** Loaded where it is needed: the calendars that policies count by take their time. */
const policiesOver = async (log: VerifiableLog, reading: Reading, logger: Logger): Promise<PolicyRunner> =>
  (await import("../wiring-policies.ts")).wirePolicies(log, reading, logger);

/** Makes what the config need to write to, and refuses what another process holds. */
const prepare = async (folder: DataFolder, { reads, writes }: ProcessConfig): Promise<void> => {
  if (writes) await makeDataFolder(folder);
  else requireLog(folder);
  if (!reads) return;
  await makeModelFolder(folder);
  await refuseSecondServer(folder);
};

/** One process that answers over HTTP by its roles, until it is told to stop. */
export const serve = async (cli: CliContext, options: ServeOptions): Promise<void> => {
  const config = await processConfigOf(cli, options.roles, options.demo);
  const folder = dataFolder(cli, options);
  await prepare(folder, config);
  const log = await openLog(cli, folder, { readOnly: !config.writes });
  const progress = buildProgress(cli);
  const logger = openLogger({ level: cli.env.logLevel, stream: cli.stderr });
  let policies: PolicyRunner | undefined;
  const onCaughtUp = () => policies?.notify();
  const wiring = { log, folder, logger, onProgress: progress.update, onCaughtUp };
  const batch = options.batchSize === undefined ? {} : { batchSize: options.batchSize };
  const reading = config.reads ? openReading(cli, { ...wiring, ...batch }) : undefined;
  policies = config.answers && reading ? await policiesOver(log, reading, logger) : undefined;
  const stopReading = () => void reading?.stop();
  cli.abortSignal.addEventListener("abort", stopReading);
  try {
    await answer({ cli, options, folder, log, logger, reading, policies, token: config.token });
  } finally {
    progress.end();
    await policies?.stop();
    await reading?.stop();
    await log.close();
  }
};
