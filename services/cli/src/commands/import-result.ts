import { basename, join } from "node:path";
import type { RefusalCount } from "@karnameh/ingest/refusals-file";
import { type CliContext, print, printJson } from "../cli-context.ts";
import type { DataFolder } from "../data-folder.ts";
import { shortPath } from "../data-folder.ts";
import { ExitCode, type SetExitCode } from "../exit-code.ts";

/** What the results of all imports have in common. */
export type ImportResult = {
  readonly recorded: number;
  readonly duplicates: number;
  readonly refused: number;
  readonly stopped: boolean;
  readonly refusalsFile?: string;
  readonly mostFrequentRefusal?: RefusalCount;
  /** Proposed figures that are neither confirmed nor rejected yet. */
  readonly unconfirmed?: number;
};

export type ImportFlags = {
  readonly refusals?: string;
  readonly data?: string;
  readonly log?: string;
  readonly json?: boolean;
};

export const REFUSALS_MEANING =
  "file for rejected lines (default: in refusals/ of the data folder); created only if needed";

/** The refusals file given, or one in the data folder named after the source. */
export const refusalsFileOf = (folder: DataFolder, { refusals }: ImportFlags, source: string): string =>
  refusals ?? join(folder.refusals, `${source === "-" ? "stdin" : basename(source)}.refused.ndjson`);

const count = (number: number, what: string): string => `${number.toLocaleString("en")} ${what}`;

const sentence = ({
  recorded,
  duplicates,
  refused,
  stopped,
  refusalsFile,
  unconfirmed = 0,
}: ImportResult): string => {
  const parts = [
    count(recorded, "recorded"),
    count(duplicates, "already there"),
    refusalsFile === undefined
      ? count(refused, "rejected")
      : `${count(refused, "rejected")} (see ${shortPath(refusalsFile)})`,
    ...(unconfirmed > 0 ? [count(unconfirmed, "not confirmed yet")] : []),
  ];
  const end = stopped ? " Stopped before the end: run the command again to continue." : "";
  return `${parts.join(", ")}.${end}`;
};

/** The most frequent reason for rejections, where it occurred first, and what to do about it. */
const reason = ({ first, times }: RefusalCount): string => {
  const problem = [first.path, first.message].filter(Boolean).join(" ").replace(/\.?$/, ".");
  const often = times === 1 ? "once" : count(times, "times");
  return `Rejected most often, ${often}, first on line ${first.line}: ${[problem, first.hint].filter(Boolean).join(" ")}`;
};

/** Reports the result of an import and sets the exit code: stopped comes before rejected lines, rejected lines before done. */
export const reportImport = (
  cli: CliContext,
  setExitCode: SetExitCode,
  result: ImportResult,
  { json }: ImportFlags,
): void => {
  if (json) printJson(cli, result);
  else
    print(
      cli,
      [sentence(result), ...(result.mostFrequentRefusal ? [reason(result.mostFrequentRefusal)] : [])].join(
        "\n",
      ),
    );
  if (result.refused > 0) setExitCode(ExitCode.incomplete);
  if (result.stopped) setExitCode(ExitCode.interrupted);
};
