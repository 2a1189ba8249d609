import type { Connection, Database, Row } from "../engine/database.ts";

/** A few connections that readers share, so that questions run side by side. */
export type Pool = {
  all(sql: string): Promise<Row[]>;
  close(): void;
};

/** Opens `size` connections; a question waits only when all are busy. */
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
  return {
    async all(sql) {
      const connection = await take();
      try {
        return await connection.all(sql);
      } finally {
        give(connection);
      }
    },
    close: () => {
      for (const connection of idle) connection.close();
    },
  };
};

/** A text as an SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Texts as an SQL list for `in`. */
export const literals = (texts: readonly string[]): string => `(${texts.map(literal).join(", ")})`;
