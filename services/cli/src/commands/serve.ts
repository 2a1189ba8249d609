import { Command } from "commander";
import { CommandError, ExitCode } from "../exit-code.ts";
import type { Surroundings } from "../surroundings.ts";
import { DATA_MEANING, DATA_OPTION, wholeNumber } from "./options.ts";

type Flags = {
  readonly demo?: boolean;
  readonly port?: number;
  readonly host: string;
  readonly data?: string;
};

const DEFAULT_PORT = 8085;
const LAST_PORT = 65_535;

const fromEnvironment = (name: string, text: string | undefined, most: number): number | undefined => {
  if (text === undefined || text === "") return undefined;
  if (/^\d+$/.test(text) && Number(text) <= most) return Number(text);
  throw new CommandError(ExitCode.usage, `${name} has to be a whole number up to ${most}.`);
};

const EXAMPLES = `
Examples:
  karnameh serve --demo               load the demonstration if nothing is there yet, then serve it
  karnameh serve --port 9000 --data /srv/karnameh

PORT and KARNAMEH_DATA are heeded where the flags are not given. Events that another process imports
meanwhile are seen within a second. /health/live and /health/ready say how it stands.`;

export const serveCommand = (cli: Surroundings): Command =>
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
    .addHelpText("after", EXAMPLES)
    .action(async ({ demo = false, port, host, data }: Flags) => {
      const { serve } = await import("../serve/serve.ts");
      await serve(cli, {
        demo,
        demoPeople: fromEnvironment("KARNAMEH_DEMO_PEOPLE", cli.env.demoPeople, 1_000_000),
        port: port ?? fromEnvironment("PORT", cli.env.port, LAST_PORT) ?? DEFAULT_PORT,
        host,
        data,
      });
    });
