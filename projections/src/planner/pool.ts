import type { Connection, Database, Row } from "../engine/database.ts";
import { literal } from "../engine/sql-text.ts";

/** Runs a statement and reads its rows. */
export type Read = (sql: string) => Promise<Row[]>;

/** A few connections that readers share, so that queries run side by side. */
export type Pool = {
  readonly all: Read;
  /** Everything that `work` reads is of one snapshot, whatever is committed meanwhile. */
  snapshot<T>(work: (read: Read) => Promise<T>): Promise<T>;
  close(): void;
};

/** Opens `size` connections; a query waits only when all are busy. */
export const openPool = async (database: Database, size = 4): Promise<Pool> => {
  const idle: Connection[] = await Promise.all(Array.from({ length: size }, () => database.connect()));
  const waiting: ((connection: Connection) => void)[] = [];
  const take = (): Promise<Connection> => {
    const connection = idle.pop();
    return connection ? Promise.resolve(connection) : new Promise((resolve) => waiting.push(resolve));
  };
  const give = (connection: Connection): void => {
    const next = waiting.shift();
    if (next) next(connection);
    else idle.push(connection);
  };
  const lend = async <T>(work: (connection: Connection) => Promise<T>): Promise<T> => {
    const connection = await take();
    try {
      return await work(connection);
    } finally {
      give(connection);
    }
  };
  return {
    all: (sql) => lend((connection) => connection.all(sql)),
    // Nothing was written, so only the next user of the connection waits for the end of the transaction.
    snapshot: (work) =>
      new Promise((resolve, reject) => {
        lend((connection) =>
          connection.transaction(async () => resolve(await work((sql) => connection.all(sql)))),
        ).catch(reject);
      }),
    close: () => {
      for (const connection of idle) connection.close();
    },
  };
};

/** How many rows a statement gives. */
export const countRows = async (pool: Pool, sql: string): Promise<number> =>
  Number((await pool.all(`select count(*) as n from (${sql})`))[0]?.n ?? 0);

/** Texts as an SQL list for `in`. */
export const literals = (texts: readonly string[]): string => `(${texts.map(literal).join(", ")})`;
