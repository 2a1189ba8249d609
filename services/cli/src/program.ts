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
import { EXIT_CODES, ExitCode, type SetExitCode } from "./exit-code.ts";

const EXAMPLES = `
Examples:
  karnameh serve --demo                          something to look at
  karnameh import events.ndjson                  record events
  karnameh query '{ system { state events } }'   ask
  karnameh COMMAND --help                        more of one command

${EXIT_CODES}`;

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

/** Commander's settings are inherited only by commands that it makes itself. */
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

const tellFailure = async (cli: CliContext, error: unknown): Promise<ExitCode> => {
  const { failureOf } = await import("./failure.ts");
  const { exitCode, sentence, isExpected } = failureOf(error);
  printError(cli, sentence);
  if (!isExpected || cli.env.logLevel === "debug") {
    const { openLogger } = await import("@karnameh/runtime/logger");
    openLogger({ level: cli.env.logLevel, stream: cli.stderr }).debug("where it failed", { error });
  }
  return exitCode;
};

/** Runs one command line. Another exit code than 0 comes from what a command throws or settles on. */
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
    return tellFailure(cli, error);
  }
};
