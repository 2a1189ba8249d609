import { readFile, rm, writeFile } from "node:fs/promises";
import { setImmediate as pause } from "node:timers/promises";
import { type EventLog, LogError } from "@karnameh/event-log/port";
import type { NewEvent } from "@karnameh/schema/event";
import { demonstration, expectedDemonstration } from "@karnameh/simulator/demonstration";
import { type CliContext, printError } from "../cli-context.ts";
import type { DataFolder } from "../data-folder.ts";
import { CommandError, ExitCode } from "../exit-code.ts";
import { startProgress } from "../progress.ts";

/** A demonstration that is being loaded. The file is written before the first event and removed after the last. */
type LoadState = { readonly log: string; readonly seed: number; readonly people: number | null };

const SEED = 1402;
const BATCH = 10_000;

const readState = async (file: string): Promise<LoadState | undefined> => {
  try {
    const value: unknown = JSON.parse(await readFile(file, "utf8"));
    if (typeof value !== "object" || value === null) return undefined;
    const { log, seed, people }: Partial<Record<keyof LoadState, unknown>> = value;
    if (typeof log !== "string" || typeof seed !== "number") return undefined;
    return { log, seed, people: typeof people === "number" ? people : null };
  } catch {
    return undefined;
  }
};

/**
 * The demonstration to load, or undefined. An empty log gets a new one. One that was interrupted is continued if it
 * belongs to this log. A log with other events is not changed.
 */
const begin = async (
  log: EventLog,
  file: string,
  people: number | undefined,
): Promise<LoadState | undefined> => {
  const identity = await log.identity();
  const interrupted = await readState(file);
  if (interrupted?.log === identity) return interrupted;
  if ((await log.head()) > 0n) return undefined;
  const state: LoadState = { log: identity, seed: SEED, people: people ?? null };
  await writeFile(file, JSON.stringify(state), { flush: true });
  return state;
};

const cannotContinue = (error: unknown): unknown => {
  if (!(error instanceof LogError) || !["CONFLICT", "TIME_RUNS_BACKWARDS"].includes(error.code)) return error;
  const why =
    error.code === "CONFLICT"
      ? "another version of Karnameh started it"
      : "newer events have been recorded since";
  const message = `The demonstration cannot be completed, because ${why}: remove the data folder to start again, or serve without --demo.`;
  return new CommandError(ExitCode.incomplete, message, error);
};

function* batches(events: Iterable<NewEvent>): Generator<NewEvent[]> {
  let batch: NewEvent[] = [];
  for (const event of events) {
    batch.push(event);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

const append = (log: EventLog, batch: readonly NewEvent[]): Promise<unknown> =>
  log.append(batch, { historical: true }).catch((error: unknown) => {
    throw cannotContinue(error);
  });

/**
 * Loads the demonstration into an empty log, and completes one that was interrupted: its events are the same each time,
 * so those that the log already has are recorded once. Resolves to whether it is complete.
 */
export const loadDemonstration = async (
  cli: CliContext,
  log: EventLog,
  folder: DataFolder,
  people: number | undefined,
): Promise<boolean> => {
  const state = await begin(log, folder.demonstration, people);
  if (state === undefined) return true;
  const scale = state.people === null ? {} : { people: state.people };
  printError(cli, "Loading the demonstration: reported figures and the events of a synthetic population.");
  const progress = startProgress(cli, "Loading events");
  const expected = expectedDemonstration(scale);
  let done = 0;
  try {
    for (const batch of batches(demonstration({ seed: state.seed, ...scale }))) {
      if (cli.abortSignal.aborted) return false;
      await append(log, batch);
      done += batch.length;
      progress.update(done, Math.max(done, expected));
      await pause();
    }
    progress.update(done, done);
  } finally {
    progress.end();
  }
  await rm(folder.demonstration, { force: true });
  return true;
};
