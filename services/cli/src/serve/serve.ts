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
import { openReadSide, type ReadSide } from "../read-side.ts";
import { buildProgress } from "../wiring.ts";
import { listen } from "./http.ts";
import { type ProcessConfig, processConfigOf, type Role } from "./roles.ts";
import { announce, refuseSecondServer } from "./serving.ts";
import { createSite } from "./site.ts";

export type ServeOptions = {
  readonly demo: boolean;
  /** Size of the demonstration's population, for specs. */
  readonly demoPeople: number | undefined;
  readonly port: number;
  readonly host: string;
  readonly data: string | undefined;
  readonly log: string | undefined;
  readonly model: string | undefined;
  /** Undefined for the default roles. */
  readonly roles: readonly Role[] | undefined;
  readonly batchSize: number | undefined;
};

const TRY_QUERY =
  "{ inconsistencies { totalCount nodes { kind { label { en } } expected gap gapPercent } } }";

const welcome = (url: string, events: string, place: string): string => `
Karnameh is ready at ${url} after ${(performance.now() / 1000).toFixed(1)} s${events}. Three things to try:

  1. Open the home page           ${url} (Persian), ${url}en (English)
  2. Run queries in the browser   ${url}graphql (with examples)
  3. Query from a terminal        scripts/karnameh query${place} '${TRY_QUERY}'

Press Ctrl-C to stop.`;

const ingestWelcome = (url: string): string => `
Karnameh accepts events at ${url}v1/events after ${(performance.now() / 1000).toFixed(1)} s. Press Ctrl-C to stop.`;

const countText = async (log: VerifiableLog): Promise<string> => {
  const count = await countOf(log);
  return count === null ? "" : `, with ${count.toLocaleString("en")} events`;
};

type ServerProcess = {
  readonly cli: CliContext;
  readonly options: ServeOptions;
  readonly folder: DataFolder;
  readonly log: VerifiableLog;
  readonly logger: Logger;
  readonly token: string | undefined;
  /** Undefined if this process has no reader. */
  readonly readSide: ReadSide | undefined;
  /** Undefined if this process does not run policies. */
  readonly policies: PolicyRunner | undefined;
};

/** Resolves to false if it was stopped before the demonstration was complete. */
const fillLog = async ({ cli, options, log, folder }: ServerProcess): Promise<boolean> => {
  if (!options.demo) return true;
  const { loadDemonstration } = await import("./load-demonstration.ts");
  return loadDemonstration(cli, log, folder, options.demoPeople);
};

const untilStopped = async ({ cli, readSide }: ServerProcess): Promise<void> => {
  const stop = cli.abortSignal.aborted ? Promise.resolve() : once(cli.abortSignal, "abort");
  await (readSide === undefined ? stop : Promise.race([stop, readSide.follow()]));
};

const placeText = ({ isDefault, path, model }: DataFolder): string => {
  if (isDefault) return "";
  return ` --data ${shortPath(path)}${model === path ? "" : ` --model ${shortPath(model)}`}`;
};

const startAndWait = async (server: ServerProcess, url: string, warm: () => Promise<void>): Promise<void> => {
  const { cli, folder, log, readSide, policies } = server;
  if (!(await fillLog(server))) return;
  await Promise.all([readSide?.start(), warm()]);
  policies?.start();
  print(
    cli,
    readSide === undefined ? ingestWelcome(url) : welcome(url, await countText(log), placeText(folder)),
  );
  await untilStopped(server);
};

const runServer = async (server: ServerProcess): Promise<void> => {
  const { cli, options, folder, log, logger, readSide, token } = server;
  const ingest = token === undefined ? undefined : { log, token };
  const site = createSite({ readSide, ingest, logger });
  const http = await listen(site.fetch, options);
  const withdraw = readSide === undefined ? undefined : await announce(folder, http.url);
  try {
    await startAndWait(server, http.url, site.warm);
  } catch (error) {
    if (!cli.abortSignal.aborted) throw error;
  } finally {
    await withdraw?.();
    await http.close();
  }
};

/** Loaded only if needed, because the package with the predicted holidays is slow to load. */
const createPolicies = async (
  log: VerifiableLog,
  readSide: ReadSide,
  logger: Logger,
): Promise<PolicyRunner> => (await import("../wiring-policies.ts")).wirePolicies(log, readSide, logger);

/** Creates the folders that the process writes to, and throws CommandError if another process uses them. */
const prepare = async (folder: DataFolder, { serves, writesLog }: ProcessConfig): Promise<void> => {
  if (writesLog) await makeDataFolder(folder);
  else requireLog(folder);
  if (!serves) return;
  await makeModelFolder(folder);
  await refuseSecondServer(folder);
};

/** Runs one server process with the given roles until it is stopped. */
export const serve = async (cli: CliContext, options: ServeOptions): Promise<void> => {
  const config = await processConfigOf(cli, options.roles, options.demo);
  const folder = dataFolder(cli, options);
  await prepare(folder, config);
  const log = await openLog(cli, folder, { readOnly: !config.writesLog });
  const progress = buildProgress(cli);
  const logger = openLogger({ level: cli.env.logLevel, stream: cli.stderr });
  const wiring = { log, folder, logger, onProgress: progress.update };
  const batch = options.batchSize === undefined ? {} : { batchSize: options.batchSize };
  const readSide = config.serves ? openReadSide(cli, { ...wiring, ...batch }) : undefined;
  const policies = config.runsPolicies && readSide ? await createPolicies(log, readSide, logger) : undefined;
  readSide?.onCaughtUp(() => policies?.notify());
  const stopReadSide = () => void readSide?.stop();
  cli.abortSignal.addEventListener("abort", stopReadSide);
  try {
    await runServer({ cli, options, folder, log, logger, readSide, policies, token: config.token });
  } finally {
    progress.end();
    await policies?.stop();
    await readSide?.stop();
    await log.close();
  }
};
