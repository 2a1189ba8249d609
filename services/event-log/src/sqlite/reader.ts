import type { DatabaseSync, StatementSync } from "node:sqlite";
import { type Batch, LogError, type Position } from "../port.ts";

/** One batch holds at most so many bytes of JSON, whatever its limit, unless a single event is larger. */
const MAX_READ_BYTES = 67_108_864;

/** Types to a statement: SQLite allows 2,000 columns. */
const TYPES_AT_ONCE = 500;

const STRETCH = "from event where position > ? and position <= ?";

/** A line of RecordedEvent. ltrim takes the brace that opens the stored JSON. */
const LINES = `select type, format('{"position":%d,"recordedAt":"%s","knownOn":"%s",%s',
  position, recorded_at, known_on, ltrim(body, '{')) as line ${STRETCH} order by position`;

/**
 * Grain: one row, one column for each type, its lines in order of position. One pass without sorting: grouping
 * by type would sort whole events. As a blob, because Node decodes bytes twice as fast as SQLite's text.
 * Types are numbered without gaps.
 */
const linesOf = (types: readonly number[]): string => {
  const columns = types.map(
    (type) => `cast(group_concat(line, char(10)) filter (where type = ${type}) as blob)`,
  );
  const known = `type between ${types.at(0)} and ${types.at(-1)}`;
  return `select count(*) filter (where ${known}), ${columns.join(", ")} from (${LINES})`;
};

type Lines = { readonly types: readonly string[]; readonly statement: StatementSync };

const chunksOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

/** Reads stretches of the log as text that SQLite puts together. */
export class Reader {
  readonly #db: DatabaseSync;
  readonly #head: StatementSync;
  readonly #bytes: StatementSync;
  readonly #types: StatementSync;
  #lines: readonly Lines[] = [];
  #knownTypes = 0;

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#head = db.prepare("select max(position) as head from event");
    this.#bytes = db.prepare(`select sum(octet_length(body)) as bytes ${STRETCH}`);
    this.#types = db.prepare("select type_id, name from type order by type_id");
  }

  head(): number {
    return Number(this.#head.get()?.["head"] ?? 0);
  }

  /** The events after a position, at most `limit` and at most 64 MiB, and none if there is none. */
  read(after: Position, limit: number): Batch {
    const from = Number(after);
    const last = this.#lastWithin(from, Math.min(from + limit, this.head()));
    const texts = new Map<string, string>();
    if (last <= from) return { last: after, count: 0, texts };
    // Types are learnt after the head: an event that can be seen has a type that can be seen.
    this.#learnTypes();
    let count = 0;
    for (const lines of this.#lines) count += this.#addTexts(texts, lines, [from, last]);
    if (count !== last - from) throw this.#hole(from, last);
    return { last: BigInt(last), count, texts };
  }

  #lastWithin(from: number, until: number): number {
    let last = until;
    while (last - from > 1 && Number(this.#bytes.get(from, last)?.["bytes"] ?? 0) > MAX_READ_BYTES) {
      last = from + Math.ceil((last - from) / 2);
    }
    return last;
  }

  #learnTypes(): void {
    const types = this.#types.all().map((row) => ({ id: Number(row["type_id"]), name: String(row["name"]) }));
    if (types.length === this.#knownTypes) return;
    this.#lines = chunksOf(types, TYPES_AT_ONCE).map((chunk) => {
      const statement = this.#db.prepare(linesOf(chunk.map(({ id }) => id)));
      statement.setReturnArrays(true);
      return { types: chunk.map(({ name }) => name), statement };
    });
    this.#knownTypes = types.length;
  }

  #addTexts(texts: Map<string, string>, { types, statement }: Lines, stretch: [number, number]): number {
    const [count, ...columns] = Object.values(statement.get(...stretch) ?? {});
    for (const [index, lines] of columns.entries()) {
      if (!(lines instanceof Uint8Array)) continue;
      const bytes = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength);
      texts.set(types[index] ?? "", bytes.toString("utf8"));
    }
    return Number(count);
  }

  #hole(from: number, last: number): LogError {
    return new LogError(
      "DAMAGED",
      `Between the positions ${from + 1} and ${last} of the event log an event is missing or unreadable; ` +
        "run `karnameh verify` to see which, and restore a copy.",
    );
  }
}
