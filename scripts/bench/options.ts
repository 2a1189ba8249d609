import { parseArgs } from "node:util";
import { BenchError } from "./bench-error.ts";

/** The rows that run unless others are named. */
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

export const HELP = `npm run bench                         every row, over 2,000,000 simulated events
npm run bench -- --events N           over N events (200,000 or more say something)
npm run bench -- --only import,query  only these rows: ${ROW_NAMES.join(", ")}

The row cluster, a log on KurrentDB, runs only when it is named or --log is given: over the double of a server that the
tests use, or over an empty cluster of your own, which is then filled.

  --json FILE      the numbers, for a script
  --markdown       the table as markdown
  --out FILE       also put the markdown between the marks <!-- bench --> and <!-- /bench --> of FILE
  --verbose        what stands behind each row, for instance the seconds of each cube
  --keep DIR       work in DIR and leave the events, the log and the read model there
  --data DIR       use what --keep left in DIR; what is missing is added
  --log ADDRESS    the cluster for the row cluster, kurrentdb://…, instead of a double
  --seconds N      how long the live row appends (30)
  --requests N     how many questions the rows query and asof ask (300)

Without --keep and --data the work is done in the folder of temporary files and removed at the end.
Exit codes: 0 every number is within "at least", 1 one is not, 2 the bench could not run.`;

const DEFAULT_EVENTS = 2_000_000;
const LEAST_EVENTS = 10_000;

const wholeNumber = (name: string, text: string, least: number): number => {
  const number = Number(text.replaceAll(/[_,]/g, ""));
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new BenchError(`--${name} has to be a whole number from ${least.toLocaleString("en")} up.`);
};

const chosenRows = (only: string | undefined, log: string | undefined): readonly RowName[] => {
  if (only === undefined) return log === undefined ? USUAL_ROWS : ["cluster"];
  const names = only.split(",");
  const unknown = names.filter((name) => !ROW_NAMES.some((known) => known === name));
  if (unknown.length > 0)
    throw new BenchError(`There is no row named ${unknown.join(", ")}; there are ${ROW_NAMES.join(", ")}.`);
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
    throw new BenchError("With --data the number of events is that of the folder: leave --events out.");
  const events =
    given.data === undefined
      ? wholeNumber("events", given.events ?? String(DEFAULT_EVENTS), LEAST_EVENTS)
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
