import { text } from "node:stream/consumers";
import { Command } from "commander";
import { type CliContext, print } from "../cli-context.ts";
import { type DataFolder, dataFolder, requireLog } from "../data-folder.ts";
import { CommandError, ExitCode, type SetExitCode } from "../exit-code.ts";
import {
  DATA_MEANING,
  DATA_OPTION,
  LOG_MEANING,
  LOG_OPTION,
  MODEL_MEANING,
  MODEL_OPTION,
} from "./options.ts";

type Flags = {
  readonly variables?: string;
  readonly data?: string;
  readonly log?: string;
  readonly model?: string;
  readonly json?: boolean;
};

const EXAMPLES = `
Examples:
  karnameh query '{ system { state events } }'
  karnameh query 'query($by: [ID!]) { observations(indicator: "hires", by: $by) { observations { value } } }' \\
    --variables '{"by": ["channel"]}'
  karnameh query - < query.graphql

If a server is running on the data folder, the query is sent to it. Otherwise the command opens the read model, and
builds it first if there is none. Prints the response as JSON; exit code 1 if it contains errors.`;

const variablesOf = (given: string | undefined): object => {
  try {
    const value: unknown = given === undefined ? {} : JSON.parse(given);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch {
    // The error is thrown below.
  }
  throw new CommandError(ExitCode.usage, 'The variables must be a JSON object, such as \'{"by": ["sex"]}\'.');
};

const requestTo = (base: string, body: object): Request =>
  new Request(new URL("graphql", base), {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body),
  });

const responseTo = async (cli: CliContext, folder: DataFolder, body: object): Promise<unknown> => {
  const { runningServer } = await import("../serve/serving.ts");
  const server = await runningServer(folder);
  if (server !== undefined) return (await fetch(requestTo(server.url, body))).json();
  requireLog(folder);
  const { askReadModel } = await import("../ask-read-model.ts");
  return (await askReadModel(cli, folder, requestTo("http://localhost/", body))).json();
};

const run = async (
  cli: CliContext,
  setExitCode: SetExitCode,
  argument: string,
  flags: Flags,
): Promise<void> => {
  const variables = variablesOf(flags.variables);
  const query = argument === "-" ? await text(cli.stdin) : argument;
  const response = await responseTo(cli, dataFolder(cli, flags), { query, variables });
  print(cli, flags.json ? JSON.stringify(response) : JSON.stringify(response, null, 2));
  if (typeof response === "object" && response !== null && "errors" in response)
    setExitCode(ExitCode.incomplete);
};

export const queryCommand = (cli: CliContext, setExitCode: SetExitCode): Command =>
  new Command("query")
    .description("run a GraphQL query")
    .argument("<graphql>", "query, or - for standard input")
    .option("--variables <json>", "variables of the query, a JSON object")
    .option(DATA_OPTION, DATA_MEANING)
    .option(LOG_OPTION, LOG_MEANING)
    .option(MODEL_OPTION, MODEL_MEANING)
    .option("--json", "print the response on one line")
    .addHelpText("after", EXAMPLES)
    .action((argument: string, flags: Flags) => run(cli, setExitCode, argument, flags));
