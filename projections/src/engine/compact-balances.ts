import { hasAmount, quoted, sums } from "./cell-sql.ts";
import type { Cube } from "./cube.ts";
import type { Connection } from "./database.ts";
import { keyColumns } from "./model.ts";

/** Rows of pending changes at which they are merged into the compacted balances. */
const MAX_PENDING_ROWS = 50_000;

const mergedName = (cube: Cube): string => `merged_${cube.name}`;

const mergedSql = (cube: Cube): string =>
  `select ${quoted(["segment", ...keyColumns(cube)])}, ${sums(cube)} from balance.${cube.name} group by all`;

/** The tables of a cube's balances; `balance` is a view over them. */
const tablesOf = ({ name }: Cube): readonly string[] => [`compacted.${name}`, `pending.${name}`];

/** The temporary table in which balances are merged, and how it is filled: the arguments of `Writer.declare`. */
export const mergedBalances = (cube: Cube): readonly [string, string, readonly string[]] => [
  mergedName(cube),
  mergedSql(cube),
  tablesOf(cube),
];

/** Merges the pending changes of a cube into its compacted balances, once there are `maxRows` of them. */
export const compactBalances = async (
  connection: Connection,
  cube: Cube,
  maxRows = MAX_PENDING_ROWS,
): Promise<void> => {
  const [{ changes = 0 } = {}] = await connection.all(`select count(*) as changes from pending.${cube.name}`);
  if (Number(changes) < maxRows) return;
  const [compacted = "", pending = ""] = tablesOf(cube);
  const merged = mergedName(cube);
  await connection.keep(merged, mergedSql(cube));
  await connection.run(`delete from ${compacted}`, [], [compacted]);
  await connection.run(`delete from ${pending}`, [], [pending]);
  await connection.run(
    `insert into ${compacted} from ${merged} where ${hasAmount(cube)} order by segment`,
    [],
    [compacted, merged],
  );
};
