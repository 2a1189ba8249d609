import type { DatabaseSync, StatementSync } from "node:sqlite";

/** The few sources and types of a log as small integers; a name gets its number with its first event. */
export class Names {
  readonly #all: StatementSync;
  readonly #add: StatementSync;
  #ids = new Map<string, number>();

  constructor(db: DatabaseSync, table: "source" | "type") {
    this.#all = db.prepare(`select ${table}_id as id, name from ${table} order by 1`);
    this.#add = db.prepare(`insert into ${table}(name) values (?)`);
  }

  /** Reads the numbers again, after another process or a rollback may have changed them. */
  reload(): void {
    this.#ids = new Map(this.#all.all().map(({ id, name }) => [String(name), Number(id)]));
  }

  idOf(name: string): number {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = Number(this.#add.run(name).lastInsertRowid);
    this.#ids.set(name, id);
    return id;
  }
}
