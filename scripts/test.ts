/** The front door of every check: `npm test`. Its last line is always `N passed, N failed`. */

import { parseArgs } from "node:util";
import { CHECKS, type Check, type CheckOptions, type Outcome } from "./checks.ts";

/** Generous: it ends what hangs, not what is slow. */
const TIMEOUT_SECONDS = 1_800;

const HELP = `Usage: npm test [-- OPTIONS]

  npm test                              every check
  npm test -- --only lint,types         only these: ${CHECKS.map(({ name }) => name).join(", ")}
  npm test -- --only specs PATH …       only the specs whose path contains one of these

Options:
  --only NAMES        the checks to run, separated by commas
  --slow              print the ten spec files that took longest, with their seconds
  --timeout SECONDS   stop a check after so many seconds (${TIMEOUT_SECONDS})
  -h, --help          print this text

Environment variables for a longer run of the specs:
  KARNAMEH_RUNS=50                      histories of the ledger's properties (3)
  KARNAMEH_KILLS=20                     kills of each process that writes (1 to 3)
  KARNAMEH_ENGINES=all                  several readers on a cluster's double too
  KARNAMEH_TEST_KURRENTDB=ADDRESS       also run the event log's contract on this server

"N passed, N failed" counts every test of the specs and every other check as one.`;

type Timed = { readonly check: Check; readonly outcome: Outcome; readonly seconds: number };

/** A check that could not even run has failed; the others still report what they find. */
const brokenCheck = (error: unknown): Outcome => ({
  passed: 0,
  failed: 1,
  skipped: 0,
  output: error instanceof Error ? (error.stack ?? error.message) : String(error),
});

const timed = async (check: Check, options: CheckOptions): Promise<Timed> => {
  const began = performance.now();
  const outcome = await check.run(options).catch(brokenCheck);
  return { check, outcome, seconds: (performance.now() - began) / 1000 };
};

const lineOf = ({ check, outcome, seconds }: Timed): string => {
  const counts = [
    outcome.passed + outcome.failed > 1 ? `${outcome.passed} passed` : "",
    outcome.failed > 0 ? `${outcome.failed} failed` : "",
    outcome.skipped > 0 ? `${outcome.skipped} skipped` : "",
  ].filter(Boolean);
  const mark = outcome.failed > 0 ? "✗" : "✓";
  return `${mark} ${check.title.padEnd(28)}${`${seconds.toFixed(1)} s`.padStart(8)}  ${counts.join(", ")}`.trimEnd();
};

const print = (result: Timed): Timed => {
  if (result.outcome.failed > 0) console.log(`\n${result.outcome.output.trim()}\n`);
  console.log(lineOf(result));
  return result;
};

/** On a terminal, names the check that is waited for and counts its seconds. */
const whileWaiting = async (title: string, waiting: Promise<Timed>): Promise<Timed> => {
  if (!process.stdout.isTTY) return waiting;
  const began = performance.now();
  const draw = (): void => {
    const seconds = Math.round((performance.now() - began) / 1000);
    process.stdout.write(`\r\x1b[K… ${title} ${seconds} s`);
  };
  draw();
  const timer = setInterval(draw, 1_000);
  const result = await waiting;
  clearInterval(timer);
  process.stdout.write("\r\x1b[K");
  return result;
};

/**
 * The tools run at the same time, because each leaves a processor free for a while; the specs run after them and
 * alone, so that no spec is slow because of a tool. Reported in their order.
 */
const runAll = async (checks: readonly Check[], options: CheckOptions): Promise<Timed[]> => {
  const begun = new Map(
    checks.filter(({ isAlone }) => !isAlone).map((check) => [check, timed(check, options)]),
  );
  const results: Timed[] = [];
  for (const check of checks)
    results.push(print(await whileWaiting(check.title, begun.get(check) ?? timed(check, options))));
  return results;
};

const chosen = (only: string | undefined): readonly Check[] => {
  if (only === undefined) return CHECKS;
  const names = only.split(",");
  const unknown = names.filter((name) => !CHECKS.some((check) => check.name === name));
  if (unknown.length > 0) throw new Error(`There is no check named ${unknown.join(", ")}.\n\n${HELP}`);
  return CHECKS.filter(({ name }) => names.includes(name));
};

const secondsIn = (text: string | undefined): number => {
  const seconds = text === undefined ? TIMEOUT_SECONDS : Number(text);
  if (Number.isInteger(seconds) && seconds > 0) return seconds;
  throw new Error(`--timeout takes a whole number of seconds, not ${text}.\n\n${HELP}`);
};

const printSlowest = (results: readonly Timed[]): void => {
  console.log("\nThe slowest spec files:");
  for (const { file, seconds } of results.flatMap(({ outcome }) => outcome.slowest ?? []))
    console.log(`${`${seconds.toFixed(1)} s`.padStart(9)}  ${file}`);
};

/** Names what failed: tests one by one, any other check by its title. */
const printFailures = (results: readonly Timed[]): void => {
  const failed = results.filter(({ outcome }) => outcome.failed > 0);
  if (failed.length === 0) return;
  console.log("\nFailed:");
  for (const { check, outcome } of failed) {
    const { failures = [] } = outcome;
    for (const name of failures.length > 0 ? failures : [check.title]) console.log(`  ${name}`);
  }
};

const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: "string" },
      slow: { type: "boolean" },
      timeout: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const options = { filters: positionals, timeoutSeconds: secondsIn(values.timeout) };
  const results = await runAll(chosen(values.only), options);
  if (values.slow) printSlowest(results);
  printFailures(results);
  const passed = results.reduce((sum, { outcome }) => sum + outcome.passed, 0);
  const failed = results.reduce((sum, { outcome }) => sum + outcome.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
};

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
