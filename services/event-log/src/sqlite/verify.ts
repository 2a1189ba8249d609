import type { DatabaseSync, SQLOutputValue, StatementSync } from "node:sqlite";
import { setImmediate as pause } from "node:timers/promises";
import { tehranDay } from "@karnameh/schema/calendar";
import { MAX_LISTED_DAMAGES } from "../limits.ts";
import type { Damage, Verified, VerifyProgress } from "../port.ts";
import { checksumOf } from "./checksum.ts";
import { isDamage } from "./failure.ts";

const EVENTS_A_QUERY = 5_000;

const EVENTS = `
  select position, source, type, stream, revision, crc, lower(hex(id)) as id, recorded_at, known_on, body
  from event where position > ? and position <= ? order by position`;

type EventRow = Record<string, SQLOutputValue>;

const idOfBody = (body: string): string => {
  const start = '{"id":"'.length;
  return body.slice(start, start + 36).replaceAll("-", "");
};

const defectOf = (row: EventRow): string | undefined => {
  const body = String(row["body"]);
  const recordedAt = String(row["recorded_at"]);
  const knownOn = String(row["known_on"]);
  const [position, source, type] = [Number(row["position"]), Number(row["source"]), Number(row["type"])];
  const [stream, revision] = [Number(row["stream"]), Number(row["revision"])];
  const sum = checksumOf({ position, source, type, stream, revision, recordedAt, body });
  if (sum !== row["crc"]) return "its bytes do not match its checksum";
  if (idOfBody(body) !== row["id"]) return "its id column is not the id of the event";
  return tehranDay(recordedAt) === knownOn ? undefined : "its known_on is not the Tehran day of recorded_at";
};

class Verification {
  readonly #db: DatabaseSync;
  readonly #events: StatementSync;
  readonly #damaged: Damage[] = [];
  #head = 0;
  /** By stream id, which is the position of the stream's first event: how many events it has. */
  #counts = new Uint32Array(0);
  #latest = "";

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#events = db.prepare(EVENTS);
  }

  async run(onProgress?: VerifyProgress): Promise<Verified> {
    this.#guard(() => this.#measure());
    for (
      let from = 0;
      from < this.#head && this.#damaged.length < MAX_LISTED_DAMAGES;
      from += EVENTS_A_QUERY
    ) {
      const last = Math.min(from + EVENTS_A_QUERY, this.#head);
      this.#checkRange(from, last);
      onProgress?.(last, this.#head);
      await pause();
    }
    if (this.#damaged.length === 0) this.#guard(() => this.#checkStreams());
    this.#guard(() => this.#checkPages());
    return { checked: this.#head, damaged: this.#damaged };
  }

  #measure(): void {
    this.#head = Number(this.#db.prepare("select max(position) as head from event").get()?.["head"] ?? 0);
    this.#counts = new Uint32Array(this.#head + 1);
  }

  #report(position: number | null, reason: string): void {
    if (this.#damaged.length > MAX_LISTED_DAMAGES) return;
    const isLast = this.#damaged.length === MAX_LISTED_DAMAGES;
    if (isLast) this.#damaged.push({ position: null, reason: "there is more damage than can be listed" });
    else this.#damaged.push({ position: position === null ? null : BigInt(position), reason });
  }

  #guard(check: () => void): void {
    try {
      check();
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.#report(null, "a page of the file cannot be read");
    }
  }

  /** A page that SQLite cannot read fails a whole query; then each event is read by itself. */
  #checkRange(from: number, last: number): void {
    let rows: EventRow[];
    try {
      rows = this.#events.all(from, last);
    } catch (error) {
      if (!isDamage(error)) throw error;
      if (last - from === 1) this.#report(last, "the page that holds it cannot be read");
      else for (let position = from; position < last; position += 1) this.#checkRange(position, position + 1);
      return;
    }
    let expected = from + 1;
    for (const row of rows) {
      const position = Number(row["position"]);
      for (; expected < position; expected += 1) this.#report(expected, "it is missing");
      this.#checkRow(position, row);
      expected = position + 1;
    }
    for (; expected <= last; expected += 1) this.#report(expected, "it is missing");
  }

  #checkRow(position: number, row: EventRow): void {
    const defect = defectOf(row) ?? this.#disorderOf(row);
    if (defect !== undefined) this.#report(position, defect);
  }

  /** Order is checked only while no damage was found, so that a sound event is not reported for a damaged one. */
  #disorderOf(row: EventRow): string | undefined {
    if (this.#damaged.length > 0) return undefined;
    const recordedAt = String(row["recorded_at"]);
    if (recordedAt < this.#latest) return "it was recorded before the event that precedes it";
    this.#latest = recordedAt;
    const stream = Number(row["stream"]);
    const revision = this.#counts[stream];
    this.#counts[stream] = Number(row["revision"]) + 1;
    return revision === row["revision"] ? undefined : "its revision does not follow in its stream";
  }

  #checkStreams(): void {
    for (const row of this.#db.prepare("select name, stream_id, revision from stream").iterate()) {
      if (this.#counts[Number(row["stream_id"])] === Number(row["revision"]) + 1) continue;
      this.#report(null, `the stream ${row["name"]} does not end at revision ${row["revision"]}`);
    }
  }

  #checkPages(): void {
    for (const row of this.#db.prepare("pragma integrity_check").iterate()) {
      const finding = String(row["integrity_check"]);
      if (finding !== "ok") this.#report(null, finding);
    }
  }
}

/** Checks every event's bytes, id and order, every stream's end and every page. Damage is reported, not thrown. */
export const verify = (db: DatabaseSync, onProgress?: VerifyProgress): Promise<Verified> =>
  new Verification(db).run(onProgress);
