import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { Readable } from "node:stream";
import type { EventLog, Position } from "@karnameh/event-log/port";
import { appendBlock } from "./append-block.ts";
import { type ImportProgress, importProgress, type Progress } from "./import-progress.ts";
import { IngestError, unreadable } from "./ingest-error.ts";
import { MAX_IMPORT_BATCH_LINES } from "./limits.ts";
import type { Block } from "./line-block.ts";
import { readBlocks, readBlocksAhead } from "./read-blocks.ts";
import { PIECE_BYTES, readPieces } from "./read-pieces.ts";
import { type RefusalCount, type RefusalsFile, refusalsFile } from "./refusals-file.ts";

export type EventsImport = {
  /** A file of NDJSON CloudEvents, or a stream of one. */
  readonly source: string | Readable;
  readonly log: EventLog;
  /** Lets events bring `recordedAt` along, never before the log's latest. */
  readonly historical?: boolean;
  /** Where refusals go; the file comes into being only if there is one. */
  readonly refusalsFile: string;
  /** A folder in which an interrupted import of a file leaves how far it got. */
  readonly checkpointDir?: string;
  readonly onProgress?: (so: ImportCounts & { readonly bytes: number; readonly ofBytes?: number }) => void;
  /** Stops between two batches; what is recorded stays, and running again goes on. */
  readonly signal?: AbortSignal;
  /** Lines recorded together, at most. */
  readonly batchSize?: number;
};

/** Lines of this run; recorded + duplicates + refused + blank lines = lines. */
export type ImportCounts = {
  readonly lines: number;
  readonly recorded: number;
  readonly duplicates: number;
  readonly refused: number;
};

export type EventsImported = ImportCounts & {
  /** Lines that an interrupted run had brought in and this one passed over. */
  readonly resumedAfter: number;
  readonly stopped: boolean;
  readonly refusalsFile?: string;
  readonly mostFrequentRefusal?: RefusalCount;
  readonly lastPosition?: Position;
};

const NOTE_EVERY_MS = 1_000;
const START: Progress = { offset: 0, line: 0, refusalsBytes: 0 };

const checkOptions = ({
  source,
  refusalsFile: refusals,
  batchSize = MAX_IMPORT_BATCH_LINES,
}: EventsImport): void => {
  if (!Number.isInteger(batchSize) || batchSize < 1) {
    throw new IngestError("OPTION_INVALID", "The batch size has to be a whole number from 1 up.");
  }
  if (typeof source === "string" && resolve(source) === resolve(refusals)) {
    throw new IngestError("OPTION_INVALID", "The refusals cannot go into the file that is being imported.");
  }
};

const sizeOf = (source: string | Readable): number | undefined => {
  if (typeof source !== "string") return undefined;
  try {
    const stat = statSync(source);
    return stat.isFile() ? stat.size : undefined;
  } catch (error) {
    throw unreadable(source, error);
  }
};

/** What an import in course holds in its hands. */
type Run = {
  readonly import: EventsImport;
  readonly refusals: RefusalsFile;
  readonly progress: ImportProgress | undefined;
  readonly ofBytes: number | undefined;
  counts: ImportCounts;
  offset: number;
  lastPosition: Position | undefined;
  /** How far everything is recorded, and when that was last noted. */
  reached: Progress | undefined;
  notedAt: number;
};

const note = async (run: Run): Promise<void> => {
  if (run.reached === undefined) return;
  run.notedAt = performance.now();
  await run.progress?.save(run.reached);
};

const record = async (run: Run, block: Block): Promise<void> => {
  const historical = run.import.historical === true;
  const appended = await appendBlock(run.import.log, block, { historical });
  run.refusals.add([...block.refusals, ...appended.refusals].sort((a, b) => a.line - b.line));
  run.lastPosition = appended.lastPosition ?? run.lastPosition;
  run.counts = {
    lines: run.counts.lines + block.lines,
    recorded: run.counts.recorded + appended.recorded,
    duplicates: run.counts.duplicates + appended.duplicates,
    refused: run.refusals.count(),
  };
  if (block.boundary === undefined) return;
  run.offset = block.boundary.offset;
  run.reached = { ...block.boundary, refusalsBytes: run.refusals.size() };
  // What a crash leaves unnoted is only read again: its lines then count as duplicates.
  if (performance.now() - run.notedAt >= NOTE_EVERY_MS) await note(run);
};

const recordAll = async (run: Run, blocks: AsyncIterable<Block>): Promise<boolean> => {
  const { onProgress, signal } = run.import;
  const isStopped = (): boolean => signal?.aborted === true;
  if (isStopped()) return false;
  for await (const block of blocks) {
    if (isStopped()) return false;
    await record(run, block);
    const ofBytes = run.ofBytes === undefined ? {} : { ofBytes: run.ofBytes };
    onProgress?.({ ...run.counts, bytes: run.offset, ...ofBytes });
  }
  return !isStopped();
};

/** Only a regular file can be gone on with: a pipe begins anew each time. */
const progressOf = ({ checkpointDir, source, log }: EventsImport, ofBytes: number | undefined) =>
  checkpointDir === undefined || typeof source !== "string" || ofBytes === undefined
    ? undefined
    : importProgress(checkpointDir, source, log);

/**
 * Records the CloudEvents of an NDJSON source, one a line. Lines that are not events, or that the contract or
 * the log will not have, go to the refusals file by line number and reason, and the others go in. Running it
 * again, after the end or after a crash, records nothing twice. Throws IngestError and what the log throws.
 */
export const importEvents = async (given: EventsImport): Promise<EventsImported> => {
  checkOptions(given);
  const ofBytes = sizeOf(given.source);
  const progress = progressOf(given, ofBytes);
  const from = (await progress?.load()) ?? START;
  const refusals = refusalsFile(given.refusalsFile, from.refusalsBytes);
  const counts: ImportCounts = { lines: 0, recorded: 0, duplicates: 0, refused: 0 };
  const run: Run = {
    import: given,
    refusals,
    progress,
    ofBytes,
    counts,
    offset: from.offset,
    lastPosition: undefined,
    reached: undefined,
    notedAt: 0,
  };
  const options = { size: given.batchSize ?? MAX_IMPORT_BATCH_LINES, historical: given.historical === true };
  try {
    const pieces = readPieces(given.source, from.offset, given.signal);
    const isSmall = ofBytes !== undefined && ofBytes - from.offset <= PIECE_BYTES;
    const blocks = isSmall ? readBlocks(pieces, from, options) : readBlocksAhead(pieces, from, options);
    const finished = await recordAll(run, blocks);
    if (finished) progress?.clear();
    else await note(run);
    const mostFrequentRefusal = refusals.mostFrequent();
    return {
      ...run.counts,
      resumedAfter: from.line,
      stopped: !finished,
      ...(refusals.size() > 0 ? { refusalsFile: given.refusalsFile } : {}),
      ...(mostFrequentRefusal === undefined ? {} : { mostFrequentRefusal }),
      ...(run.lastPosition === undefined ? {} : { lastPosition: run.lastPosition }),
    };
  } finally {
    refusals.close();
  }
};
