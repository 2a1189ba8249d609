import { Command } from "commander";
import type { Differing, LedgerChecked } from "../check-ledger.ts";
import { type CliContext, print, printJson } from "../cli-context.ts";
import { dataFolder, requireLog } from "../data-folder.ts";
import { ExitCode, type SetExitCode } from "../exit-code.ts";
import {
  DATA_MEANING,
  DATA_OPTION,
  JSON_MEANING,
  LOG_MEANING,
  LOG_OPTION,
  MODEL_MEANING,
  MODEL_OPTION,
  wholeNumber,
} from "./options.ts";

type Flags = {
  readonly days: number;
  readonly data?: string;
  readonly log?: string;
  readonly model?: string;
  readonly json?: boolean;
};

const HELP = `
First every event of the log is read and held against its checksum; then every cube is recomputed from its facts,
as known at the end of the last day and of some days before, and held against the ledger. The second part needs
the read model for itself: stop a server first. Exit code 4 names damage, 1 says that the ledger was not looked at.`;

const MOST_SHOWN = 20;

const checkLog = async (cli: CliContext, flags: Flags) => {
  const folder = dataFolder(cli, flags);
  requireLog(folder);
  const [{ openLog }, { startProgress }] = await Promise.all([
    import("../open-log.ts"),
    import("../progress.ts"),
  ]);
  const log = await openLog(cli, folder, { readOnly: true });
  const progress = startProgress(cli, "Checking the log", flags.json);
  try {
    return await log.verify((checked, head) => {
      cli.abortSignal.throwIfAborted();
      progress.update(checked, head);
    });
  } finally {
    progress.end();
    await log.close();
  }
};

type Checked = { readonly log: Awaited<ReturnType<typeof checkLog>>; readonly ledger: LedgerChecked };

const differingText = ({ cube, day, against, cells }: Differing): string =>
  `cube ${cube}: ${cells} cells of its ${against === "FACTS" ? "entries" : "balances"} differ as known on ${day}`;

const ledgerLines = (ledger: LedgerChecked): string[] => {
  if ("skipped" in ledger) return [`The ledger was not looked at: ${ledger.skipped}`];
  if ("broken" in ledger)
    return ["The read model cannot be read: run 'karnameh rebuild', which makes it anew from the log."];
  const days = `as known on ${ledger.days.length === 1 ? "1 day" : `${ledger.days.length} days`}`;
  if (ledger.differences.length === 0) return [`The ledger agrees with its facts, ${days}.`];
  return [
    ...ledger.differences.map(differingText),
    `The ledger does not agree with its facts: run 'karnameh rebuild', which makes it anew from the log.`,
  ];
};

const logLines = ({ checked, damaged }: Checked["log"]): string[] => {
  if (damaged.length === 0)
    return [`The log is sound: ${checked.toLocaleString("en")} events are as they were recorded.`];
  const named = damaged
    .slice(0, MOST_SHOWN)
    .map(({ position, reason }) => (position === null ? reason : `event ${position}: ${reason}`));
  const more =
    damaged.length > MOST_SHOWN ? [`and ${damaged.length - MOST_SHOWN} more (all with --json)`] : [];
  return [...named, ...more];
};

/** A ledger that agrees with its facts does not make up for a damaged log. */
const lastWords = ({ damaged }: Checked["log"]): string[] =>
  damaged.length === 0 ? [] : ["The log is damaged: restore a copy of it."];

const exitCodeOf = ({ log, ledger }: Checked): ExitCode => {
  if (log.damaged.length > 0) return ExitCode.damaged;
  if ("skipped" in ledger) return ExitCode.incomplete;
  if ("broken" in ledger) return ExitCode.damaged;
  return ledger.differences.length > 0 ? ExitCode.damaged : ExitCode.ok;
};

const run = async (cli: CliContext, setExitCode: SetExitCode, flags: Flags): Promise<void> => {
  try {
    const log = await checkLog(cli, flags);
    if (!flags.json) for (const line of logLines(log)) print(cli, line);
    const { checkLedger } = await import("../check-ledger.ts");
    const ledger = await checkLedger(cli, dataFolder(cli, flags), {
      days: flags.days,
      isQuiet: flags.json ?? false,
    });
    if (flags.json) printJson(cli, { log, ledger });
    else for (const line of [...ledgerLines(ledger), ...lastWords(log)]) print(cli, line);
    setExitCode(exitCodeOf({ log, ledger }));
  } catch (error) {
    if (!cli.abortSignal.aborted) throw error;
    setExitCode(ExitCode.interrupted);
  }
};

export const verifyCommand = (cli: CliContext, setExitCode: SetExitCode): Command =>
  new Command("verify")
    .description("hold the log against its checksums, and the ledger against its facts")
    .option("--days <number>", "how many days before the last, evenly spread", wholeNumber(0, 1_000), 3)
    .option(DATA_OPTION, DATA_MEANING)
    .option(LOG_OPTION, LOG_MEANING)
    .option(MODEL_OPTION, MODEL_MEANING)
    .option("--json", JSON_MEANING)
    .addHelpText("after", HELP)
    .action((flags: Flags) => run(cli, setExitCode, flags));
