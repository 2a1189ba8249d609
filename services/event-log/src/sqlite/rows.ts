import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import type { AppendedEvent } from "../port.ts";
import type { Summed } from "./checksum.ts";
import { checksumOf } from "./checksum.ts";

/** Rows of one insert: one call for sixteen costs about two thirds of sixteen calls. */
export const ROWS_AT_ONCE = 16;

const COLUMNS = 10;
const NIBBLES = new Uint8Array(128);
for (const [value, digit] of [..."0123456789abcdef"].entries()) NIBBLES[digit.charCodeAt(0)] = value;

const nibble = (id: string, at: number): number => NIBBLES[id.charCodeAt(at)] ?? 0;

/** Writes the sixteen bytes of a UUID. */
const fillId = (bytes: Uint8Array, id: string): void => {
  let at = 0;
  for (let index = 0; index < 16; index += 1) {
    if (index === 4 || index === 6 || index === 8 || index === 10) at += 1;
    bytes[index] = (nibble(id, at) << 4) | nibble(id, at + 1);
    at += 2;
  }
};

const insertOf = (rows: number): string => {
  const row = `(${Array(COLUMNS).fill("?").join(", ")})`;
  return `insert or ignore into event(position, source, type, stream, revision, crc, id, recorded_at, known_on, body)
    values ${Array(rows).fill(row).join(", ")}`;
};

/** The rows that the next insert will write, and the two statements that write them. */
export class Rows {
  readonly #insertMany: StatementSync;
  readonly #insertOne: StatementSync;
  readonly #find: StatementSync;
  readonly #deleteAfter: StatementSync;
  readonly #ids = Array.from({ length: ROWS_AT_ONCE }, () => new Uint8Array(16));
  #values: SQLInputValue[] = [];
  #staged = 0;

  constructor(db: DatabaseSync) {
    this.#insertMany = db.prepare(insertOf(ROWS_AT_ONCE));
    this.#insertOne = db.prepare(insertOf(1));
    this.#deleteAfter = db.prepare("delete from event where position > ?");
    this.#find = db.prepare("select position, body from event where id = ? and source = ?");
  }

  stage(row: Summed, id: string, knownOn: string): void {
    const bytes = this.#ids[this.#staged] ?? new Uint8Array(16);
    this.#staged += 1;
    fillId(bytes, id);
    const { position, source, type, stream, revision, recordedAt, body } = row;
    this.#values.push(position, source, type, stream, revision);
    this.#values.push(checksumOf(row), bytes, recordedAt, knownOn, body);
  }

  /**
   * Inserts what is staged, one row or exactly ROWS_AT_ONCE; false, with none of them there, where an event's
   * id is taken. "Or ignore", because a statement that could abort would first copy each page it touches.
   */
  insert(): boolean {
    const [staged, before] = [this.#staged, Number(this.#values[0]) - 1];
    const statement = staged === 1 ? this.#insertOne : this.#insertMany;
    const { changes } = statement.run(...this.#values);
    this.discard();
    if (changes === staged) return true;
    this.#deleteAfter.run(before);
    return false;
  }

  discard(): void {
    this.#values = [];
    this.#staged = 0;
  }

  /** The position and the JSON of the event with this id and source. */
  find(
    event: Pick<AppendedEvent, "id">,
    source: number,
  ): { readonly position: number; readonly body: string } | undefined {
    const bytes = new Uint8Array(16);
    fillId(bytes, event.id);
    const row = this.#find.get(bytes, source);
    return row && { position: Number(row["position"]), body: String(row["body"]) };
  }
}
