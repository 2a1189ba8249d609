import { writeFile } from "node:fs/promises";
import { Command } from "commander";
import { type CliContext, print, printError, printJson } from "../cli-context.ts";
import { ExitCode, type SetExitCode } from "../exit-code.ts";
import { JSON_MEANING } from "./options.ts";

type Flags = { readonly out?: string; readonly publishedOn?: string; readonly json?: boolean };

const EXAMPLES = `
Example:
  karnameh extract page.txt --published-on 2023-08-30 --out proposed.csv
  (open proposed.csv, correct errors, write yes or no in the column confirmed)
  karnameh import-figures proposed.csv

Reads Persian plain text. It only proposes figures and records nothing; docs/claims.md explains what it finds and misses.`;

/** Without it, spreadsheets do not show Persian. */
const BYTE_ORDER_MARK = "\ufeff";

const existsAlready = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "EEXIST";

const run = async (cli: CliContext, setExitCode: SetExitCode, file: string, flags: Flags): Promise<void> => {
  const [{ extractFigures }, { tehranDay }] = await Promise.all([
    import("@karnameh/ingest/extract/extract-figures"),
    import("@karnameh/schema/calendar"),
  ]);
  const { out, publishedOn, json } = flags;
  const { proposals, table } = await extractFigures({
    file,
    today: tehranDay(Date.now()),
    ...(publishedOn === undefined ? {} : { publishedOn }),
  });
  if (json) return printJson(cli, { proposals });
  if (out === undefined) return print(cli, table.trimEnd());
  try {
    // An existing file may hold confirmations.
    await writeFile(out, BYTE_ORDER_MARK + table, { flag: "wx" });
  } catch (error) {
    if (!existsAlready(error)) throw error;
    printError(cli, `${out} already exists and is not overwritten.`);
    return setExitCode(ExitCode.usage);
  }
  print(
    cli,
    `${proposals.length} figures proposed in ${out}; they are recorded only once they are confirmed there.`,
  );
};

export const extractCommand = (cli: CliContext, setExitCode: SetExitCode): Command =>
  new Command("extract")
    .description("propose figures found in a document, for a person to confirm")
    .argument("<document.txt>", "Persian plain text in UTF-8")
    .option("--published-on <day>", "publication date, YYYY-MM-DD, to resolve relative dates")
    .option("--out <file.csv>", "output file (default: standard output); never overwritten")
    .option("--json", JSON_MEANING)
    .addHelpText("after", EXAMPLES)
    .action((file: string, flags: Flags) => run(cli, setExitCode, file, flags));
