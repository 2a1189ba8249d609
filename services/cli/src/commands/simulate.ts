import { open } from "node:fs/promises";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Command } from "commander";
import { type CliContext, printError, printJson } from "../cli-context.ts";
import { CommandError, ExitCode, type SetExitCode } from "../exit-code.ts";
import { JSON_MEANING, wholeNumber } from "./options.ts";

type Flags = {
  readonly people: number;
  readonly years: number;
  readonly seed: number;
  readonly startYear: number;
  readonly out: string;
  readonly json?: boolean;
};

const EXAMPLES = `
Examples:
  karnameh simulate --people 360000 --out ten-million.ndjson
  karnameh simulate --people 1000 --seed 7 --start-year 1403 --out - | karnameh import - --historical

To import them with --historical, they must be newer than the log's last event: the demonstration ends in 1402, so
--start-year 1403 continues it.

All events are marked as synthetic. The same options always give the same events. A person causes about 9 events a
year, the institutions several thousand. Memory use does not depend on the number of events.`;

const CHUNK_EVENTS = 1_000;
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "its folder does not exist",
  ENOTDIR: "a part of its path is a file",
  EISDIR: "it is a folder",
  EACCES: "this user may not write to it",
  EROFS: "the disk is read-only",
};

const cannotWrite = (error: unknown, file: string): unknown => {
  const reason = error instanceof Error && "code" in error ? REASONS[String(error.code)] : undefined;
  if (reason === undefined) return error;
  return new CommandError(ExitCode.unable, `The file ${file} cannot be written, because ${reason}.`, error);
};

/** NDJSON in chunks of a thousand lines; calls `report` with the number of events so far. */
const chunks = async (flags: Flags, report: (events: number) => void) => {
  const [{ simulate }, { writeCloudEvent }] = await Promise.all([
    import("@karnameh/simulator/simulate"),
    import("@karnameh/schema/cloud-event"),
  ]);
  return function* (): Generator<string> {
    let events = 0;
    let text = "";
    for (const event of simulate(flags)) {
      text += `${JSON.stringify(writeCloudEvent(event))}\n`;
      events += 1;
      if (events % CHUNK_EVENTS > 0) continue;
      report(events);
      yield text;
      text = "";
    }
    report(events);
    yield text;
  };
};

/** Opens the output before anything is simulated, so that a file that cannot be written fails at once. */
const destination = async (cli: CliContext, out: string): Promise<Writable> => {
  if (out === "-") return cli.stdout;
  try {
    return (await open(out, "w")).createWriteStream();
  } catch (error) {
    throw cannotWrite(error, out);
  }
};

const run = async (cli: CliContext, setExitCode: SetExitCode, flags: Flags): Promise<void> => {
  if (flags.json && flags.out === "-")
    throw new CommandError(
      ExitCode.usage,
      "--json needs a file: with --out - the events are printed to standard output.",
    );
  const output = await destination(cli, flags.out);
  const [{ expectedEvents }, { startProgress }] = await Promise.all([
    import("@karnameh/simulator/simulate"),
    import("../progress.ts"),
  ]);
  const progress = startProgress(cli, "Simulating", flags.json);
  const expected = expectedEvents(flags);
  let events = 0;
  const make = await chunks(flags, (made) => {
    events = made;
    progress.update(made, Math.max(made, expected));
  });
  const options = { signal: cli.abortSignal, end: flags.out !== "-" };
  try {
    await pipeline(Readable.from(make(), { objectMode: true, highWaterMark: 4 }), output, options);
  } catch (error) {
    if (!cli.abortSignal.aborted) throw cannotWrite(error, flags.out);
  }
  const stopped = cli.abortSignal.aborted;
  if (!stopped) progress.update(events, events);
  progress.end();
  if (stopped) setExitCode(ExitCode.interrupted);
  if (flags.json) printJson(cli, { events, file: flags.out, stopped });
  else
    printError(
      cli,
      `${events.toLocaleString("en")} events written${stopped ? ", stopped before the end" : ""}.`,
    );
};

export const simulateCommand = (cli: CliContext, setExitCode: SetExitCode): Command =>
  new Command("simulate")
    .description("generate synthetic events for a small population")
    .requiredOption("--people <number>", "size of the population", wholeNumber(1, 20_000_000))
    .option("--years <number>", "number of Jalali years", wholeNumber(1, 30), 3)
    .option("--seed <number>", "seed of the random numbers", wholeNumber(0, 2 ** 31 - 1), 1)
    .option("--start-year <year>", "first Jalali year", wholeNumber(1380, 1450), 1400)
    .requiredOption("--out <file>", "output file, or - for standard output")
    .option("--json", JSON_MEANING)
    .addHelpText("after", EXAMPLES)
    .action((flags: Flags) => run(cli, setExitCode, flags));
