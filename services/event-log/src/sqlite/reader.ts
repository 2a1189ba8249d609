import type { DatabaseSync, StatementSync } from "node:sqlite";
import { type Batch, LogError, type Position } from "../port.ts";

/** One batch holds at most so many bytes of JSON, whatever its limit, unless a single event is larger. */
const MAX_READ_BYTES = 67_108_864;

/** Rows that SQLite puts together at once: many calls cost more than few, and many rows leave the processor's caches. */
const ROWS = 1_000;

const STRETCH = "from event where position > ? and position <= ?";

/**
 * The lines of RecordedEvent of each type, put together by SQLite: as strings of JavaScript they would only be copied, and
 * collected. SQLite joins them as the subquery hands them over; ordered in the aggregate itself they would take half as long again.
 * ltrim takes the brace that opens the stored JSON.
 */
const LINES = `select type, count(*), cast(group_concat(line, char(10)) as blob) from (
    select type, format('{"position":%d,"recordedAt":"%s","knownOn":"%s",%s', position, recorded_at, known_on, ltrim(body, '{')) as line
    ${STRETCH} order by type, position
  ) group by type`;

/** What LINES gives, as an array: the number of a type, how many lines it has, and these. */
type Row = readonly [number, number, Uint8Array];

const LINE_FEED = 10;

/** Texts as one, which begins its own memory: so it can be handed over to another thread. */
const joined = (texts: readonly Uint8Array[]): Uint8Array => {
  const length = texts.reduce((sum, text) => sum + text.length + 1, -1);
  const whole = Buffer.allocUnsafeSlow(length);
  let at = 0;
  for (const text of texts) {
    if (at > 0) whole[at - 1] = LINE_FEED;
    whole.set(text, at);
    at += text.length + 1;
    // Given back at once: left to V8 it collects for them, over and over.
    if (text.buffer instanceof ArrayBuffer && text.buffer.byteLength === text.length) text.buffer.transfer(0);
  }
  return whole;
};

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
    const parts = new Map<number, Uint8Array[]>();
    let count = 0;
    for (let row = from; row < last; row += ROWS)
      count += this.#addLines(parts, row, Math.min(row + ROWS, last));
    if (count !== last - from) throw this.#hole(from, last);
    const texts = new Map<string, Uint8Array>();
    for (const [type, own] of parts) {
      const name = this.#nameOf(type);
      if (name === undefined) throw this.#hole(from, last);
      texts.set(name, joined(own));
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
      const [type, lines, text] = row as Row;
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
