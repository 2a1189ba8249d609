import { Command } from "commander";
import type { CliContext } from "../cli-context.ts";
import { dataFolder, makeDataFolder } from "../data-folder.ts";
import type { SetExitCode } from "../exit-code.ts";
import { type ImportFlags, REFUSALS_MEANING, refusalsFileOf, reportImport } from "./import-result.ts";
import { DATA_MEANING, DATA_OPTION, JSON_MEANING, LOG_MEANING, LOG_OPTION } from "./options.ts";

type Flags = ImportFlags & { readonly historical?: boolean };

const EXAMPLES = `
Examples:
  karnameh import events.ndjson
  karnameh simulate --people 1000 --start-year 1403 --out - | karnameh import - --historical

With --historical, events must be in the order of their recording and newer than the log's last event: the
demonstration ends in 1402, so --start-year 1403 continues it.

Each line is one event. Lines that violate the contract are written to the refusals file with their number and reason;
all others are recorded (exit code 1). You can run the command again at any time: it continues where it stopped, even
after kill -9. A server may run at the same time.`;

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
    reportImport(cli, setExitCode, result, flags);
  } finally {
    progress.end();
    await log.close();
  }
};

export const importCommand = (cli: CliContext, setExitCode: SetExitCode): Command =>
  new Command("import")
    .description("record events from NDJSON, one CloudEvent per line")
    .argument("<file>", "input file, or - for standard input")
    .option("--historical", "use the recording times in the events (recordedtime)")
    .option("--refusals <file>", REFUSALS_MEANING)
    .option(DATA_OPTION, DATA_MEANING)
    .option(LOG_OPTION, LOG_MEANING)
    .option("--json", JSON_MEANING)
    .addHelpText("after", EXAMPLES)
    .action((file: string, flags: Flags) => run(cli, setExitCode, file, flags));
