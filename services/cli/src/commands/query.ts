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
  karnameh query - < question.graphql

A server that runs over the data folder is asked; otherwise the read model is opened, and built first where there
is none. Prints the answer as JSON; exit code 1 if it holds errors.`;

const variablesOf = (given: string | undefined): object => {
  try {
    const value: unknown = given === undefined ? {} : JSON.parse(given);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Said below.
  }
  throw new CommandError(
    ExitCode.usage,
    'The variables have to be a JSON object, such as \'{"by": ["sex"]}\'.',
  );
};

const requestTo = (base: string, body: object): Request =>
  new Request(new URL("graphql", base), {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body),
  });

const answerOf = async (cli: CliContext, folder: DataFolder, body: object): Promise<unknown> => {
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
  question: string,
  flags: Flags,
): Promise<void> => {
  const variables = variablesOf(flags.variables);
  const query = question === "-" ? await text(cli.stdin) : question;
  const answer = await answerOf(cli, dataFolder(cli, flags), { query, variables });
  print(cli, flags.json ? JSON.stringify(answer) : JSON.stringify(answer, null, 2));
  if (typeof answer === "object" && answer !== null && "errors" in answer) setExitCode(ExitCode.incomplete);
};

export const queryCommand = (cli: CliContext, setExitCode: SetExitCode): Command =>
  new Command("query")
    .description("ask a question in GraphQL")
    .argument("<graphql>", "the question, or - for standard input")
    .option("--variables <json>", "its variables, a JSON object")
    .option(DATA_OPTION, DATA_MEANING)
    .option(LOG_OPTION, LOG_MEANING)
    .option(MODEL_OPTION, MODEL_MEANING)
    .option("--json", "print the answer on one line")
    .addHelpText("after", EXAMPLES)
    .action((question: string, flags: Flags) => run(cli, setExitCode, question, flags));
