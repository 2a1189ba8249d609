import type { DuckDBValue } from "@duckdb/node-api";
import type { Connection, Statement } from "./database.ts";

/**
 * A connection that books batch after batch with the same statements. Planning them costs DuckDB more than
 * running them, so they are planned once, between two batches.
 */
export type Writer = Connection & {
  /**
   * Makes the temporary table in which `keep` will keep the rows of this query; outside a transaction. One that was
   * made for another query is replaced.
   */
  declare(table: string, sql: string, parameters?: readonly DuckDBValue[]): Promise<void>;
  /**
   * Plans statements that were run since, for about `withinMs`, or as long as they took to run without a plan;
   * resolves to how many are still to be planned.
   */
  plan(withinMs?: number): Promise<number>;
};

const PLAN_MS = 40;

/** Read models never change these after they are made, so a plan may rest on what they hold. */
const STILL = new Set(["model.segment", "model.calendar_day", "model.about"]);

const listTables = async (connection: Connection): Promise<ReadonlySet<string>> => {
  const rows = await connection.all(
    "select schema_name || '.' || table_name as name from duckdb_tables() where not temporary",
  );
  return new Set(rows.map(({ name }) => String(name)).filter((name) => !STILL.has(name)));
};

/** What a statement reads or writes; a balance is a view over two tables. */
const tablesIn = (sql: string, known: ReadonlySet<string>): readonly string[] =>
  (sql.match(/(?:\w+\.)?\w+/g) ?? [])
    .flatMap((name) =>
      name.startsWith("balance.")
        ? [name.replace("balance", "compacted"), name.replace("balance", "pending")]
        : [name],
    )
    .filter((name) => known.has(name));

class BatchWriter implements Writer {
  readonly #connection: Connection;
  readonly #plans = new Map<string, Statement>();
  readonly #unplanned = new Set<string>();
  /** The statement that fills each temporary table. */
  readonly #declared = new Map<string, string>();
  /** The temporary tables with rows of this transaction. */
  readonly #filled = new Set<string>();
  #tables: ReadonlySet<string> | undefined;
  #unplannedMs = 0;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async run(sql: string, parameters: readonly DuckDBValue[] = []): Promise<number> {
    const planned = this.#plans.get(sql);
    if (planned) return planned.run(parameters);
    this.#unplanned.add(sql);
    const began = performance.now();
    const rows = await this.#connection.run(sql, parameters);
    this.#unplannedMs += performance.now() - began;
    return rows;
  }

  all(...given: Parameters<Connection["all"]>): ReturnType<Connection["all"]> {
    return this.#connection.all(...given);
  }

  prepare(sql: string): Promise<Statement> {
    return this.#connection.prepare(sql);
  }

  /** A rollback or the end of the transaction empties the table: DuckDB would never free rows that were committed. */
  async keep(table: string, sql: string, parameters: readonly DuckDBValue[] = []): Promise<number> {
    if (this.#filled.delete(table)) await this.run(`delete from ${table}`);
    return this.add(table, sql, parameters);
  }

  async add(table: string, sql: string, parameters: readonly DuckDBValue[] = []): Promise<number> {
    const rows = await this.run(`insert into ${table} ${sql}`, parameters);
    if (rows > 0) this.#filled.add(table);
    return rows;
  }

  /** A new table would make DuckDB plan everything anew, with the statistics of that moment. */
  async declare(table: string, sql: string, parameters: readonly DuckDBValue[] = []): Promise<void> {
    const filling = `insert into ${table} ${sql}`;
    const earlier = this.#declared.get(table);
    if (earlier === filling) return;
    for (const planned of this.#plans.keys()) this.#unplanned.add(planned);
    this.#plans.clear();
    await this.#connection.run(`create or replace temp table ${table} as from (${sql}) limit 0`, parameters);
    this.#declared.set(table, filling);
    if (earlier !== undefined) this.#unplanned.delete(earlier);
    this.#unplanned.add(filling);
  }

  transaction<T>(work: () => Promise<T>): Promise<T> {
    this.#filled.clear();
    return this.#connection.transaction(async () => {
      const result = await work();
      for (const table of this.#filled) await this.run(`delete from ${table}`);
      return result;
    });
  }

  /**
   * DuckDB trusts in a plan what a table's statistics say when it is planned: a later batch with other values
   * would then be answered wrongly. Where a table has rows that are not committed it has no statistics, so the
   * plans are made while every table they name has one such row, which is then rolled back.
   */
  async plan(withinMs: number = Math.max(PLAN_MS, this.#unplannedMs)): Promise<number> {
    this.#unplannedMs = 0;
    if (this.#unplanned.size === 0) return 0;
    this.#tables ??= await listTables(this.#connection);
    const known = new Set([...this.#tables, ...this.#declared.keys()]);
    const until = performance.now() + withinMs;
    await this.#connection.run("begin transaction");
    try {
      const unsettled = new Set<string>();
      for (const sql of this.#unplanned) {
        for (const table of tablesIn(sql, known)) {
          if (unsettled.has(table)) continue;
          await this.#connection.run(`insert into ${table} default values`);
          unsettled.add(table);
        }
        this.#plans.set(sql, await this.#connection.prepare(sql));
        this.#unplanned.delete(sql);
        if (performance.now() > until) break;
      }
    } finally {
      await this.#connection.run("rollback");
    }
    return this.#unplanned.size;
  }

  close(): void {
    this.#connection.close();
  }
}

/** Makes a connection one that books batches. */
export const writerOn = (connection: Connection): Writer => new BatchWriter(connection);
