/** Speed and memory: `npm run bench`. Each row is compared with the raw engine on the same rows in the same run. */

import { writeFile } from "node:fs/promises";
import { BenchError } from "./bench/bench-error.ts";
import { stopChildren } from "./bench/child.ts";
import type { Context } from "./bench/context.ts";
import { openFixture } from "./bench/fixture.ts";
import { openBenchFolder } from "./bench/folder.ts";
import { machineOf } from "./bench/machine.ts";
import { isMissed, type Measured } from "./bench/measured.ts";
import { HELP, readOptions } from "./bench/options.ts";
import { createProgressReporter } from "./bench/progress-reporter.ts";
import { ROWS } from "./bench/rows.ts";
import { detailsOf, markdownOf, plainOf, writeBetweenMarkers } from "./bench/table.ts";

const runRows = async (context: Context, names: readonly string[]): Promise<Measured[]> => {
  const found: Measured[] = [];
  for (const row of ROWS) {
    if (!names.includes(row.name)) continue;
    context.progressReporter.begin(row.title);
    found.push(...(await row.run(context)));
  }
  context.progressReporter.end();
  return found;
};

const main = async (): Promise<number> => {
  const options = readOptions(process.argv.slice(2));
  if (options === "help") {
    console.log(HELP);
    return 0;
  }
  const progressReporter = createProgressReporter(process.stderr);
  const folder = openBenchFolder(options);
  try {
    const fixture = openFixture(folder, options, progressReporter);
    const measured = await runRows({ options, fixture, folder, progressReporter }, options.only);
    const report = { machine: machineOf(), events: await fixture.events(), measured };
    console.log(options.markdown ? markdownOf(report) : plainOf(report));
    if (options.verbose && !options.markdown) console.log(`\n${detailsOf(report)}`);
    if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
    if (options.out !== undefined) await writeBetweenMarkers(options.out, markdownOf(report));
    return measured.some(isMissed) ? 1 : 0;
  } finally {
    progressReporter.end();
    stopChildren();
    folder.remove();
  }
};

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof BenchError ? error.message : error);
  process.exitCode = 2;
}
