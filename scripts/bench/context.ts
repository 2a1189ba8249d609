import type { Fixture } from "./fixture.ts";
import type { BenchFolder } from "./folder.ts";
import type { Options } from "./options.ts";
import type { ProgressReporter } from "./progress-reporter.ts";

/** The input of a row. */
export type Context = {
  readonly options: Options;
  readonly fixture: Fixture;
  readonly folder: BenchFolder;
  readonly progressReporter: ProgressReporter;
};
