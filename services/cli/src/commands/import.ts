import { Command } from "commander";
import type { CliContext } from "../cli-context.ts";
import { dataFolder, makeDataFolder } from "../data-folder.ts";
import type { SetExitCode } from "../exit-code.ts";
import { type ImportFlags, REFUSALS_MEANING, refusalsFileOf, tellImported } from "./import-result.ts";
import { DATA_MEANING, DATA_OPTION, JSON_MEANING, LOG_MEANING, LOG_OPTION } from "./options.ts";

type Flags = ImportFlags & { readonly historical?: boolean };

const EXAMPLES = `
Examples:
  karnameh import events.ndjson
  karnameh simulate --people 1000 --start-year 1403 --out - | karnameh import - --historical

A log takes no history older than its own: the demonstration ends with 1402, so a country that goes on from it begins with 1403.

One event a line. Lines that the contract refuses go to a file by line number and reason, and the others go in
(exit code 1). It is safe to run twice, and goes on where it was killed. A server may run meanwhile.`;

const run = async (cli: CliContext, setExitCode: SetExitCode, file: string, flags: Flags): Promise<void> => {
  const folder = dataFolder(cli, flags);
  await makeDataFolder(folder);
  const [{ openLog }, { importEvents }, { startCounter, startProgress }] = await Promise.all([
    import("../open-log.ts"),
    import("@karnameh/ingest/import-events"),
    import("../progress.ts"),
  ]);
  const log = await openLog(cli, folder);
  const progress = startProgress(cli, "Importing", flags.json);
  const count = startCounter(cli, "lines", flags.json);
  try {
    const result = await importEvents({
      source: file === "-" ? cli.stdin : file,
      log,
      historical: flags.historical ?? false,
      refusalsFile: refusalsFileOf(folder, flags, file),
      checkpointDir: folder.imports,
      signal: cli.abortSignal,
      onProgress: ({ bytes, ofBytes, lines }) =>
        ofBytes === undefined ? count(lines) : progress.update(bytes, ofBytes),
    });
    progress.end();
    tellImported(cli, setExitCode, result, flags);
  } finally {
    progress.end();
    await log.close();
  }
};

export const importCommand = (cli: CliContext, setExitCode: SetExitCode): Command =>
  new Command("import")
    .description("record events: NDJSON of CloudEvents, one a line")
    .argument("<file>", "the file, or - for standard input")
    .option("--historical", "let events bring the time of their recording along (recordedtime)")
    .option("--refusals <file>", REFUSALS_MEANING)
    .option(DATA_OPTION, DATA_MEANING)
    .option(LOG_OPTION, LOG_MEANING)
    .option("--json", JSON_MEANING)
    .addHelpText("after", EXAMPLES)
    .action((file: string, flags: Flags) => run(cli, setExitCode, file, flags));
