import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { Readable } from "node:stream";
import type { EventLog, Position } from "@karnameh/event-log/port";
import { appendBlock } from "./append-block.ts";
import { type CheckpointFile, checkpointFile, type ImportCheckpoint } from "./import-checkpoint.ts";
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
  /** Lets events state `recordedAt`, never before the log's latest. */
  readonly historical?: boolean;
  /** The file for refusals; it is created with the first one. */
  readonly refusalsFile: string;
  /** The folder in which an interrupted import of a file keeps its checkpoint. */
  readonly checkpointDir?: string;
  readonly onProgress?: (
    counts: ImportCounts & { readonly bytes: number; readonly ofBytes?: number },
  ) => void;
  /** Stops between two batches; what is recorded stays, and the next run continues there. */
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
  /** Lines that an interrupted run has recorded and this one skipped. */
  readonly resumedAfter: number;
  readonly stopped: boolean;
  readonly refusalsFile?: string;
  readonly mostFrequentRefusal?: RefusalCount;
  readonly lastPosition?: Position;
};

const CHECKPOINT_INTERVAL_MS = 1_000;
const START: ImportCheckpoint = { offset: 0, line: 0, refusalsBytes: 0 };

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

/** The state of an import in progress. */
type Run = {
  readonly import: EventsImport;
  readonly refusals: RefusalsFile;
  readonly checkpoint: CheckpointFile | undefined;
  readonly ofBytes: number | undefined;
  counts: ImportCounts;
  offset: number;
  lastPosition: Position | undefined;
  /** Up to where everything is recorded, and when that was last saved. */
  reached: ImportCheckpoint | undefined;
  savedAt: number;
};

const saveCheckpoint = async (run: Run): Promise<void> => {
  if (run.reached === undefined) return;
  run.savedAt = performance.now();
  await run.checkpoint?.save(run.reached);
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
  // After a crash, lines behind the checkpoint are read again and count as duplicates.
  if (performance.now() - run.savedAt >= CHECKPOINT_INTERVAL_MS) await saveCheckpoint(run);
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

/** Only the import of a regular file can continue where it stopped: a pipe begins again each time. */
const checkpointOf = ({ checkpointDir, source, log }: EventsImport, ofBytes: number | undefined) =>
  checkpointDir === undefined || typeof source !== "string" || ofBytes === undefined
    ? undefined
    : checkpointFile(checkpointDir, source, log);

/**
 * Records the CloudEvents of an NDJSON source, one per line. Lines that are not events, or that the contract or the log
 * rejects, go to the refusals file with line number and reason; all others are recorded. Running it again, after the
 * end or after a crash, records nothing twice. Throws IngestError and LogError.
 */
export const importEvents = async (given: EventsImport): Promise<EventsImported> => {
  checkOptions(given);
  const ofBytes = sizeOf(given.source);
  const checkpoint = checkpointOf(given, ofBytes);
  const from = (await checkpoint?.load()) ?? START;
  const refusals = refusalsFile(given.refusalsFile, from.refusalsBytes);
  const counts: ImportCounts = { lines: 0, recorded: 0, duplicates: 0, refused: 0 };
  const run: Run = {
    import: given,
    refusals,
    checkpoint,
    ofBytes,
    counts,
    offset: from.offset,
    lastPosition: undefined,
    reached: undefined,
    savedAt: 0,
  };
  const options = { size: given.batchSize ?? MAX_IMPORT_BATCH_LINES, historical: given.historical === true };
  try {
    const pieces = readPieces(given.source, from.offset, given.signal);
    const isSmall = ofBytes !== undefined && ofBytes - from.offset <= PIECE_BYTES;
    const blocks = isSmall ? readBlocks(pieces, from, options) : readBlocksAhead(pieces, from, options);
    const finished = await recordAll(run, blocks);
    if (finished) checkpoint?.clear();
    else await saveCheckpoint(run);
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
