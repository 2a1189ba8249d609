import type { DatabaseSync, StatementSync } from "node:sqlite";
import { joinTexts } from "@karnameh/schema/ndjson";
import { MAX_READ_BYTES } from "../limits.ts";
import { type EventBatch, LogError, type Position } from "../port.ts";
import { RECORDED_LINE_SQL } from "../recorded-line.ts";

/** Rows that SQLite joins at once: fewer cost more calls, more do not fit in the processor's caches. */
const ROWS_A_QUERY = 1_000;

const RANGE = "from event where position > ? and position <= ?";

/**
 * The lines of RecordedEvent of each type, joined by SQLite: as strings of JavaScript they would be copied and
 * collected for nothing. SQLite joins them in the order of the subquery; ordering them in the aggregate takes half as
 * long again.
 */
const LINES = `select type, count(*), cast(group_concat(line, char(10)) as blob) from (
    select type, ${RECORDED_LINE_SQL} as line
    ${RANGE} order by type, position
  ) group by type`;

/** A row of LINES as an array: the number of a type, the number of its lines, and the lines. */
type LinesRow = readonly [number, number, Uint8Array];

/** Reads ranges of the log as text. */
export class SqliteReader {
  readonly #head: StatementSync;
  readonly #bytes: StatementSync;
  readonly #types: StatementSync;
  readonly #lines: StatementSync;
  readonly #names = new Map<number, string>();

  constructor(db: DatabaseSync) {
    this.#head = db.prepare("select max(position) as head from event");
    this.#bytes = db.prepare(`select sum(octet_length(body)) as bytes ${RANGE}`);
    this.#types = db.prepare("select type_id, name from type");
    this.#lines = db.prepare(LINES);
    this.#lines.setReturnArrays(true);
  }

  head(): number {
    return Number(this.#head.get()?.["head"] ?? 0);
  }

  /** The events after a position, at most `limit` and at most MAX_READ_BYTES, and none if there is none. */
  read(after: Position, limit: number): EventBatch {
    const from = Number(after);
    const last = this.#lastWithin(from, Math.min(from + limit, this.head()));
    if (last <= from) return { last: after, count: 0, texts: new Map() };
    const parts = new Map<number, Uint8Array[]>();
    let count = 0;
    for (let row = from; row < last; row += ROWS_A_QUERY)
      count += this.#addLines(parts, row, Math.min(row + ROWS_A_QUERY, last));
    if (count !== last - from) throw this.#hole(from, last);
    const texts = new Map<string, Uint8Array>();
    for (const [type, own] of parts) {
      const name = this.#nameOf(type);
      if (name === undefined) throw this.#hole(from, last);
      texts.set(name, joinTexts(own));
    }
    return { last: BigInt(last), count, texts };
  }

  #lastWithin(from: number, until: number): number {
    let last = until;
    while (last - from > 1 && Number(this.#bytes.get(from, last)?.["bytes"] ?? 0) > MAX_READ_BYTES) {
      last = from + Math.ceil((last - from) / 2);
    }
    return last;
  }

  #addLines(parts: Map<number, Uint8Array[]>, from: number, last: number): number {
    const rows: readonly unknown[] = this.#lines.all(from, last);
    let count = 0;
    for (const row of rows) {
      const [type, lines, text] = row as LinesRow;
      const known = parts.get(type);
      if (known) known.push(text);
      else parts.set(type, [text]);
      count += lines;
    }
    return count;
  }

  #nameOf(type: number): string | undefined {
    if (!this.#names.has(type)) {
      for (const { type_id: id, name } of this.#types.all()) this.#names.set(Number(id), String(name));
    }
    return this.#names.get(type);
  }

  #hole(from: number, last: number): LogError {
    return new LogError(
      "DAMAGED",
      `Between the positions ${from + 1} and ${last} of the event log an event is missing or unreadable; ` +
        "run `karnameh verify` to see which, and restore a copy.",
    );
  }
}
