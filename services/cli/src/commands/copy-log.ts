import type { CopiedLog, CopyProgress } from "@karnameh/event-log/copy-log";
import { Command } from "commander";
import { type CliContext, print, printJson } from "../cli-context.ts";
import { shortPath } from "../data-folder.ts";
import { CommandError, ExitCode, type SetExitCode } from "../exit-code.ts";
import { isSamePlace, openLogAt, placeOf } from "../open-log.ts";
import { startProgress } from "../progress.ts";
import { JSON_MEANING, wholeNumber } from "./options.ts";

type Flags = { readonly verifyOnly?: boolean; readonly batch: number; readonly json?: boolean };
type Ask = { readonly from: string; readonly to: string; readonly flags: Flags };

const BATCH = 10_000;

const HELP = `
Examples:
  karnameh copy-log data /backup/karnameh
  karnameh copy-log data/log.sqlite copy.sqlite --verify-only
  karnameh copy-log data kurrentdb://user:password@log.example.org:2113

A log is named by its file, by the data folder that holds it, or by the address of a cluster. Order and times of
recording are kept. What was copied is read back, and each log told by a chain: SHA-256 over the chain before and the
next event. The same chain is the same events in the same order (exit code 4 if it is not, with the first event that
differs).

It is safe to run twice: it goes on where the last run, or kill -9, ended, and brings over what was recorded
meanwhile. A target that does not hold the beginning of the source is left as it is (exit code 3). Nobody else may
write to the target. The copy is a log of its own: read models are made anew from it.`;

const PHASES = { COMPARING: "Comparing", COPYING: "Copying", CHECKING: "Reading back" } as const;

/** Shows one bar after another. */
const phases = (cli: CliContext, isQuiet: boolean) => {
  let phase: CopyProgress["phase"] | undefined;
  let shown = startProgress(cli, "", true);
  return {
    update: (so: CopyProgress): void => {
      if (so.phase !== phase) {
        shown.end();
        shown = startProgress(cli, PHASES[so.phase], isQuiet);
        phase = so.phase;
      }
      shown.update(so.done, so.total);
    },
    end: (): void => shown.end(),
  };
};

const work = async (cli: CliContext, { from, to, flags }: Ask): Promise<CopiedLog> => {
  const { compareOnly, copyLog } = await import("@karnameh/event-log/copy-log");
  const source = await openLogAt(cli, from, { readOnly: true });
  const progress = phases(cli, flags.json ?? false);
  try {
    const target = await openLogAt(cli, to, { readOnly: flags.verifyOnly ?? false });
    const copy = { from: source, to: target, batchSize: flags.batch, signal: cli.abortSignal };
    try {
      return await (flags.verifyOnly ? compareOnly : copyLog)({ ...copy, onProgress: progress.update });
    } finally {
      await target.close();
    }
  } finally {
    progress.end();
    await source.close();
  }
};

type Standing = NonNullable<CopiedLog["difference"]>["one"];

const standingText = (standing: Standing): string =>
  standing === undefined ? "nothing" : `${standing.type} ${standing.id} (position ${standing.position})`;

const shownOf = (text: string): string => {
  const place = placeOf(text);
  return place.includes("://") ? place : shortPath(place);
};

const sentences = ({ from, to }: Ask, result: CopiedLog): string[] => {
  const [source, target] = [from, to].map(shownOf);
  const { alreadyThere, copied, chain, difference, stopped } = result;
  const counts = `${copied.toLocaleString("en")} events copied, ${alreadyThere.toLocaleString("en")} already there.`;
  const chains = [`${chain.from}  ${source}`, `${chain.to}  ${target}`];
  if (stopped) return [`${counts} Stopped before the end: run it again to go on.`];
  if (difference === undefined) return [`${counts} Both logs have one chain:`, ...chains];
  const { number, one, other } = difference;
  const parting = `The logs part at event ${number.toLocaleString("en")}: ${source} holds ${standingText(one)}, and ${target} ${standingText(other)}.`;
  return chain.from === chain.to
    ? [`${parting} Nothing was copied; what is before it is the same in both.`]
    : [parting, `${counts} Their chains:`, ...chains];
};

/** A target that holds something else was not touched; what differs after a copy, or in a comparison, is damage. */
const exitCodeOf = ({ flags }: Ask, { difference, copied, stopped }: CopiedLog): ExitCode => {
  if (stopped) return ExitCode.interrupted;
  if (difference === undefined) return ExitCode.ok;
  return flags.verifyOnly || copied > 0 ? ExitCode.damaged : ExitCode.unable;
};

const run = async (cli: CliContext, setExitCode: SetExitCode, ask: Ask): Promise<void> => {
  if (isSamePlace(ask.from, ask.to))
    throw new CommandError(
      ExitCode.usage,
      "The source and the target are one log: name another place to copy to.",
    );
  try {
    const result = await work(cli, ask);
    if (ask.flags.json) printJson(cli, { from: placeOf(ask.from), to: placeOf(ask.to), ...result });
    else for (const line of sentences(ask, result)) print(cli, line);
    setExitCode(exitCodeOf(ask, result));
  } catch (error) {
    if (!cli.abortSignal.aborted) throw error;
    setExitCode(ExitCode.interrupted);
  }
};

export const copyLogCommand = (cli: CliContext, setExitCode: SetExitCode): Command =>
  new Command("copy-log")
    .description("copy the events of one log into another, and hold the copy against it")
    .argument("<from>", "the log to read: its file, its data folder, or kurrentdb://…")
    .argument("<to>", "the log to write, made where there is none")
    .option("--verify-only", "write nothing, only hold the two against each other")
    .option("--batch <number>", "how many events are appended together", wholeNumber(1, 100_000), BATCH)
    .option("--json", JSON_MEANING)
    .addHelpText("after", HELP)
    .action((from: string, to: string, flags: Flags) => run(cli, setExitCode, { from, to, flags }));
