import type { Cube } from "./cube.ts";
import type { Connection } from "./database.ts";
import { factColumns } from "./fact-sql.ts";
import {
  amountColumns,
  bookedDimensions,
  type Catalogue,
  dimensionType,
  factTables,
  keyColumns,
} from "./model.ts";
import {
  changedName,
  changedSql,
  nearName,
  nearSql,
  type Repeated,
  readsSql,
  type Source,
  type Stretch,
  scopeName,
  scopeSql,
  wholeScopeSql,
} from "./scope.ts";

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");

/** A cell's keys, and what one life adds to it: each amount, and its key where it counts protected units. */
const keyed = (cube: Cube): string =>
  [
    ...cube.hidden.map((name) => `m."${name}"${name === "grain" ? "::utinyint" : ""} as "${name}"`),
    ...bookedDimensions(cube).map((id) => {
      const type = dimensionType(id);
      return `coalesce(m."${id}"::${type}, '_U'::${type}) as "${id}"`;
    }),
    ...Object.entries(cube.measures).flatMap(([name, measure]) => [
      `m."${name}"`,
      ...(measure.isProtected ? [`m."${name}" * m.unit_key as "${name}_key"`] : []),
    ]),
  ].join(", ");

const signed = (cube: Cube, sign: "+" | "-"): string =>
  [
    ...keyColumns(cube).map((name) => `k."${name}"`),
    ...amountColumns(cube).map(({ name }) => `${sign}k."${name}" as "${name}"`),
  ].join(", ");

const sums = (cube: Cube): string =>
  amountColumns(cube)
    .map(({ name, type }) => `sum("${name}")::${type} as "${name}"`)
    .join(", ");

const anyAmount = (cube: Cube): string =>
  amountColumns(cube)
    .map(({ name }) => `"${name}" <> 0`)
    .join(" or ");

/**
 * SQL of the cube's entries for the lives in scope: what each life measures is added on
 * the day it became known and taken back on the day it was known otherwise. Zeros are dropped.
 */
const entriesSql = (cube: Cube, source: Source): string => `
  with ${readsSql(cube, source)},
  measured as (${cube.sql}),
  keyed as materialized (
    select m.life_id, d.segment, ${keyed(cube)} from measured m join model.calendar_day d on d.day = m.booked_on
  ),
  signed as (
    select s.plus_on as known_on, s.plus_cause as cause, k.segment, ${signed(cube, "+")}
    from keyed k join ${source.scope} s using (life_id) where s.plus_on is not null
    union all
    select s.minus_on, s.minus_cause, k.segment, ${signed(cube, "-")}
    from keyed k join ${source.scope} s using (life_id) where s.minus_on is not null
  ),
  summed as (select known_on, cause, segment, ${quoted(keyColumns(cube))}, ${sums(cube)} from signed group by all)
  from summed where ${anyAmount(cube)}`;

const repeatedIn = async (connection: Connection): Promise<Repeated> =>
  new Map(
    (await connection.all("select table_name, key_column from model.repeated")).map((row) => [
      String(row.table_name),
      String(row.key_column),
    ]),
  );

/** Every fact, for a cube whose scope is prepared. */
const everything = async (connection: Connection, cube: Cube): Promise<Source> => ({
  scope: scopeName(cube),
  table: (name) => `fact.${name}`,
  repeated: await repeatedIn(connection),
});

/** Makes the cube's scope; resolves to the number of lives in it. */
const prepareScope = async (connection: Connection, cube: Cube, sql: string | undefined): Promise<number> =>
  sql === undefined ? 0 : await connection.keep(scopeName(cube), sql);

/** Rows of recent changes at which they are merged into the settled balances. */
const SETTLE_AT = 50_000;

/** Merges the recent changes of a cube into its settled balances, when they have become `many`. */
export const settle = async (connection: Connection, cube: Cube, many = SETTLE_AT): Promise<void> => {
  const [{ changes = 0 } = {}] = await connection.all(`select count(*) as changes from recent.${cube.name}`);
  if (Number(changes) < many) return;
  const columns = quoted(["segment", ...keyColumns(cube)]);
  await connection.run(
    `create or replace temp table settling as select ${columns}, ${sums(cube)} from balance.${cube.name} group by all`,
  );
  await connection.run(`delete from settled.${cube.name}`);
  await connection.run(`delete from recent.${cube.name}`);
  await connection.run(
    `insert into settled.${cube.name} from settling where ${anyAmount(cube)} order by segment`,
  );
};

/** Notes the first and last segment that each measure's entries speak of. */
const noteExtent = (cube: Cube): string => `merge into model.extent e
  using (
    select measure, min(segment) as first_segment, max(segment) as last_segment
    from (${Object.keys(cube.measures)
      .map((measure) => `select '${measure}' as measure, segment from delta where "${measure}" <> 0`)
      .join(" union all ")})
    group by measure
  ) d
  on e.cube = '${cube.name}' and e.measure = d.measure
  when matched then update set first_segment = least(e.first_segment, d.first_segment), last_segment = greatest(e.last_segment, d.last_segment)
  when not matched then insert values ('${cube.name}', d.measure, d.first_segment, d.last_segment)`;

const bookEntries = async (connection: Connection, cube: Cube, source: Source): Promise<void> => {
  const entries = await connection.keep("delta", entriesSql(cube, source));
  if (entries === 0) return;
  const columns = quoted(["segment", ...keyColumns(cube), ...amountColumns(cube).map(({ name }) => name)]);
  await connection.run(`insert into entry.${cube.name} from delta`);
  await connection.run(`insert into recent.${cube.name} select ${columns} from delta`);
  await connection.run(noteExtent(cube));
  await settle(connection, cube);
};

/** Sets apart what changed in the tables that the cubes read; resolves to those in which something did. */
const prepareChanges = async (
  connection: Connection,
  cubes: readonly Cube[],
  stretch: Stretch,
  candidates: ReadonlySet<string>,
): Promise<ReadonlySet<string>> => {
  const read = new Set(cubes.flatMap((cube) => Object.keys(cube.reads)));
  const changed = new Set<string>();
  for (const name of candidates) {
    if (!read.has(name)) continue;
    if ((await connection.keep(changedName(name), changedSql(name, stretch))) > 0) changed.add(name);
  }
  return changed;
};

/**
 * Books a stretch of the log on the cubes: entries, and the balances with them. `candidates` are the fact tables
 * in which something may have changed. Runs inside the caller's transaction.
 */
export const postCubes = async (
  connection: Connection,
  catalogue: Catalogue,
  stretch: Stretch,
  candidates: ReadonlySet<string>,
): Promise<void> => {
  const changed = await prepareChanges(connection, catalogue.cubes, stretch, candidates);
  const touched: Cube[] = [];
  for (const cube of catalogue.cubes) {
    if (!Object.keys(cube.reads).some((name) => changed.has(name))) continue;
    if ((await prepareScope(connection, cube, scopeSql(cube, { ...stretch, changed }))) > 0)
      touched.push(cube);
  }
  const columns = new Map(factTables(catalogue).flatMap(factColumns));
  const repeated = touched.length > 0 ? await repeatedIn(connection) : new Map<string, string>();
  for (const copy of nearSql(touched, columns, repeated)) await connection.run(copy);
  for (const cube of touched) {
    await bookEntries(connection, cube, { scope: scopeName(cube), table: nearName, repeated });
  }
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
  await prepareScope(connection, cube, scopeSql(cube, { after: 0n, upTo }));
  const source = await everything(connection, cube);
  for (let number = 0; number < buckets; number++) {
    const scope = `(from ${source.scope} where hash(subject) % ${buckets} = ${number})`;
    await connection.run(
      `insert into delta ${entriesSql(cube, buckets === 1 ? source : { ...source, scope })}`,
    );
  }
  const columns = quoted(["segment", ...keyColumns(cube)]);
  // Each bucket's entries are summed already; several buckets may have entries of the same cell.
  const summed =
    buckets === 1 ? "delta" : `(select known_on, cause, ${columns}, ${sums(cube)} from delta group by all)`;
  await connection.run(
    `insert into entry.${cube.name} select * from ${summed} where ${anyAmount(cube)} order by known_on, segment`,
  );
  await connection.run(`insert into settled.${cube.name}
    select * from (select ${columns}, ${sums(cube)} from delta group by all) where ${anyAmount(cube)} order by segment`);
  await connection.run(noteExtent(cube));
  await connection.run(`drop table delta; drop table if exists ${scopeName(cube)}`);
};

/** Recomputes a cube from facts as known at the end of a day, into the temporary table `recomputed`. */
export const recomputeCube = async (
  connection: Connection,
  cube: Cube,
  asOf: bigint,
  day: string,
): Promise<void> => {
  await prepareScope(connection, cube, wholeScopeSql(cube, asOf, day));
  const source = await everything(connection, cube);
  await connection.run(`create or replace temp table recomputed as ${entriesSql(cube, source)}`);
};
