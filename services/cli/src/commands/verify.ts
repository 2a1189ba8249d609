import { Command } from "commander";
import type { CubeDifference, LedgerCheck } from "../check-ledger.ts";
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
Reads every event and verifies its checksum. Then recomputes every cube from its facts, as of the last day and of some
earlier days, and compares the result with the ledger. The second part needs exclusive access to the read model: stop a
running server first. Exit code 4 means damage; 1 means that the ledger was not checked.`;

const MAX_LINES = 20;

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

type VerifyResult = { readonly log: Awaited<ReturnType<typeof checkLog>>; readonly ledger: LedgerCheck };

const differenceText = ({ cube, day, against, cells }: CubeDifference): string =>
  `cube ${cube}: ${cells} cells of its ${against === "FACTS" ? "entries" : "balances"} differ as of ${day}`;

const ledgerLines = (ledger: LedgerCheck): string[] => {
  if ("skipped" in ledger) return [`The ledger was not checked: ${ledger.skipped}`];
  if ("broken" in ledger)
    return ["The read model cannot be read: run 'karnameh rebuild' to rebuild it from the log."];
  const days = `as of ${ledger.days.length === 1 ? "1 day" : `${ledger.days.length} days`}`;
  if (ledger.differences.length === 0) return [`The ledger agrees with its facts, ${days}.`];
  return [
    ...ledger.differences.map(differenceText),
    `The ledger does not agree with its facts: run 'karnameh rebuild' to rebuild it from the log.`,
  ];
};

const logLines = ({ checked, damaged }: VerifyResult["log"]): string[] => {
  if (damaged.length === 0) return [`The log is intact: ${checked.toLocaleString("en")} events verified.`];
  const events = damaged
    .slice(0, MAX_LINES)
    .map(({ position, reason }) => (position === null ? reason : `event ${position}: ${reason}`));
  const more = damaged.length > MAX_LINES ? [`and ${damaged.length - MAX_LINES} more (all with --json)`] : [];
  return [...events, ...more];
};

/** Printed last, because a ledger that agrees with its facts does not repair a damaged log. */
const damageLines = ({ damaged }: VerifyResult["log"]): string[] =>
  damaged.length === 0 ? [] : ["The log is damaged: restore it from a backup."];

const exitCodeOf = ({ log, ledger }: VerifyResult): ExitCode => {
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
    else for (const line of [...ledgerLines(ledger), ...damageLines(log)]) print(cli, line);
    setExitCode(exitCodeOf({ log, ledger }));
  } catch (error) {
    if (!cli.abortSignal.aborted) throw error;
    setExitCode(ExitCode.interrupted);
  }
};

export const verifyCommand = (cli: CliContext, setExitCode: SetExitCode): Command =>
  new Command("verify")
    .description("verify the log's checksums and recompute the ledger")
    .option("--days <number>", "number of earlier days to check, evenly spread", wholeNumber(0, 1_000), 3)
    .option(DATA_OPTION, DATA_MEANING)
    .option(LOG_OPTION, LOG_MEANING)
    .option(MODEL_OPTION, MODEL_MEANING)
    .option("--json", JSON_MEANING)
    .addHelpText("after", HELP)
    .action((flags: Flags) => run(cli, setExitCode, flags));
