import { writeFile } from "node:fs/promises";
import { Command } from "commander";
import { type CliContext, print, printError, printJson } from "../cli-context.ts";
import { ExitCode, type SetExitCode } from "../exit-code.ts";
import { JSON_MEANING } from "./options.ts";

type Flags = { readonly out?: string; readonly publishedOn?: string; readonly json?: boolean };

const EXAMPLES = `
Example:
  karnameh extract page.txt --published-on 2023-08-30 --out proposed.csv
  (open proposed.csv, put right what is wrong, write yes or no in the column confirmed)
  karnameh import-figures proposed.csv

Reads Persian plain text. It proposes and records nothing; docs/claims.md says what it finds and what it misses.`;

const isThere = (error: unknown): boolean =>
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
    // Somebody's confirmations may stand in it.
    await writeFile(out, table, { flag: "wx" });
  } catch (error) {
    if (!isThere(error)) throw error;
    printError(cli, `${out} is there already and is left as it is.`);
    return setExitCode(ExitCode.usage);
  }
  print(
    cli,
    `${proposals.length} figures proposed in ${out}; none is recorded before it is confirmed there.`,
  );
};

export const extractCommand = (cli: CliContext, setExitCode: SetExitCode): Command =>
  new Command("extract")
    .description("propose the figures that a document states, for a person to confirm")
    .argument("<document.txt>", "a Persian plain text in UTF-8")
    .option("--published-on <day>", "the day on which it appeared, for its relative dates, YYYY-MM-DD")
    .option("--out <file.csv>", "where the proposals go (else they are printed); never overwritten")
    .option("--json", JSON_MEANING)
    .addHelpText("after", EXAMPLES)
    .action((file: string, flags: Flags) => run(cli, setExitCode, file, flags));
