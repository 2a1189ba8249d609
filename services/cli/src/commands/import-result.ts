import { basename, join } from "node:path";
import type { RefusalCount } from "@karnameh/ingest/refusals-file";
import { type CliContext, print, printJson } from "../cli-context.ts";
import type { DataFolder } from "../data-folder.ts";
import { shortPath } from "../data-folder.ts";
import { ExitCode, type SetExitCode } from "../exit-code.ts";

/** What imports have in common in their results. */
export type Imported = {
  readonly recorded: number;
  readonly duplicates: number;
  readonly refused: number;
  readonly stopped: boolean;
  readonly refusalsFile?: string;
  readonly mostFrequentRefusal?: RefusalCount;
  /** Proposed figures that nobody has confirmed or turned down yet. */
  readonly unconfirmed?: number;
};

export type ImportFlags = {
  readonly refusals?: string;
  readonly data?: string;
  readonly log?: string;
  readonly json?: boolean;
};

export const REFUSALS_MEANING =
  "where refused lines go (else refusals/ in the data folder); made only if there are any";

/** The refusals file asked for, or one by the source's name in the data folder. */
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
}: Imported): string => {
  const parts = [
    count(recorded, "recorded"),
    count(duplicates, "already there"),
    refusalsFile === undefined
      ? count(refused, "refused")
      : `${count(refused, "refused")} (see ${shortPath(refusalsFile)})`,
    ...(unconfirmed > 0 ? [count(unconfirmed, "not confirmed yet")] : []),
  ];
  const end = stopped ? " Stopped before the end: run it again to go on." : "";
  return `${parts.join(", ")}.${end}`;
};

/** What was wrong most often, where first, and what to do: enough for who gave a whole file the wrong way. */
const reason = ({ first, times }: RefusalCount): string => {
  const said = [first.path, first.message].filter(Boolean).join(" ").replace(/\.?$/, ".");
  const often = times === 1 ? "once" : count(times, "times");
  return `Refused most often, ${often}, first on line ${first.line}: ${[said, first.hint].filter(Boolean).join(" ")}`;
};

/** Tells how an import ended, and settles on the exit code: stopped before refused before done. */
export const tellImported = (
  cli: CliContext,
  setExitCode: SetExitCode,
  result: Imported,
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
