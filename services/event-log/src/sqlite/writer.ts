import type { DatabaseSync, StatementSync } from "node:sqlite";
import { bodyOf } from "../encode.ts";
import { violationOf } from "../expectation.ts";
import { KnownOn } from "../known-on.ts";
import type { Appended, AppendedEvent } from "../port.ts";
import type { Prepared } from "../prepared.ts";
import { refuseEarlier, refuseOtherBytes } from "../refusal.ts";
import type { AppendDraft } from "./draft.ts";
import { Names } from "./names.ts";
import { ROWS_AT_ONCE, Rows } from "./rows.ts";
import { type SqliteStreamState, SqliteStreams } from "./streams.ts";

const eventOf = ({ prepared }: AppendDraft, index: number): AppendedEvent => {
  const event = prepared.events[index];
  if (event === undefined) throw new RangeError(`no event ${index}`);
  return event;
};

/** Records appends inside a transaction that the caller begins and commits; one append at a time. */
export class SqliteWriter {
  readonly #latestEvent: StatementSync;
  readonly #dataVersion: StatementSync;
  readonly #sources: Names;
  readonly #types: Names;
  readonly #streams: SqliteStreams;
  readonly #rows: Rows;
  #head = 0;
  #latest = "";
  readonly #knownOn = new KnownOn();
  #seenVersion: unknown;

  constructor(db: DatabaseSync) {
    this.#latestEvent = db.prepare("select position, recorded_at from event order by position desc limit 1");
    this.#dataVersion = db.prepare("pragma data_version");
    this.#sources = new Names(db, "source");
    this.#types = new Names(db, "type");
    this.#streams = new SqliteStreams(db);
    this.#rows = new Rows(db);
  }

  /** At the beginning of a transaction: reads what another process may have recorded. */
  begin(): void {
    const version = this.#dataVersion.get()?.["data_version"];
    if (version !== this.#seenVersion) this.forget();
    if (this.#seenVersion === undefined) this.#reload();
    this.#seenVersion = version;
  }

  /** After a rollback: nothing remembered is valid any more. */
  forget(): void {
    this.#seenVersion = undefined;
    this.#streams.forget();
    this.#rows.discard();
  }

  #reload(): void {
    const row = this.#latestEvent.get();
    this.#head = Number(row?.["position"] ?? 0);
    this.#latest = String(row?.["recorded_at"] ?? "");
    this.#sources.reload();
    this.#types.reload();
  }

  /** Records one append. Throws LogError if it is rejected; then the caller rolls back and calls `forget`. */
  record(prepared: Prepared, now: number): Appended {
    const draft = this.#draft(prepared, now);
    const count = prepared.events.length;
    let isFast = draft.violation === undefined;
    for (let index = 0; index < count; ) {
      isFast &&= index + ROWS_AT_ONCE <= count && this.#recordMany(draft, index);
      if (!isFast) this.#recordOne(draft, index);
      index += isFast ? ROWS_AT_ONCE : 1;
    }
    this.#streams.save(draft.streams);
    this.#streams.remember(draft.streams);
    this.#head = draft.head;
    this.#latest = draft.latest;
    const { positions, recorded } = draft;
    return { head: BigInt(draft.head), positions, recorded, duplicates: count - recorded };
  }

  #draft(prepared: Prepared, now: number): AppendDraft {
    const names = new Set(prepared.expected.keys());
    for (const { stream } of prepared.events) names.add(stream);
    const streams = this.#streams.load(names);
    const violation = violationOf(prepared, (name) => streams.get(name)?.revision ?? -1);
    const instant = new Date(now).toISOString();
    const log = { head: this.#head, latest: this.#latest };
    return { prepared, streams, violation, positions: [], now: instant, recorded: 0, ...log };
  }

  /** False, with the draft as it was, if one of the events has to be recorded by itself. */
  #recordMany(draft: AppendDraft, first: number): boolean {
    const { head, latest } = draft;
    const staged: SqliteStreamState[] = [];
    for (let index = first; index < first + ROWS_AT_ONCE; index += 1) {
      const event = eventOf(draft, index);
      if (event.recordedAt !== undefined && event.recordedAt < draft.latest) break;
      staged.push(this.#stage(draft, event, index));
    }
    if (staged.length === ROWS_AT_ONCE && this.#rows.insert()) {
      for (let position = head + 1; position <= draft.head; position += 1)
        draft.positions.push(BigInt(position));
      draft.recorded += ROWS_AT_ONCE;
      return true;
    }
    this.#rows.discard();
    Object.assign(draft, { head, latest });
    for (const stream of staged) stream.revision -= 1;
    return false;
  }

  #recordOne(draft: AppendDraft, index: number): void {
    const event = eventOf(draft, index);
    const first = this.#rows.find(event, this.#sources.idOf(event.source));
    if (first !== undefined) {
      refuseOtherBytes(event, index, first.body);
      draft.positions.push(BigInt(first.position));
      return;
    }
    if (draft.violation !== undefined) throw draft.violation;
    refuseEarlier(event, index, draft.latest);
    this.#stage(draft, event, index);
    if (!this.#rows.insert()) throw new Error(`SQLite did not take the event ${event.id}`);
    draft.positions.push(BigInt(draft.head));
    draft.recorded += 1;
  }

  #stage(draft: AppendDraft, event: AppendedEvent, index: number): SqliteStreamState {
    const stream = draft.streams.get(event.stream);
    if (stream === undefined) throw new RangeError(`the stream of event ${index} was not loaded`);
    const body = bodyOf(event, index);
    draft.head += 1;
    stream.revision += 1;
    stream.changed = true;
    if (stream.revision === 0) stream.id = draft.head;
    let recordedAt = event.recordedAt ?? draft.now;
    if (recordedAt < draft.latest) recordedAt = draft.latest;
    draft.latest = recordedAt;
    const source = this.#sources.idOf(event.source);
    const type = this.#types.idOf(event.type);
    const numbers = { position: draft.head, source, type, stream: stream.id, revision: stream.revision };
    this.#rows.stage({ ...numbers, recordedAt, body }, event.id, this.#knownOn.of(recordedAt));
    return stream;
  }
}
