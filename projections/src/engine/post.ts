import type { Cube } from "./cube.ts";
import type { Connection } from "./database.ts";
import { amountColumns, bookedDimensions, dimensionType, keyColumns } from "./model.ts";
import { type Repeated, readsSql, type Stretch, scopeSql, wholeScopeSql } from "./scope.ts";

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");

const keys = (cube: Cube): string =>
  [
    ...cube.hidden.map((name) => `m."${name}"${name === "grain" ? "::utinyint" : ""} as "${name}"`),
    ...bookedDimensions(cube).map((id) => `coalesce(m."${id}", '_U')::${dimensionType(id)} as "${id}"`),
  ].join(", ");

const amounts = (cube: Cube): string =>
  Object.entries(cube.measures)
    .flatMap(([name, measure]) => [
      `sum(m.sign * m."${name}")::${measure.type} as "${name}"`,
      ...(measure.isProtected ? [`sum(m.sign * m."${name}" * m.unit_key)::hugeint as "${name}_key"`] : []),
    ])
    .join(",\n    ");

const anyAmount = (cube: Cube): string =>
  amountColumns(cube)
    .map(({ name }) => `"${name}" <> 0`)
    .join(" or ");

/**
 * SQL of the cube's entries for the lives in the temporary table `scope`: what each life measures is added on
 * the day it became known and taken back on the day it was known otherwise. Zeros are dropped.
 */
export const entriesSql = (cube: Cube, repeated: Repeated): string => `
  with ${readsSql(cube, repeated)},
  measured as materialized (${cube.sql}),
  signed as (
    select s.plus_on as known_on, s.plus_cause as cause, 1 as sign, m.* from measured m join scope s using (life_id) where s.plus_on is not null
    union all
    select s.minus_on, s.minus_cause, -1, m.* from measured m join scope s using (life_id) where s.minus_on is not null
  ),
  summed as (
    select m.known_on, m.cause, d.segment, ${keys(cube)},
    ${amounts(cube)}
    from signed m join model.calendar_day d on d.day = m.booked_on
    group by all
  )
  select known_on, cause, segment, ${quoted([...keyColumns(cube), ...amountColumns(cube).map((c) => c.name)])} from summed where ${anyAmount(cube)}`;

const repeatedIn = async (connection: Connection): Promise<Repeated> =>
  new Map(
    (await connection.all("select table_name, key_column from model.repeated")).map((row) => [
      String(row.table_name),
      String(row.key_column),
    ]),
  );

const prepareScope = async (connection: Connection, sql: string | undefined): Promise<number> => {
  if (sql === undefined) return 0;
  await connection.run(`create or replace temp table scope as ${sql}`);
  const [{ lives = 0 } = {}] = await connection.all("select count(*) as lives from scope");
  return Number(lives);
};

const mergeBalance = (cube: Cube): string => {
  const columns = ["segment", ...keyColumns(cube)];
  const all = [...columns, ...amountColumns(cube).map((c) => c.name)];
  return `merge into balance.${cube.name} b
    using (select ${quoted(columns)}, ${amountColumns(cube)
      .map(({ name }) => `sum("${name}") as "${name}"`)
      .join(", ")} from delta group by all) d
    on ${columns.map((name) => `b."${name}" = d."${name}"`).join(" and ")}
    when matched then update set ${amountColumns(cube)
      .map(({ name }) => `"${name}" = b."${name}" + d."${name}"`)
      .join(", ")}
    when not matched then insert (${quoted(all)}) values (${all.map((name) => `d."${name}"`).join(", ")})`;
};

/** Notes the first and last segment that a cube's entries speak of; what is booked ahead of its day does not count. */
const noteExtent = (cube: Cube): string => `merge into model.extent e
  using (
    select '${cube.name}' as cube, min(segment) as first_segment, max(segment) as last_segment
    from delta join model.segment using (segment) where starts_on <= known_on having count(*) > 0
  ) d
  on e.cube = d.cube
  when matched then update set first_segment = least(e.first_segment, d.first_segment), last_segment = greatest(e.last_segment, d.last_segment)
  when not matched then insert values (d.cube, d.first_segment, d.last_segment)`;

/**
 * Books a stretch of the log on a cube: entries, and the balance with them.
 * Runs inside the caller's transaction. Resolves to the number of entries.
 */
export const postCube = async (connection: Connection, cube: Cube, stretch: Stretch): Promise<number> => {
  if ((await prepareScope(connection, scopeSql(cube, stretch))) === 0) return 0;
  await connection.run(
    `create or replace temp table delta as ${entriesSql(cube, await repeatedIn(connection))}`,
  );
  await connection.run(`insert into entry.${cube.name} select * from delta`);
  await connection.run(mergeBalance(cube));
  await connection.run(noteExtent(cube));
  const [{ entries = 0 } = {}] = await connection.all("select count(*) as entries from delta");
  return Number(entries);
};

/**
 * Books the whole log on an empty cube, bucket by bucket, and sorts the entries by the day of knowledge.
 */
export const postWholeCube = async (
  connection: Connection,
  cube: Cube,
  upTo: bigint,
  buckets: number,
): Promise<void> => {
  await connection.run(`create or replace temp table delta as select * from entry.${cube.name} limit 0`);
  for (let number = 0; number < buckets; number++) {
    const stretch = { after: 0n, upTo, ...(buckets > 1 ? { bucket: { number, of: buckets } } : {}) };
    if ((await prepareScope(connection, scopeSql(cube, stretch))) > 0) {
      await connection.run(`insert into delta ${entriesSql(cube, await repeatedIn(connection))}`);
    }
  }
  const columns = quoted(["segment", ...keyColumns(cube)]);
  const sums = amountColumns(cube)
    .map(({ name, type }) => `sum("${name}")::${type} as "${name}"`)
    .join(", ");
  // Each bucket's entries are summed already; several buckets may have entries of the same cell.
  const summed =
    buckets === 1 ? "delta" : `(select known_on, cause, ${columns}, ${sums} from delta group by all)`;
  await connection.run(
    `insert into entry.${cube.name} select * from ${summed} where ${anyAmount(cube)} order by known_on, segment`,
  );
  await connection.run(`insert into balance.${cube.name}
    select * from (select ${columns}, ${sums} from delta group by all) where ${anyAmount(cube)} order by segment`);
  await connection.run(noteExtent(cube));
  await connection.run("drop table delta; drop table scope");
};

/** Recomputes a cube from facts as known at the end of a day, into the temporary table `recomputed`. */
export const recomputeCube = async (
  connection: Connection,
  cube: Cube,
  asOf: bigint,
  day: string,
): Promise<void> => {
  await prepareScope(connection, wholeScopeSql(cube, asOf, day));
  await connection.run(
    `create or replace temp table recomputed as ${entriesSql(cube, await repeatedIn(connection))}`,
  );
};
