import { scopeName } from "./batch-names.ts";
import type { Cube } from "./cube.ts";
import type { Connection } from "./database.ts";
import { entriesSql } from "./entries-sql.ts";
import { amountColumns, keyColumns } from "./model.ts";
import { repeatedIn } from "./repeated-things.ts";
import { asOfScopeSql } from "./scope-sql.ts";

/** A cube whose entries, on a known day, are not what its facts give. */
export type Difference = {
  readonly cube: string;
  readonly day: string;
  readonly against: "FACTS" | "BALANCE";
  /** Cells that differ. */
  readonly cells: number;
};

const columns = (cube: Cube): string =>
  ["segment", ...keyColumns(cube)].map((name) => `"${name}"`).join(", ");

const differing = (cube: Cube, one: string, other: string): string => {
  const amounts = amountColumns(cube).map(({ name }) => name);
  const side = (sign: string, from: string) =>
    `select ${columns(cube)}, ${amounts.map((name) => `${sign}"${name}" as "${name}"`).join(", ")} from ${from}`;
  return `select count(*) as cells from (
    select ${columns(cube)} from (${side("", one)} union all ${side("-", other)}) group by all
    having ${amounts.map((name) => `sum("${name}") <> 0`).join(" or ")})`;
};

/** Recomputes a cube from facts as known at the end of a day, into the temporary table `recomputed`. */
const recomputeCube = async (
  connection: Connection,
  cube: Cube,
  asOf: bigint,
  day: string,
): Promise<void> => {
  const scope = scopeName(cube);
  await connection.keep(scope, asOfScopeSql(cube, asOf, day));
  const table = (name: string): string => `fact.${name}`;
  const entries = entriesSql(cube, { mode: "AS_OF", scope, table, repeated: await repeatedIn(connection) });
  await connection.run(`create or replace temp table recomputed as ${entries}`);
};

const countCells = async (connection: Connection, sql: string): Promise<number> =>
  Number((await connection.all(sql))[0]?.cells ?? 0);

/**
 * Recomputes every cube from facts as known at the end of each day given and compares it with the entries up to
 * that day; and the balances with all entries. What is not yet posted on a cube is not yet known to it. `days` are known days; others are passed over.
 */
export const verifyLedger = async (
  connection: Connection,
  cubes: readonly Cube[],
  days: readonly string[],
  onStep?: (cube: string, day: string) => void,
): Promise<Difference[]> => {
  const found: Difference[] = [];
  for (const cube of cubes) {
    for (const day of days) {
      onStep?.(cube.name, day);
      const [known] = await connection.all(
        `select least(last_position, c.position)::varchar as position from model.known_day, model.cube c
         where known_on = $1::date and name = $2`,
        [day, cube.name],
      );
      if (!known) continue;
      await recomputeCube(connection, cube, BigInt(String(known.position)), day);
      const cells = await countCells(
        connection,
        differing(cube, "recomputed", `entry.${cube.name} where known_on <= date '${day}'`),
      );
      if (cells > 0) found.push({ cube: cube.name, day, against: "FACTS", cells });
    }
    const cells = await countCells(connection, differing(cube, `balance.${cube.name}`, `entry.${cube.name}`));
    if (cells > 0) found.push({ cube: cube.name, day: days.at(-1) ?? "", against: "BALANCE", cells });
  }
  return found;
};

/** The known days of a read model, the first to the last. */
export const knownDays = async (connection: Connection): Promise<string[]> =>
  (await connection.all("select known_on from model.known_day order by known_on")).map((row) =>
    String(row.known_on),
  );
