import type { EventLog, Position } from "@karnameh/event-log/port";
import type { NewEvent } from "@karnameh/schema/event";
import { appendBlock } from "./append-block.ts";
import { MAX_IMPORT_BATCH_LINES } from "./limits.ts";
import { type Refusal, refusal } from "./refusal.ts";
import { type RefusalCount, type RefusalsFile, refusalsFile } from "./refusals-file.ts";

/** The event of a row of a table, or why it has none. */
export type RowRead = { readonly line: number; readonly event: NewEvent } | Refusal;

/** Rows of the table; the documents of a table of figures count as rows too. */
export type RowCounts = {
  readonly rows: number;
  readonly recorded: number;
  readonly duplicates: number;
  readonly refused: number;
};

/** What importers of tables have in common. */
export type TableImport = {
  readonly file: string;
  readonly log: EventLog;
  /** The file for refusals; it is created with the first one. */
  readonly refusalsFile: string;
  readonly onProgress?: (counts: RowCounts) => void;
  /** Stops between two batches; what is recorded stays. */
  readonly signal?: AbortSignal;
};

export type TableImported = RowCounts & {
  readonly stopped: boolean;
  readonly refusalsFile?: string;
  readonly mostFrequentRefusal?: RefusalCount;
  readonly lastPosition?: Position;
};

async function* batches(rows: AsyncIterable<RowRead> | Iterable<RowRead>): AsyncGenerator<RowRead[]> {
  let batch: RowRead[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < MAX_IMPORT_BATCH_LINES) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** What a refusal says of an event that is recorded with other content. */
export type ConflictReason = Pick<Refusal, "path" | "message" | "hint">;
type ExplainConflict = (event: NewEvent) => ConflictReason;

const recordBatch = async (
  log: EventLog,
  batch: readonly RowRead[],
  refusals: RefusalsFile,
  explain: ExplainConflict | undefined,
) => {
  const read = batch.filter((row) => "event" in row);
  const refused = batch.filter((row): row is Refusal => !("event" in row));
  const block = { events: read.map((row) => row.event), lineOf: read.map((row) => row.line) };
  const appended = await appendBlock(log, block, {});
  const eventOf = new Map(read.map(({ line, event }) => [line, event]));
  const explained = appended.refusals.map((each) => {
    const event = each.code === "CONFLICT" ? eventOf.get(each.line) : undefined;
    return event === undefined || explain === undefined
      ? each
      : refusal(each.line, each.code, explain(event));
  });
  refusals.add([...refused, ...explained].sort((a, b) => a.line - b.line));
  return appended;
};

/** Records the events of rows; rows without an event, and rejected events, go to the refusals file. */
export const recordRows = async (
  { log, refusalsFile: path, onProgress, signal }: TableImport,
  rows: AsyncIterable<RowRead> | Iterable<RowRead>,
  explain?: ExplainConflict,
): Promise<TableImported> => {
  const refusals = refusalsFile(path);
  let counts: RowCounts = { rows: 0, recorded: 0, duplicates: 0, refused: 0 };
  let lastPosition: Position | undefined;
  let stopped = signal?.aborted === true;
  try {
    for await (const batch of stopped ? [] : batches(rows)) {
      const appended = await recordBatch(log, batch, refusals, explain);
      lastPosition = appended.lastPosition ?? lastPosition;
      counts = {
        rows: counts.rows + batch.length,
        recorded: counts.recorded + appended.recorded,
        duplicates: counts.duplicates + appended.duplicates,
        refused: refusals.count(),
      };
      onProgress?.(counts);
      stopped = signal?.aborted === true;
      if (stopped) break;
    }
  } finally {
    refusals.close();
  }
  const mostFrequentRefusal = refusals.mostFrequent();
  const written = mostFrequentRefusal === undefined ? {} : { refusalsFile: path, mostFrequentRefusal };
  return { ...counts, stopped, ...written, ...(lastPosition === undefined ? {} : { lastPosition }) };
};
