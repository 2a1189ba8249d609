import type { DuckDBValue } from "@duckdb/node-api";
import type { Connection, Statement } from "./database.ts";

/**
 * A connection that posts batch after batch with the same statements. Planning them costs DuckDB more than running
 * them, so those that name the tables they use are prepared once, between two batches.
 */
export type Writer = Connection & {
  /**
   * Makes the temporary table in which `keep` will keep the rows of this query, which reads the tables `uses`; outside a
   * transaction. One that was made for another query is replaced.
   */
  declare(
    table: string,
    sql: string,
    uses: readonly string[],
    parameters?: readonly DuckDBValue[],
  ): Promise<void>;
  /**
   * Prepares statements that were run since, for about `withinMs`, or as long as they took to run unprepared; resolves to
   * how many are still to be prepared.
   */
  prepareStatements(withinMs?: number): Promise<number>;
};

const MIN_PREPARE_MS = 40;

/** Read models never change these after they are made, so a plan may rest on what they hold. */
const IMMUTABLE_TABLES: ReadonlySet<string> = new Set(["model.segment", "model.calendar_day", "model.about"]);

const listTables = async (connection: Connection): Promise<ReadonlySet<string>> => {
  const rows = await connection.all(
    "select schema_name || '.' || table_name as name from duckdb_tables() where not temporary",
  );
  return new Set(rows.map(({ name }) => String(name)));
};

/** The statement that fills a temporary table, and the tables that it uses. */
type Filling = { readonly statement: string; readonly uses: readonly string[] };

class BatchWriter implements Writer {
  readonly #connection: Connection;
  readonly #prepared = new Map<string, Statement>();
  /** Statements to be prepared, with the tables that each uses. */
  readonly #unprepared = new Map<string, readonly string[]>();
  /** What was prepared, with the same: to be prepared again when a table is made. */
  readonly #uses = new Map<string, readonly string[]>();
  readonly #declared = new Map<string, Filling>();
  /** The temporary tables with rows of this transaction. */
  readonly #filled = new Set<string>();
  #tables: ReadonlySet<string> | undefined;
  #unpreparedMs = 0;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async run(sql: string, parameters: readonly DuckDBValue[] = [], uses?: readonly string[]): Promise<number> {
    const prepared = this.#prepared.get(sql);
    if (prepared) return prepared.run(parameters);
    if (uses) this.#unprepared.set(sql, uses);
    const began = performance.now();
    const rows = await this.#connection.run(sql, parameters);
    this.#unpreparedMs += performance.now() - began;
    return rows;
  }

  all(...given: Parameters<Connection["all"]>): ReturnType<Connection["all"]> {
    return this.#connection.all(...given);
  }

  prepare(sql: string): Promise<Statement> {
    return this.#connection.prepare(sql);
  }

  #empty(table: string): Promise<number> {
    return this.run(`delete from ${table}`, [], [table]);
  }

  /**
   * A rollback or the end of the transaction empties the table: DuckDB does not free committed rows of a temporary table
   * that are deleted later (https://github.com/duckdb/duckdb/issues/18330).
   */
  async keep(table: string, sql: string, parameters: readonly DuckDBValue[] = []): Promise<number> {
    if (this.#filled.delete(table)) await this.#empty(table);
    return this.add(table, sql, parameters);
  }

  /** Without `uses` the query reads what that of the table's declaration does. */
  async add(
    table: string,
    sql: string,
    parameters: readonly DuckDBValue[] = [],
    uses: readonly string[] | undefined = this.#declared.get(table)?.uses,
  ): Promise<number> {
    const rows = await this.run(`insert into ${table} ${sql}`, parameters, uses && [table, ...uses]);
    if (rows > 0) this.#filled.add(table);
    return rows;
  }

  /** A new table makes DuckDB plan everything again, with the statistics of that time, so all is prepared again. */
  async declare(
    table: string,
    sql: string,
    uses: readonly string[],
    parameters: readonly DuckDBValue[] = [],
  ): Promise<void> {
    const statement = `insert into ${table} ${sql}`;
    const earlier = this.#declared.get(table);
    if (earlier?.statement === statement) return;
    for (const [prepared, used] of this.#uses) this.#unprepared.set(prepared, used);
    this.#prepared.clear();
    this.#uses.clear();
    await this.#connection.run(`create or replace temp table ${table} as from (${sql}) limit 0`, parameters);
    this.#declared.set(table, { statement, uses });
    if (earlier !== undefined) this.#unprepared.delete(earlier.statement);
    this.#unprepared.set(statement, [table, ...uses]);
  }

  transaction<T>(work: () => Promise<T>): Promise<T> {
    this.#filled.clear();
    return this.#connection.transaction(async () => {
      const result = await work();
      for (const table of this.#filled) await this.#empty(table);
      return result;
    });
  }

  /** The tables of a statement of which no plan may know what they hold; throws for one that does not exist. */
  async #changingTables(uses: readonly string[]): Promise<readonly string[]> {
    this.#tables ??= await listTables(this.#connection);
    for (const table of uses) {
      if (!this.#tables.has(table) && !this.#declared.has(table))
        throw new RangeError(`a statement uses the table ${table}, which does not exist`);
    }
    return uses.filter((table) => !IMMUTABLE_TABLES.has(table));
  }

  /**
   * DuckDB folds a table's statistics into a prepared plan: a later batch with other values would then be
   * answered wrongly (https://github.com/duckdb/duckdb/issues/23704). A table with rows that are not committed has no
   * statistics, so statements are prepared while every table they use has one such row, which is then rolled back. To be
   * removed with a DuckDB that has https://github.com/duckdb/duckdb/pull/24696.
   */
  async prepareStatements(withinMs: number = Math.max(MIN_PREPARE_MS, this.#unpreparedMs)): Promise<number> {
    this.#unpreparedMs = 0;
    if (this.#unprepared.size === 0) return 0;
    const until = performance.now() + withinMs;
    await this.#connection.run("begin transaction");
    try {
      const withRow = new Set<string>();
      for (const [sql, uses] of this.#unprepared) {
        for (const table of await this.#changingTables(uses)) {
          if (withRow.has(table)) continue;
          await this.#connection.run(`insert into ${table} default values`);
          withRow.add(table);
        }
        this.#prepared.set(sql, await this.#connection.prepare(sql));
        this.#uses.set(sql, uses);
        this.#unprepared.delete(sql);
        if (performance.now() > until) break;
      }
    } finally {
      await this.#connection.run("rollback");
    }
    return this.#unprepared.size;
  }

  close(): void {
    this.#connection.close();
  }
}

/** Makes a connection one that posts batches. */
export const writerOn = (connection: Connection): Writer => new BatchWriter(connection);
