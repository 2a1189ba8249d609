import { readFile, rm, writeFile } from "node:fs/promises";
import { setImmediate as pause } from "node:timers/promises";
import { type EventLog, LogError } from "@karnameh/event-log/port";
import type { NewEvent } from "@karnameh/schema/event";
import { demonstration, expectedDemonstration } from "@karnameh/simulator/demonstration";
import { type CliContext, printError } from "../cli-context.ts";
import type { DataFolder } from "../data-folder.ts";
import { CommandError, ExitCode } from "../exit-code.ts";
import { startProgress } from "../progress.ts";

/** What is being loaded into which log. The note is written before the first event and removed after the last. */
type Note = { readonly log: string; readonly seed: number; readonly people: number | null };

const SEED = 1402;
const BATCH = 10_000;

const readNote = async (file: string): Promise<Note | undefined> => {
  try {
    const value: unknown = JSON.parse(await readFile(file, "utf8"));
    if (typeof value !== "object" || value === null) return undefined;
    const { log, seed, people }: Partial<Record<keyof Note, unknown>> = value;
    if (typeof log !== "string" || typeof seed !== "number") return undefined;
    return { log, seed, people: typeof people === "number" ? people : null };
  } catch {
    return undefined;
  }
};

/**
 * The demonstration to load, or undefined: an empty log gets a new one, and a note left by a killed run is gone on
 * with if it speaks of this log. Whatever else a log holds is its owner's, and is left alone.
 */
const begin = async (log: EventLog, file: string, people: number | undefined): Promise<Note | undefined> => {
  const identity = await log.identity();
  const left = await readNote(file);
  if (left?.log === identity) return left;
  if ((await log.head()) > 0n) return undefined;
  const note: Note = { log: identity, seed: SEED, people: people ?? null };
  await writeFile(file, JSON.stringify(note), { flush: true });
  return note;
};

const cannotGoOn = (error: unknown): unknown => {
  if (!(error instanceof LogError) || !["CONFLICT", "TIME_RUNS_BACKWARDS"].includes(error.code)) return error;
  const why =
    error.code === "CONFLICT"
      ? "another version of Karnameh began it"
      : "newer events were recorded meanwhile";
  const message = `The demonstration cannot be completed, because ${why}: remove the data folder to start anew, or serve without --demo.`;
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
    throw cannotGoOn(error);
  });

/**
 * Loads the demonstration into an empty log, and completes one that was interrupted: its events are the same each
 * time, so those that are there are recorded once. Resolves to whether it is complete.
 */
export const loadDemonstration = async (
  cli: CliContext,
  log: EventLog,
  folder: DataFolder,
  people: number | undefined,
): Promise<boolean> => {
  const note = await begin(log, folder.demonstration, people);
  if (note === undefined) return true;
  const scale = note.people === null ? {} : { people: note.people };
  printError(cli, "Loading the demonstration: the reported figures, and a synthetic country in small.");
  const progress = startProgress(cli, "Loading events");
  const expected = expectedDemonstration(scale);
  let done = 0;
  try {
    for (const batch of batches(demonstration({ seed: note.seed, ...scale }))) {
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
