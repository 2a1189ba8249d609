import type { DatabaseSync, StatementSync } from "node:sqlite";

/** Where a stream stands; revision -1 is a stream without events. `id` is the position of its first event. */
export type StreamState = { id: number; revision: number; changed: boolean };

const GENERATION = 100_000;

/**
 * The revisions of the streams lately written, in two generations: when the young one is full, it becomes the
 * old one, and what nobody asked for since is forgotten. What is not here is read from the database.
 */
export class Streams {
  readonly #find: StatementSync;
  readonly #save: StatementSync;
  #young = new Map<string, StreamState>();
  #old = new Map<string, StreamState>();

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
  load(names: ReadonlySet<string>): Map<string, StreamState> {
    const states = new Map<string, StreamState>();
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

  save(states: ReadonlyMap<string, StreamState>): void {
    for (const [name, { id, revision, changed }] of states) {
      if (changed) this.#save.run(name, id, revision);
    }
  }

  /** Only after `save` was released into the transaction. */
  remember(states: ReadonlyMap<string, StreamState>): void {
    for (const [name, state] of states) if (state.revision >= 0) this.#young.set(name, state);
    if (this.#young.size <= GENERATION) return;
    this.#old = this.#young;
    this.#young = new Map();
  }
}
