/** The front door of every check: `npm test`. Its last line is always `N passed, N failed`. */

import { parseArgs } from "node:util";
import { CHECKS, type Check, type Outcome } from "./checks.ts";

const HELP = `npm test                              every check
npm test -- --only lint,types         only these: ${CHECKS.map(({ name }) => name).join(", ")}
npm test -- --only specs PATH …       only the specs whose path contains one of these

"N passed, N failed" counts every test of the specs and every other check as one.`;

type Timed = { readonly check: Check; readonly outcome: Outcome; readonly seconds: number };

/** A check that could not even run has failed; the others still tell what they know. */
const brokenCheck = (error: unknown): Outcome => ({
  passed: 0,
  failed: 1,
  skipped: 0,
  output: error instanceof Error ? (error.stack ?? error.message) : String(error),
});

const timed = async (check: Check, filters: readonly string[]): Promise<Timed> => {
  const began = performance.now();
  const outcome = await check.run(filters).catch(brokenCheck);
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

const tell = (result: Timed): Timed => {
  if (process.stdout.isTTY) process.stdout.write("\r\x1b[K");
  if (result.outcome.failed > 0) console.log(`\n${result.outcome.output.trim()}\n`);
  console.log(lineOf(result));
  return result;
};

/**
 * The tools side by side, because each leaves a processor free for a while; the specs after them and alone, because a
 * spec must not be slow for a tool's sake. Told in their order.
 */
const runAll = async (checks: readonly Check[], filters: readonly string[]): Promise<Timed[]> => {
  const begun = new Map(
    checks.filter(({ isAlone }) => !isAlone).map((check) => [check, timed(check, filters)]),
  );
  const results: Timed[] = [];
  for (const check of checks) {
    if (process.stdout.isTTY) process.stdout.write(`… ${check.title}`);
    results.push(tell(await (begun.get(check) ?? timed(check, filters))));
  }
  return results;
};

const chosen = (only: string | undefined): readonly Check[] => {
  if (only === undefined) return CHECKS;
  const names = only.split(",");
  const unknown = names.filter((name) => !CHECKS.some((check) => check.name === name));
  if (unknown.length > 0) throw new Error(`There is no check named ${unknown.join(", ")}.\n\n${HELP}`);
  return CHECKS.filter(({ name }) => names.includes(name));
};

const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const results = await runAll(chosen(values.only), positionals);
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
