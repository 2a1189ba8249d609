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
const LAST_PORT = 65_535;
const MOST_BOOKED = 100_000;

const fromEnvironment = (name: string, text: string | undefined, most: number): number | undefined => {
  if (text === undefined || text === "") return undefined;
  if (/^\d+$/.test(text) && Number(text) <= most) return Number(text);
  throw new CommandError(ExitCode.usage, `${name} has to be a whole number up to ${most}.`);
};

const EXAMPLES = `
Examples:
  karnameh serve --demo               load the demonstration if nothing is there yet, then serve it
  karnameh serve --port 9000 --data /srv/karnameh
  karnameh serve --roles reader --data /srv/karnameh --model /srv/reader-2 --port 9002

PORT, KARNAMEH_DATA and KARNAMEH_EVENT_LOG are heeded where the flags are not given. Events that another process
imports meanwhile are seen within seconds. /health/live and /health/ready say how it stands.

Roles: a reader follows the log into a read model of its own and answers from it; several over one log need a
--model each. It only reads the log. The role ingest takes CloudEvents at POST /v1/events (one, a batch, or NDJSON)
from callers with the bearer token of KARNAMEH_TOKEN, or of the file that KARNAMEH_TOKEN_FILE names; when it responds,
the events are on disk.
Policies record what follows from the events by rule, a licence whose time ran out for one, and need the reader beside
them; history cannot be imported after what they recorded. They run only where they are named.
Without --roles a process is a reader, and has the role ingest if there is a token.`;

const roles = async (text: string | undefined) =>
  text === undefined ? undefined : (await import("../serve/roles.ts")).rolesOf(text);

export const serveCommand = (cli: CliContext): Command =>
  new Command("serve")
    .description("answer on a port: pages, GraphQL and health")
    .option("--demo", "load the demonstration data into an empty log first")
    .option(
      "--port <number>",
      `the port (else PORT, else ${DEFAULT_PORT}); 0 takes a free one`,
      wholeNumber(0, LAST_PORT),
    )
    .option("--host <name>", "the address to listen on", "127.0.0.1")
    .option(DATA_OPTION, DATA_MEANING)
    .option(LOG_OPTION, LOG_MEANING)
    .option(MODEL_OPTION, MODEL_MEANING)
    .option("--roles <list>", "roles of this process: ingest, reader, policies, or several")
    .option("--batch <number>", "events that are booked together at most, live", wholeNumber(1, MOST_BOOKED))
    .addHelpText("after", EXAMPLES)
    .action(async ({ demo = false, port, host, data, log, model, ...flags }: Flags) => {
      const { serve } = await import("../serve/serve.ts");
      await serve(cli, {
        demo,
        roles: await roles(flags.roles),
        batchSize: flags.batch,
        demoPeople: fromEnvironment("KARNAMEH_DEMO_PEOPLE", cli.env.demoPeople, 1_000_000),
        port: port ?? fromEnvironment("PORT", cli.env.port, LAST_PORT) ?? DEFAULT_PORT,
        host,
        data,
        log,
        model,
      });
    });
