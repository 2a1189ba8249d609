import type { DatabaseSync, StatementSync } from "node:sqlite";

/** The state of a stream; revision -1 is a stream without events. `id` is the position of its first event. */
export type SqliteStreamState = { id: number; revision: number; changed: boolean };

const MAX_STREAMS_A_GENERATION = 100_000;

/**
 * The revisions of recently written streams, in two generations: when the young one is full, it becomes the old one,
 * and the former old one is dropped. Other streams are read from the database.
 */
export class SqliteStreams {
  readonly #find: StatementSync;
  readonly #save: StatementSync;
  #young = new Map<string, SqliteStreamState>();
  #old = new Map<string, SqliteStreamState>();

  constructor(db: DatabaseSync) {
    this.#find = db.prepare(
      "select name, stream_id, revision from stream where name in (select value from json_each(?))",
    );
    this.#save = db.prepare(
      "insert into stream values (?, ?, ?) on conflict(name) do update set revision = excluded.revision",
    );
  }

  forget(): void {
    this.#young.clear();
    this.#old.clear();
  }

  /** Copies that the caller may change, for all these streams, with one query for those not remembered. */
  load(names: ReadonlySet<string>): Map<string, SqliteStreamState> {
    const states = new Map<string, SqliteStreamState>();
    const missing: string[] = [];
    for (const name of names) {
      const known = this.#young.get(name) ?? this.#old.get(name);
      if (known === undefined) missing.push(name);
      states.set(name, { id: known?.id ?? 0, revision: known?.revision ?? -1, changed: false });
    }
    if (missing.length === 0) return states;
    for (const row of this.#find.iterate(JSON.stringify(missing))) {
      states.set(String(row["name"]), {
        id: Number(row["stream_id"]),
        revision: Number(row["revision"]),
        changed: false,
      });
    }
    return states;
  }

  save(states: ReadonlyMap<string, SqliteStreamState>): void {
    for (const [name, { id, revision, changed }] of states) {
      if (changed) this.#save.run(name, id, revision);
    }
  }

  /** Only after `save` was released into the transaction. */
  remember(states: ReadonlyMap<string, SqliteStreamState>): void {
    for (const [name, state] of states) if (state.revision >= 0) this.#young.set(name, state);
    if (this.#young.size <= MAX_STREAMS_A_GENERATION) return;
    this.#old = this.#young;
    this.#young = new Map();
  }
}
