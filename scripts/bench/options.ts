import { parseArgs } from "node:util";
import { BenchError } from "./bench-error.ts";

/** The rows that run by default. */
const USUAL_ROWS = ["import", "rebuild", "query", "asof", "restart", "live"] as const;
const ROW_NAMES = [...USUAL_ROWS, "cluster"] as const;

export type RowName = (typeof ROW_NAMES)[number];

export type Options = {
  readonly events: number | undefined;
  readonly only: readonly RowName[];
  readonly json: string | undefined;
  readonly out: string | undefined;
  readonly markdown: boolean;
  readonly verbose: boolean;
  readonly keep: string | undefined;
  readonly data: string | undefined;
  /** The cluster for the row of that name. */
  readonly log: string | undefined;
  readonly seconds: number;
  readonly requests: number;
};

export const HELP = `npm run bench                         every row, with 2,000,000 synthetic events
npm run bench -- --events N           with N events (use 200,000 or more)
npm run bench -- --only import,query  only these rows: ${ROW_NAMES.join(", ")}

The row cluster, a log on KurrentDB, runs only if it is named or --log is given. It uses the KurrentDB double of the
tests, or your own empty cluster, which it fills.

  --json FILE      write the numbers as JSON
  --markdown       print the table as Markdown
  --out FILE       also write the Markdown between the marks <!-- bench --> and <!-- /bench --> of FILE
  --verbose        print details of each row, such as the seconds of each cube
  --keep DIR       work in DIR and keep the events, the log and the read model there
  --data DIR       use the files that --keep left in DIR; missing files are made
  --log ADDRESS    the cluster for the row cluster, kurrentdb://…, instead of the double
  --seconds N      duration of appending in the row live (default 30)
  --requests N     number of queries of the rows query and asof (default 300)

Without --keep and --data the bench works in a temporary folder and removes it at the end.
Exit codes: 0 every number is within its limit ("at least"), 1 one is not, 2 the bench could not run.`;

const DEFAULT_EVENTS = 2_000_000;
const MIN_EVENTS = 10_000;

const wholeNumber = (name: string, text: string, least: number): number => {
  const number = Number(text.replaceAll(/[_,]/g, ""));
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new BenchError(`--${name} must be a whole number of at least ${least.toLocaleString("en")}.`);
};

const chosenRows = (only: string | undefined, log: string | undefined): readonly RowName[] => {
  if (only === undefined) return log === undefined ? USUAL_ROWS : ["cluster"];
  const names = only.split(",");
  const unknown = names.filter((name) => !ROW_NAMES.some((known) => known === name));
  if (unknown.length > 0)
    throw new BenchError(
      `There is no row named ${unknown.join(", ")}. The rows are ${ROW_NAMES.join(", ")}.`,
    );
  return ROW_NAMES.filter((name) => names.includes(name));
};

const parse = (args: readonly string[]) => {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        ...{ events: text, only: text, json: text, out: text, keep: text, data: text, log: text },
        ...{ seconds: { ...text, default: "30" }, requests: { ...text, default: "300" } },
        ...{ markdown: flag, verbose: flag, help: { ...flag, short: "h" } },
      },
    }).values;
  } catch (error) {
    throw new BenchError(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
};

/** Throws BenchError. With --data the number of events is that of the folder. */
export const readOptions = (args: readonly string[]): Options | "help" => {
  const given = parse(args);
  if (given.help) return "help";
  if (given.keep !== undefined && given.data !== undefined)
    throw new BenchError("Give --keep to make a folder or --data to use one, not both.");
  if (given.data !== undefined && given.events !== undefined)
    throw new BenchError("With --data the folder determines the number of events: leave --events out.");
  const events =
    given.data === undefined
      ? wholeNumber("events", given.events ?? String(DEFAULT_EVENTS), MIN_EVENTS)
      : undefined;
  return {
    events,
    only: chosenRows(given.only, given.log),
    json: given.json,
    out: given.out,
    markdown: given.markdown,
    verbose: given.verbose,
    keep: given.keep,
    data: given.data,
    log: given.log,
    seconds: wholeNumber("seconds", given.seconds, 1),
    requests: wholeNumber("requests", given.requests, 10),
  };
};
