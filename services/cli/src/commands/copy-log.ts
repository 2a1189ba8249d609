import type { CopiedLog } from "@karnameh/event-log/copy-log";
import { Command } from "commander";
import { type CliContext, print, printJson } from "../cli-context.ts";
import { shortPath } from "../data-folder.ts";
import { CommandError, ExitCode, type SetExitCode } from "../exit-code.ts";
import { isSamePlace, openLogAt, placeOf } from "../open-log.ts";
import { startPhases } from "../progress.ts";
import { JSON_MEANING, wholeNumber } from "./options.ts";

type Flags = { readonly verifyOnly?: boolean; readonly batch: number; readonly json?: boolean };
type Arguments = { readonly from: string; readonly to: string; readonly flags: Flags };

const BATCH = 10_000;

const HELP = `
Examples:
  karnameh copy-log data /backup/karnameh
  karnameh copy-log data/log.sqlite copy.sqlite --verify-only
  karnameh copy-log data kurrentdb://user:password@log.example.org:2113

A log is given as its file, as the data folder that holds it, or as the address of a cluster. The copy keeps the order
and the times of recording. Afterwards both logs are read and compared by a hash chain: SHA-256 over the previous hash
and the next event. Equal final hashes mean the same events in the same order. If they differ, the first differing event is
printed, with exit code 4.

You can run the command again at any time: it continues where the last run stopped, even after kill -9, and copies what
was recorded meanwhile. A target that does not begin like the source is not changed (exit code 3). Nothing else may
write to the target. The copy is an independent log, with read models of its own.`;

const PHASES = { COMPARING: "Comparing", COPYING: "Copying", CHECKING: "Verifying" } as const;

const copy = async (cli: CliContext, { from, to, flags }: Arguments): Promise<CopiedLog> => {
  const { compareOnly, copyLog } = await import("@karnameh/event-log/copy-log");
  const source = await openLogAt(cli, from, { readOnly: true });
  const progress = startPhases(cli, PHASES, flags.json);
  try {
    const target = await openLogAt(cli, to, { readOnly: flags.verifyOnly ?? false });
    const options = { from: source, to: target, batchSize: flags.batch, signal: cli.abortSignal };
    try {
      return await (flags.verifyOnly ? compareOnly : copyLog)({ ...options, onProgress: progress.update });
    } finally {
      await target.close();
    }
  } finally {
    progress.end();
    await source.close();
  }
};

type ComparedEvent = NonNullable<CopiedLog["difference"]>["one"];

const eventText = (event: ComparedEvent): string =>
  event === undefined ? "no event" : `${event.type} ${event.id} (position ${event.position})`;

const placeText = (text: string): string => {
  const place = placeOf(text);
  return place.includes("://") ? place : shortPath(place);
};

const sentences = ({ from, to }: Arguments, result: CopiedLog): string[] => {
  const [source, target] = [from, to].map(placeText);
  const { alreadyThere, copied, chain, difference, stopped } = result;
  const counts = `${copied.toLocaleString("en")} events copied, ${alreadyThere.toLocaleString("en")} already there.`;
  const chains = [`${chain.from}  ${source}`, `${chain.to}  ${target}`];
  if (stopped) return [`${counts} Stopped before the end: run the command again to continue.`];
  if (difference === undefined) return [`${counts} Both logs have the same hash chain:`, ...chains];
  const { number, one, other } = difference;
  const first = `The logs differ from event ${number.toLocaleString("en")} on: ${source} has ${eventText(one)}, ${target} has ${eventText(other)}.`;
  return chain.from === chain.to
    ? [`${first} Nothing was copied; all earlier events are the same.`]
    : [first, `${counts} The hash chains:`, ...chains];
};

/** A target with other events was not changed; a difference after copying, or in a comparison, means damage. */
const exitCodeOf = ({ flags }: Arguments, { difference, copied, stopped }: CopiedLog): ExitCode => {
  if (stopped) return ExitCode.interrupted;
  if (difference === undefined) return ExitCode.ok;
  return flags.verifyOnly || copied > 0 ? ExitCode.damaged : ExitCode.unable;
};

const run = async (cli: CliContext, setExitCode: SetExitCode, given: Arguments): Promise<void> => {
  if (isSamePlace(given.from, given.to))
    throw new CommandError(
      ExitCode.usage,
      "The source and the target are the same log: choose another target.",
    );
  try {
    const result = await copy(cli, given);
    if (given.flags.json) printJson(cli, { from: placeOf(given.from), to: placeOf(given.to), ...result });
    else for (const line of sentences(given, result)) print(cli, line);
    setExitCode(exitCodeOf(given, result));
  } catch (error) {
    if (!cli.abortSignal.aborted) throw error;
    setExitCode(ExitCode.interrupted);
  }
};

export const copyLogCommand = (cli: CliContext, setExitCode: SetExitCode): Command =>
  new Command("copy-log")
    .description("copy a log and verify the copy")
    .argument("<from>", "source log: its file, its data folder, or kurrentdb://…")
    .argument("<to>", "target log, created if it does not exist")
    .option("--verify-only", "only compare the two logs, write nothing")
    .option("--batch <number>", "events per append", wholeNumber(1, 100_000), BATCH)
    .option("--json", JSON_MEANING)
    .addHelpText("after", HELP)
    .action((from: string, to: string, flags: Flags) => run(cli, setExitCode, { from, to, flags }));
