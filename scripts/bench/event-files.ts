import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { writeCloudEvent } from "@karnameh/schema/cloud-event";
import type { NewEvent } from "@karnameh/schema/event";
import { simulate } from "@karnameh/simulator/simulate";
import type { ProgressReporter } from "./progress-reporter.ts";

/** The simulated events of a bench as files of NDJSON CloudEvents. */
export type EventFile = {
  readonly path: string;
  /** The number of events; less than requested if the simulation ends sooner. */
  readonly events: number;
  readonly requested: number;
  /** The events of the days that follow, for the live row. */
  readonly livePath: string;
  readonly liveEvents: number;
};

const SEED = 1402;
const YEARS = 3;
const LIVE_EVENTS = 60_000;
/** Less than the 27.8 that a person gives, so that the simulation does not end before the file is full. */
const EVENTS_PER_PERSON = 26.5;
const LINES_PER_WRITE = 1_000;

const writeLines = async (stream: WriteStream, lines: string[]): Promise<void> => {
  const text = lines.length > 0 ? `${lines.join("\n")}\n` : "";
  lines.length = 0;
  if (!stream.write(text)) await once(stream, "drain");
};

const writeFile = async (
  path: string,
  events: Iterator<NewEvent>,
  count: number,
  onProgress: (done: number) => void,
): Promise<number> => {
  const stream = createWriteStream(path);
  const lines: string[] = [];
  let done = 0;
  for (; done < count; done++) {
    const next = events.next();
    if (next.done === true) break;
    lines.push(JSON.stringify(writeCloudEvent(next.value)));
    if (lines.length < LINES_PER_WRITE) continue;
    await writeLines(stream, lines);
    onProgress(done);
  }
  await writeLines(stream, lines);
  stream.end();
  await finished(stream);
  return done;
};

/** Simulates as many people as `requested` events need and writes the events, never all in memory. */
export const writeEventFiles = async (
  folder: string,
  requested: number,
  progressReporter: ProgressReporter,
): Promise<EventFile> => {
  const people = Math.ceil((requested + LIVE_EVENTS) / EVENTS_PER_PERSON);
  const events = simulate({ people, years: YEARS, seed: SEED });
  const [path, livePath] = [join(folder, "events.ndjson"), join(folder, "live.ndjson")];
  const report = (done: number): void => progressReporter.update("simulating events", done, requested);
  const count = await writeFile(path, events, requested, report);
  const liveEvents = await writeFile(livePath, events, LIVE_EVENTS, () => undefined);
  return { path, events: count, requested, livePath, liveEvents };
};
