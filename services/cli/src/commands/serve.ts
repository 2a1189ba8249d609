import { Command } from "commander";
import type { CliContext } from "../cli-context.ts";
import { CommandError, ExitCode } from "../exit-code.ts";
import {
  DATA_MEANING,
  DATA_OPTION,
  LOG_MEANING,
  LOG_OPTION,
  MODEL_MEANING,
  MODEL_OPTION,
  wholeNumber,
} from "./options.ts";

type Flags = {
  readonly demo?: boolean;
  readonly port?: number;
  readonly host: string;
  readonly data?: string;
  readonly log?: string;
  readonly model?: string;
  readonly roles?: string;
  readonly batch?: number;
};

const DEFAULT_PORT = 8085;
const MAX_PORT = 65_535;
const MAX_BATCH_EVENTS = 100_000;

const fromEnvironment = (name: string, text: string | undefined, max: number): number | undefined => {
  if (text === undefined || text === "") return undefined;
  if (/^\d+$/.test(text) && Number(text) <= max) return Number(text);
  throw new CommandError(ExitCode.usage, `${name} must be a whole number up to ${max}.`);
};

const EXAMPLES = `
Examples:
  karnameh serve --demo               load the demonstration if the log is empty, then serve it
  karnameh serve --port 9000 --data /srv/karnameh
  karnameh serve --roles reader --data /srv/karnameh --model /srv/reader-2 --port 9002

The read model follows events that other processes record within seconds. /health/live and /health/ready report the
status.

Roles:
  ingest    accepts CloudEvents at POST /v1/events (one, a batch, or NDJSON) from callers with the bearer token in
            KARNAMEH_TOKEN or in the file KARNAMEH_TOKEN_FILE. When it responds, the events are on disk.
  reader    follows the log into its own read model and answers queries from it. It never writes to the log. Several
            readers on one log need a --model folder each.
  policies  records events that follow from other events by rule, for example a licence that nobody decided in time.
            Needs the role reader. Older events cannot be imported after it has recorded one.
Without --roles a process is a reader, and also has the role ingest if a token is set. Policies run only if named.`;

const roles = async (text: string | undefined) =>
  text === undefined ? undefined : (await import("../serve/roles.ts")).rolesOf(text);

export const serveCommand = (cli: CliContext): Command =>
  new Command("serve")
    .description("serve the pages, the GraphQL API and health checks over HTTP")
    .option("--demo", "load the demonstration data first if the log is empty")
    .option(
      "--port <number>",
      `port (default: PORT, or ${DEFAULT_PORT}); 0 for any free port`,
      wholeNumber(0, MAX_PORT),
    )
    .option("--host <name>", "address to listen on", "127.0.0.1")
    .option(DATA_OPTION, DATA_MEANING)
    .option(LOG_OPTION, LOG_MEANING)
    .option(MODEL_OPTION, MODEL_MEANING)
    .option("--roles <list>", "roles of this process, comma-separated: ingest, reader, policies")
    .option(
      "--batch <number>",
      "maximum number of events posted in one step",
      wholeNumber(1, MAX_BATCH_EVENTS),
    )
    .addHelpText("after", EXAMPLES)
    .action(async ({ demo = false, port, host, data, log, model, ...flags }: Flags) => {
      const { serve } = await import("../serve/serve.ts");
      await serve(cli, {
        demo,
        roles: await roles(flags.roles),
        batchSize: flags.batch,
        demoPeople: fromEnvironment("KARNAMEH_DEMO_PEOPLE", cli.env.demoPeople, 1_000_000),
        port: port ?? fromEnvironment("PORT", cli.env.port, MAX_PORT) ?? DEFAULT_PORT,
        host,
        data,
        log,
        model,
      });
    });
