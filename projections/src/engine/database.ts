import {
  DuckDBBlobValue,
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBPreparedStatement,
  type DuckDBValue,
  type Json,
} from "@duckdb/node-api";

/** A row as DuckDB gives it to JavaScript after `decode`: numbers, strings, booleans and nulls only. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** A DuckDB statement failed; `sql` is its beginning, never its parameters. */
export class DatabaseError extends Error {
  readonly code = "DATABASE";
  readonly sql: string;
  constructor(sql: string, cause: unknown) {
    super(`DuckDB: ${cause instanceof Error ? cause.message.slice(0, 400) : String(cause)}`, { cause });
    this.name = "DatabaseError";
    this.sql = sql.slice(0, 200);
  }
}

/** A planned statement, to be run with parameters: texts, whole numbers as bigint, bytes, nothing else. */
export type Statement = { run(parameters: readonly DuckDBValue[]): Promise<number> };

/** One connection. Statements of a connection run one after another; several connections run side by side. */
export type Connection = {
  /**
   * Runs one statement, or several when there are no parameters. `uses` names the tables that it reads or writes: with
   * it a Writer prepares the statement, else it is of no account.
   */
  run(sql: string, parameters?: readonly DuckDBValue[], uses?: readonly string[]): Promise<number>;
  /** Reads all rows; whole numbers within 2^53 and decimals as numbers, days as `YYYY-MM-DD`, wider ones as text. */
  all(sql: string, parameters?: readonly DuckDBValue[]): Promise<Row[]>;
  /** Plans a statement once, to be run many times. */
  prepare(sql: string): Promise<Statement>;
  /** Keeps the rows of a query in a temporary table, in the place of an earlier one; resolves to their number. */
  keep(table: string, sql: string, parameters?: readonly DuckDBValue[]): Promise<number>;
  /** Adds the rows of a query, which reads the tables `uses`, to those that `keep` kept. */
  add(
    table: string,
    sql: string,
    parameters?: readonly DuckDBValue[],
    uses?: readonly string[],
  ): Promise<number>;
  /** Runs `work` in one transaction; rolls back when it throws. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  close(): void;
};

export type Database = {
  connect(): Promise<Connection>;
  /** Closes every connection too: as long as one is open, the file is locked for other processes. */
  close(): void;
};

/** Bytes as a parameter of a statement. */
export const bytes = (value: Uint8Array): DuckDBValue => new DuckDBBlobValue(value);

const decodeValue = (value: Json, type: string): Row[string] => {
  if (value === null || typeof value === "boolean" || typeof value === "number") return value;
  if (typeof value !== "string") return JSON.stringify(value);
  if (/^(U?(BIG|HUGE)INT|DECIMAL)/.test(type)) {
    const number = Number(value);
    return Number.isSafeInteger(number) || type.startsWith("DECIMAL") ? number : value;
  }
  return value;
};

const guarded = async <T>(sql: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (cause) {
    throw new DatabaseError(sql, cause);
  }
};

/** Closes a connection once nothing runs on it: DuckDB would free it under a running statement. */
const closing = (raw: DuckDBConnection) => {
  let [running, isWanted, isClosed] = [0, false, false];
  const closeIdle = (): void => {
    if (!isWanted || isClosed || running > 0) return;
    isClosed = true;
    raw.closeSync();
  };
  return {
    guarded: async <T>(sql: string, work: () => Promise<T>): Promise<T> => {
      running += 1;
      try {
        return await guarded(sql, work);
      } finally {
        running -= 1;
        closeIdle();
      }
    },
    close: (): void => {
      isWanted = true;
      closeIdle();
    },
  };
};

type Guarded = ReturnType<typeof closing>["guarded"];

const statement = (prepared: DuckDBPreparedStatement, sql: string, guarded: Guarded): Statement => ({
  run: (parameters) =>
    guarded(sql, async () => {
      for (const [index, value] of parameters.entries()) {
        if (typeof value === "bigint") prepared.bindBigInt(index + 1, value);
        else if (value instanceof DuckDBBlobValue) prepared.bindBlob(index + 1, value.bytes);
        else prepared.bindVarchar(index + 1, String(value));
      }
      return (await prepared.run()).rowsChanged;
    }),
});

const connection = (raw: DuckDBConnection): Connection => {
  const { guarded, close } = closing(raw);
  const run = (sql: string, parameters?: readonly DuckDBValue[]) =>
    guarded(sql, async () => (await raw.run(sql, parameters ? [...parameters] : undefined)).rowsChanged);
  const all: Connection["all"] = (sql, parameters) =>
    guarded(sql, async () => {
      const reader = await raw.runAndReadAll(sql, parameters ? [...parameters] : undefined);
      const names = reader.deduplicatedColumnNames();
      const types = reader.columnTypes().map(String);
      return reader
        .getRowsJson()
        .map(
          (row) =>
            Object.fromEntries(row.map((value, i) => [names[i], decodeValue(value, types[i] ?? "")])) as Row,
        );
    });
  return {
    run,
    all,
    prepare: (sql) => guarded(sql, async () => statement(await raw.prepare(sql), sql, guarded)),
    async keep(table, sql, parameters) {
      const [kept] = await all(`create or replace temp table ${table} as ${sql}`, parameters);
      return Number(kept?.["Count"]);
    },
    add: (table, sql, parameters) => run(`insert into ${table} ${sql}`, parameters),
    async transaction(work) {
      await run("begin transaction");
      try {
        const result = await work();
        await run("commit");
        return result;
      } catch (error) {
        await run("rollback").catch(() => undefined);
        throw error;
      }
    },
    close,
  };
};

export type DatabaseOptions = {
  readonly memoryLimit?: string;
  readonly readOnly?: boolean;
  /** For statements that read little and run side by side: one that is spread over threads takes longer. */
  readonly isOneThread?: boolean;
  /**
   * For a file that is thrown away unless it is finished: nothing is written next to it, what is not checkpointed
   * is lost. Each statement runs on one thread.
   */
  readonly isUnderConstruction?: boolean;
};

const settings = (file: string, options: DatabaseOptions): Record<string, string> => ({
  memory_limit: options.memoryLimit ?? "1GiB",
  ...(options.isOneThread || options.isUnderConstruction ? { threads: "1" } : {}),
  preserve_insertion_order: "false",
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
  ...(options.readOnly ? { access_mode: "READ_ONLY" } : {}),
  ...(options.isUnderConstruction ? { temp_directory: `${file}.tmp`, checkpoint_threshold: "1TiB" } : {}),
});

/**
 * Attached, because only an attached file can do without a write-ahead log. No older DuckDB will read it, so it is
 * written as this one does best: names are found in 6.6 ms instead of 10.6 ms among 300 thousand.
 */
const attach = async (raw: DuckDBConnection, file: string): Promise<void> => {
  await raw.run(
    `attach '${file.replaceAll("'", "''")}' as built (recovery_mode no_wal_writes, storage_version 'latest')`,
  );
  raw.closeSync();
};

/** Opens a DuckDB file, or one in memory. Rules must give the same bytes whatever the thread count. */
export const openDatabase = async (file: string, options: DatabaseOptions = {}): Promise<Database> => {
  const isAttached = options.isUnderConstruction === true;
  const open = async () => {
    const instance = await DuckDBInstance.create(isAttached ? ":memory:" : file, settings(file, options));
    if (isAttached) await attach(await instance.connect(), file);
    return instance;
  };
  const instance = await open().catch((cause: unknown) => {
    throw new DatabaseError(`open ${file}`, cause);
  });
  const connections: Connection[] = [];
  return {
    connect: async () => {
      const raw = await instance.connect();
      if (isAttached) await raw.run("use built");
      const connected = connection(raw);
      connections.push(connected);
      return connected;
    },
    close: () => {
      for (const connected of connections) connected.close();
      instance.closeSync();
    },
  };
};
