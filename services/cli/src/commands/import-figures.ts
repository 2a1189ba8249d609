import { Command } from "commander";
import type { CliContext } from "../cli-context.ts";
import type { SetExitCode } from "../exit-code.ts";
import { type ImportFlags, REFUSALS_MEANING } from "./import-result.ts";
import { importTable, TABLE_RULES } from "./import-table.ts";
import { DATA_MEANING, DATA_OPTION, JSON_MEANING, LOG_MEANING, LOG_OPTION } from "./options.ts";

type Flags = ImportFlags & { readonly kind?: string; readonly reportedOn?: string };

const EXAMPLES = `
Example:
  karnameh import-figures figures.csv --reported-on 2023-08-30 --kind FLOW

The format is recognised by the header row. A figure is what somebody reported and when, never a count of this system.
If the kind of a figure is not given, it is inferred and marked as inferred. Of a table with the column "confirmed", as
"extract" writes it, only rows with yes are recorded.

${TABLE_RULES}
Words belong in the column value_text.`;

const run = (cli: CliContext, setExitCode: SetExitCode, file: string, flags: Flags): Promise<void> =>
  importTable(cli, setExitCode, { file, flags }, async (given) => {
    const [{ importFigures }, { tehranDay }] = await Promise.all([
      import("@karnameh/ingest/import-figures"),
      import("@karnameh/schema/calendar"),
    ]);
    const { kind, reportedOn } = flags;
    return importFigures({
      ...given,
      today: tehranDay(Date.now()),
      ...(kind === undefined ? {} : { kind }),
      ...(reportedOn === undefined ? {} : { reportedOn }),
    });
  });

export const importFiguresCommand = (cli: CliContext, setExitCode: SetExitCode): Command =>
  new Command("import-figures")
    .description("record reported figures from a table")
    .argument("<file.csv>", "table of reported figures")
    .option("--kind <code>", "kind of figures without one: STOCK, FLOW, RATE, TARGET …")
    .option("--reported-on <day>", "date of the report for tables without one, YYYY-MM-DD")
    .option("--refusals <file>", REFUSALS_MEANING)
    .option(DATA_OPTION, DATA_MEANING)
    .option(LOG_OPTION, LOG_MEANING)
    .option("--json", JSON_MEANING)
    .addHelpText("after", EXAMPLES)
    .action((file: string, flags: Flags) => run(cli, setExitCode, file, flags));
