import type { TableImport, TableImported } from "@karnameh/ingest/record-rows";
import type { CliContext } from "../cli-context.ts";
import { dataFolder, makeDataFolder } from "../data-folder.ts";
import type { SetExitCode } from "../exit-code.ts";
import { type ImportFlags, refusalsFileOf, reportImport } from "./import-result.ts";

/** What every table may look like; the help of its importers ends with it. */
export const TABLE_RULES = `A table is CSV, separated by commas, semicolons or tabs, in UTF-8 or in UTF-16 with a byte order mark; it may be packed
with gzip. Numbers may have the digits of any script, separators of thousands and a decimal comma, if they cannot be
read in two ways: 2,047 is rejected, 2,047,000 and 9,6 are read.`;

/** Opens the log, imports a table with `work`, and reports the result. */
export const importTable = async <Result extends TableImported>(
  cli: CliContext,
  setExitCode: SetExitCode,
  { file, flags }: { readonly file: string; readonly flags: ImportFlags },
  work: (given: TableImport) => Promise<Result>,
): Promise<void> => {
  const folder = dataFolder(cli, flags);
  await makeDataFolder(folder);
  const [{ openLog }, { startCounter }] = await Promise.all([
    import("../open-log.ts"),
    import("../progress.ts"),
  ]);
  const log = await openLog(cli, folder);
  const count = startCounter(cli, "rows", flags.json);
  try {
    const result = await work({
      file,
      log,
      refusalsFile: refusalsFileOf(folder, flags, file),
      signal: cli.abortSignal,
      onProgress: ({ rows }) => count(rows),
    });
    reportImport(cli, setExitCode, result, flags);
  } finally {
    await log.close();
  }
};
