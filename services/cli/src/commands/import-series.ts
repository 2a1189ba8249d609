import { SERIES_FORMATS } from "@karnameh/ingest/series-formats";
import { listFormats } from "@karnameh/ingest/table-format";
import { Command } from "commander";
import type { CliContext } from "../cli-context.ts";
import type { SetExitCode } from "../exit-code.ts";
import { type ImportFlags, REFUSALS_MEANING } from "./import-result.ts";
import { importTable, TABLE_RULES } from "./import-table.ts";
import { DATA_MEANING, DATA_OPTION, JSON_MEANING, LOG_MEANING, LOG_OPTION } from "./options.ts";

type Flags = ImportFlags & {
  readonly vintage: string;
  readonly series?: string;
  readonly provider?: string;
};

const EXAMPLES = `
Examples:
  karnameh import-series ilostat.csv --vintage 2022-01-21
  karnameh import-series owid-unemployment.csv --vintage 2026-05-31 --series SL.UEM.TOTL.ZS

The format is recognised by the header row; columns in brackets are optional:
${listFormats(SERIES_FORMATS)}

${TABLE_RULES}

The vintage is the date on which the publisher released the file. A value of a vintage never changes:
of the same vintage, rows that are recorded are skipped, new ones are added, and another value is rejected.`;

const run = (cli: CliContext, setExitCode: SetExitCode, file: string, flags: Flags): Promise<void> =>
  importTable(cli, setExitCode, { file, flags }, async (given) => {
    const [{ importSeries }, { tehranDay }] = await Promise.all([
      import("@karnameh/ingest/import-series"),
      import("@karnameh/schema/calendar"),
    ]);
    const { vintage, series, provider } = flags;
    return importSeries({
      ...given,
      vintageOn: vintage,
      today: tehranDay(Date.now()),
      ...(series === undefined ? {} : { series }),
      ...(provider === undefined ? {} : { provider }),
    });
  });

export const importSeriesCommand = (cli: CliContext, setExitCode: SetExitCode): Command =>
  new Command("import-series")
    .description("record a statistical table as datasets of one vintage")
    .argument("<file.csv>", "table of observations")
    .requiredOption("--vintage <day>", "date of publication, YYYY-MM-DD")
    .option("--series <code>", "code of the series for tables without one")
    .option("--provider <name>", "publisher, if it is not that of the format")
    .option("--refusals <file>", REFUSALS_MEANING)
    .option(DATA_OPTION, DATA_MEANING)
    .option(LOG_OPTION, LOG_MEANING)
    .option("--json", JSON_MEANING)
    .addHelpText("after", EXAMPLES)
    .action((file: string, flags: Flags) => run(cli, setExitCode, file, flags));
