import { Command, CommanderError } from "commander";
import packageFile from "../package.json" with { type: "json" };
import { type CliContext, printError } from "./cli-context.ts";
import { copyLogCommand } from "./commands/copy-log.ts";
import { extractCommand } from "./commands/extract.ts";
import { importCommand } from "./commands/import.ts";
import { importFiguresCommand } from "./commands/import-figures.ts";
import { importSeriesCommand } from "./commands/import-series.ts";
import { queryCommand } from "./commands/query.ts";
import { rebuildCommand } from "./commands/rebuild.ts";
import { serveCommand } from "./commands/serve.ts";
import { simulateCommand } from "./commands/simulate.ts";
import { verifyCommand } from "./commands/verify.ts";
import { ENVIRONMENT_HELP } from "./environment.ts";
import { EXIT_CODE_HELP, ExitCode, type SetExitCode } from "./exit-code.ts";

const EXAMPLES = `
Examples:
  karnameh serve --demo                          serve demonstration data
  karnameh import events.ndjson                  record events
  karnameh query '{ system { state events } }'   run a GraphQL query
  karnameh COMMAND --help                        help for one command

${ENVIRONMENT_HELP}

${EXIT_CODE_HELP}`;

const COMMANDS = [
  serveCommand,
  importCommand,
  extractCommand,
  importFiguresCommand,
  importSeriesCommand,
  simulateCommand,
  rebuildCommand,
  queryCommand,
  verifyCommand,
  copyLogCommand,
];

/** Settings are applied to each command, because commander inherits them only in commands that it creates itself. */
const createProgram = (cli: CliContext, setExitCode: SetExitCode): Command => {
  const program = new Command("karnameh")
    .description("An event-sourced statistics engine for a labour market.")
    .version(packageFile.version, "--version", "print the version")
    .addHelpText("after", EXAMPLES);
  for (const make of COMMANDS) program.addCommand(make(cli, setExitCode));
  for (const command of [program, ...program.commands])
    command
      .exitOverride()
      .showSuggestionAfterError()
      .showHelpAfterError(`See 'karnameh ${command === program ? "" : `${command.name()} `}--help'.`)
      .configureOutput({
        writeOut: (text) => void cli.stdout.write(text),
        writeErr: (text) => void cli.stderr.write(text),
      });
  return program;
};

const reportFailure = async (cli: CliContext, error: unknown): Promise<ExitCode> => {
  const { failureOf } = await import("./failure.ts");
  const { exitCode, sentence, isExpected } = failureOf(error);
  printError(cli, sentence);
  if (!isExpected || cli.env.logLevel === "debug") {
    const { openLogger } = await import("@karnameh/runtime/logger");
    openLogger({ level: cli.env.logLevel, stream: cli.stderr }).debug("The command failed.", { error });
  }
  return exitCode;
};

/** Runs one command line. The exit code is 0 unless the command throws or sets another one. */
export const runCli = async (args: readonly string[], cli: CliContext): Promise<ExitCode> => {
  let exitCode: ExitCode = ExitCode.ok;
  const setExitCode: SetExitCode = (code) => {
    exitCode = code;
  };
  try {
    await createProgram(cli, setExitCode).parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.ok : ExitCode.usage;
    return reportFailure(cli, error);
  }
};
