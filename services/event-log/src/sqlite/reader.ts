import type { DatabaseSync, StatementSync } from "node:sqlite";
import { type Batch, LogError, type Position } from "../port.ts";

/** One batch holds at most so many bytes of JSON, whatever its limit, unless a single event is larger. */
const MAX_READ_BYTES = 67_108_864;

/** Rows that SQLite hands over at once: many calls cost more than few, and many rows leave the processor's caches. */
const ROWS = 5_000;

const STRETCH = "from event where position > ? and position <= ?";

/** A line of RecordedEvent. ltrim takes the brace that opens the stored JSON. */
const LINES = `select type, format('{"position":%d,"recordedAt":"%s","knownOn":"%s",%s',
  position, recorded_at, known_on, ltrim(body, '{')) ${STRETCH} order by position`;

const UTF8 = new TextEncoder();

/** What LINES gives, as an array: the number of a type, and a line. */
type Row = readonly [number, string];

/** Reads stretches of the log as text. */
export class Reader {
  readonly #head: StatementSync;
  readonly #bytes: StatementSync;
  readonly #types: StatementSync;
  readonly #lines: StatementSync;
  readonly #names = new Map<number, string>();

  constructor(db: DatabaseSync) {
    this.#head = db.prepare("select max(position) as head from event");
    this.#bytes = db.prepare(`select sum(octet_length(body)) as bytes ${STRETCH}`);
    this.#types = db.prepare("select type_id, name from type");
    this.#lines = db.prepare(LINES);
    this.#lines.setReturnArrays(true);
  }

  head(): number {
    return Number(this.#head.get()?.["head"] ?? 0);
  }

  /** The events after a position, at most `limit` and at most 64 MiB, and none if there is none. */
  read(after: Position, limit: number): Batch {
    const from = Number(after);
    const last = this.#lastWithin(from, Math.min(from + limit, this.head()));
    if (last <= from) return { last: after, count: 0, texts: new Map() };
    const lines = new Map<number, string[]>();
    let count = 0;
    for (let row = from; row < last; row += ROWS)
      count += this.#addLines(lines, row, Math.min(row + ROWS, last));
    if (count !== last - from) throw this.#hole(from, last);
    const texts = new Map<string, Uint8Array>();
    for (const [type, own] of lines) {
      const name = this.#nameOf(type);
      if (name === undefined) throw this.#hole(from, last);
      texts.set(name, UTF8.encode(own.join("\n")));
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

  #addLines(lines: Map<number, string[]>, from: number, last: number): number {
    const rows: readonly unknown[] = this.#lines.all(from, last);
    for (const row of rows) {
      const [type, line] = row as Row;
      const known = lines.get(type);
      if (known) known.push(line);
      else lines.set(type, [line]);
    }
    return rows.length;
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
