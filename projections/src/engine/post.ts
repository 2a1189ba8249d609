import { type Cube, tableOf, tablesRead } from "./cube.ts";
import type { Connection } from "./database.ts";
import { expandRule } from "./expand-rule.ts";
import { factColumns } from "./fact-sql.ts";
import {
  amountColumns,
  bookedDimensions,
  type Catalogue,
  dimensionType,
  factTables,
  keyColumns,
} from "./model.ts";
import { namesInRule } from "./names-in-rule.ts";
import {
  type BatchTables,
  batchChanges,
  changedName,
  changesSince,
  nearName,
  nearSql,
  type Repeated,
  readsSql,
  type Source,
  scopeName,
  scopeSql,
  wholeScopeSql,
} from "./scope.ts";
import { firstVersionSql, lastVersionSql } from "./version-span.ts";
import type { Writer } from "./writer.ts";

/** Names as SQL lists them. */
export const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");

/** A cell's keys, and what one life adds to it: each amount, and its key where it counts protected units. */
export const keyed = (cube: Cube): string =>
  [
    ...cube.hidden.map((name) => `m."${name}"${name === "period_mask" ? "::utinyint" : ""} as "${name}"`),
    ...bookedDimensions(cube).map((id) => {
      const type = dimensionType(id);
      return `coalesce(m."${id}"::${type}, '_U'::${type}) as "${id}"`;
    }),
    ...Object.entries(cube.measures).flatMap(([name, measure]) => [
      `m."${name}"`,
      ...(measure.isProtected ? [`m."${name}" * m.unit_key as "${name}_key"`] : []),
    ]),
  ].join(", ");

/** A cell's keys and what a life adds to it, or takes back. */
const signed = (cube: Cube, sign: "+" | "-"): string =>
  [
    ...keyColumns(cube).map((name) => `k."${name}"`),
    ...amountColumns(cube).map(({ name }) => `${sign}k."${name}" as "${name}"`),
  ].join(", ");

/** The sum of each amount. */
export const sums = (cube: Cube): string =>
  amountColumns(cube)
    .map(({ name, type }) => `sum("${name}")::${type} as "${name}"`)
    .join(", ");

/** Whether a cell has anything but zeros. */
export const anyAmount = (cube: Cube): string =>
  amountColumns(cube)
    .map(({ name }) => `"${name}" <> 0`)
    .join(" or ");

/** SQL of what each life measures, in cells: a `with` that ends in the relation `keyed`. */
const keyedSql = (cube: Cube, source: Source, rule: string): string => `with ${readsSql(cube, source)},
  measured as (${rule}),
  keyed as materialized (
    select m.version_id, d.segment, ${keyed(cube)} from measured m join model.calendar_day d on d.day = m.posted_on
  )`;

const signedSql = (cube: Cube, source: Source, rule: string): string => `
  ${keyedSql(cube, source, rule)},
  signed as (
    select s.plus_on as known_on, s.plus_reason as revision_reason, k.segment, ${signed(cube, "+")}
    from keyed k join ${source.scope} s using (version_id) where s.plus_on is not null
    union all
    select s.minus_on, s.minus_reason, k.segment, ${signed(cube, "-")}
    from keyed k join ${source.scope} s using (version_id) where s.minus_on is not null
  )`;

/**
 * SQL of what the lives in scope add and take back, not summed: what each life measures is added on the day it became
 * known and taken back on the day it was known otherwise.
 */
export const lifeEntriesSql = (cube: Cube, source: Source, rule = expandRule(cube, "VERSIONS")): string =>
  `${signedSql(cube, source, rule)}
  from signed`;

/** SQL of what spans of versions add where they begin and take back where they end, not summed. */
export const spanEntriesSql = (cube: Cube, source: Source): string => `
  ${keyedSql(cube, source, expandRule(cube, "SHARED_ROWS"))}
  select s.plus_on as known_on, s.plus_reason as revision_reason, k.segment, ${signed(cube, "+")}
  from keyed k join ${source.scope} s on s.version_id = ${firstVersionSql("k.version_id")}
  union all
  select s.minus_on, s.minus_reason, k.segment, ${signed(cube, "-")}
  from keyed k join ${source.scope} s on s.version_id = ${lastVersionSql("k.version_id")} where s.minus_on is not null`;

/** SQL of the cube's entries for the lives in scope: the same, summed. Zeros are dropped. */
const entriesSql = (cube: Cube, source: Source): string =>
  `${signedSql(cube, source, expandRule(cube, "VERSIONS"))},
  summed as (select known_on, revision_reason, segment, ${quoted(keyColumns(cube))}, ${sums(cube)} from signed group by all)
  from summed where ${anyAmount(cube)}`;

/** The tables in which a thing has had more than one fact at a time. */
export const repeatedIn = async (connection: Connection): Promise<Repeated> =>
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

/** Rows of recent changes at which they are merged into the settled balances. */
const SETTLE_AT = 50_000;

const settlingName = (cube: Cube): string => `settling_${cube.name}`;

const settlingSql = (cube: Cube): string =>
  `select ${quoted(["segment", ...keyColumns(cube)])}, ${sums(cube)} from balance.${cube.name} group by all`;

/** Merges the recent changes of a cube into its settled balances, when they have become `many`. */
export const settle = async (connection: Connection, cube: Cube, many = SETTLE_AT): Promise<void> => {
  const [{ changes = 0 } = {}] = await connection.all(`select count(*) as changes from pending.${cube.name}`);
  if (Number(changes) < many) return;
  const settling = settlingName(cube);
  await connection.keep(settling, settlingSql(cube));
  await connection.run(`delete from compacted.${cube.name}`);
  await connection.run(`delete from pending.${cube.name}`);
  await connection.run(
    `insert into compacted.${cube.name} from ${settling} where ${anyAmount(cube)} order by segment`,
  );
};

/** Notes the first and last segment that each measure's entries in `delta` speak of. */
export const noteExtent = (cube: Cube, delta: string): string => `merge into model.period_coverage e
  using (
    select measure, min(segment) as first_segment, max(segment) as last_segment
    from (${Object.keys(cube.measures)
      .map((measure) => `select '${measure}' as measure, segment from ${delta} where "${measure}" <> 0`)
      .join(" union all ")})
    group by measure
  ) d
  on e.cube = '${cube.name}' and e.measure = d.measure
  when matched then update set first_segment = least(e.first_segment, d.first_segment), last_segment = greatest(e.last_segment, d.last_segment)
  when not matched then insert values ('${cube.name}', d.measure, d.first_segment, d.last_segment)`;

/** Statements that book a batch: they do not change from one to the next. */
export type Posting = {
  /** The temporary tables of each fact table that the cubes read. */
  readonly tables: ReadonlyMap<string, BatchTables>;
  readonly scopes: ReadonlyMap<Cube, Readonly<Record<"DAY" | "DAYS", string>>>;
  /** The facts near to the lives in scope. */
  readonly near: ReadonlyMap<string, string>;
};

const deltaName = (cube: Cube): string => `delta_${cube.name}`;

const near = (cube: Cube, repeated: Repeated): Source => ({
  scope: scopeName(cube),
  table: nearName,
  repeated,
});

/** Whether facts in these tables can book something on a cube: what only describes books nothing by itself. */
export const booksOn = (cube: Cube, tables: Pick<ReadonlySet<string>, "has">): boolean =>
  Object.entries(cube.reads).some(
    ([name, read]) => read.lookup === undefined && tables.has(tableOf(cube, name)),
  );

/**
 * Makes the temporary tables in which batches are booked, on the cubes that have something to book; `tables` are
 * those of a batch for each fact table that is not empty. What was made before for fewer of them stays.
 */
export const declarePosting = async (
  writer: Writer,
  catalogue: Catalogue,
  tables: ReadonlyMap<string, BatchTables>,
): Promise<Posting> => {
  const cubes = catalogue.cubes.filter((cube) => booksOn(cube, tables));
  const read = new Set(cubes.flatMap(tablesRead));
  const names = new Map<Cube, ReadonlySet<string>>();
  for (const cube of cubes) names.set(cube, await namesInRule(writer, cube));
  const posting: Posting = {
    tables: new Map([...tables].filter(([name]) => read.has(name))),
    scopes: new Map(
      cubes.map((cube) => [cube, { DAY: scopeSql(cube, "DAY"), DAYS: scopeSql(cube, "DAYS") }] as const),
    ),
    near: nearSql(names, new Map(factTables(catalogue).flatMap(factColumns))),
  };
  for (const name of read) {
    // A batch changes nothing in a table without facts, but scopes name it.
    const batch = tables.get(name) ?? { began: `fact.${name}`, ended: "" };
    await writer.declare(changedName(name), batchChanges(name, batch, false));
  }
  for (const [cube, { DAY }] of posting.scopes) await writer.declare(scopeName(cube), DAY);
  for (const [name, sql] of posting.near) await writer.declare(nearName(name), sql);
  const repeated = await repeatedIn(writer);
  for (const cube of cubes) await writer.declare(deltaName(cube), entriesSql(cube, near(cube, repeated)));
  for (const cube of cubes) await writer.declare(settlingName(cube), settlingSql(cube));
  return posting;
};

const bookEntries = async (writer: Writer, cube: Cube, repeated: Repeated): Promise<void> => {
  const delta = deltaName(cube);
  if ((await writer.keep(delta, entriesSql(cube, near(cube, repeated)))) === 0) return;
  const columns = quoted(["segment", ...keyColumns(cube), ...amountColumns(cube).map(({ name }) => name)]);
  await writer.run(`insert into entry.${cube.name} from ${delta}`);
  await writer.run(`insert into pending.${cube.name} select ${columns} from ${delta}`);
  await writer.run(noteExtent(cube, delta));
  await settle(writer, cube);
};

/** What a batch did: facts began and ended in these fact tables. */
export type BatchExtent = {
  readonly began: ReadonlySet<string>;
  readonly ended: ReadonlySet<string>;
};

/** Keeps what a batch changed in the fact tables that these cubes read. */
export const keepBatchChanges = async (
  writer: Writer,
  { tables }: Posting,
  cubes: readonly Cube[],
  { began, ended }: BatchExtent,
): Promise<void> => {
  for (const name of new Set(cubes.flatMap(tablesRead))) {
    const batch = tables.get(name);
    if (!batch || !(began.has(name) || ended.has(name))) continue;
    await writer.keep(changedName(name), batchChanges(name, batch, ended.has(name)));
  }
};

/** Keeps all that changed in them after a position; resolves to the tables in which something did. */
export const keepChangesSince = async (
  writer: Writer,
  cubes: readonly Cube[],
  after: bigint,
): Promise<ReadonlySet<string>> => {
  const changed = new Set<string>();
  for (const name of new Set(cubes.flatMap(tablesRead)))
    if ((await writer.keep(changedName(name), changesSince(name, "$1"), [after])) > 0) changed.add(name);
  return changed;
};

/** Whether something changed in what a cube reads, and can be booked on it. */
export const isTouched = (posting: Posting, cube: Cube, ...changed: ReadonlySet<string>[]): boolean =>
  posting.scopes.has(cube) && tablesRead(cube).some((name) => changed.some((names) => names.has(name)));

/**
 * Books on cubes what was kept of the changes after the position to which they are all booked: entries, and the
 * balances with them. Runs inside the caller's transaction, before it moves the checkpoint and the cubes' positions.
 */
export const postCubes = async (
  writer: Writer,
  posting: Posting,
  cubes: readonly Cube[],
  after: bigint,
): Promise<void> => {
  const [{ days = 0 } = {}] = await writer.all(
    `select count(*) as days from model.known_day where last_position > ${after}`,
  );
  const touched: Cube[] = [];
  for (const cube of cubes) {
    const scope = posting.scopes.get(cube);
    if (scope && (await writer.keep(scopeName(cube), days === 1 ? scope.DAY : scope.DAYS)) > 0)
      touched.push(cube);
  }
  if (touched.length === 0) return;
  const read = new Set(touched.flatMap(tablesRead));
  for (const [name, sql] of posting.near) if (read.has(name)) await writer.keep(nearName(name), sql);
  const repeated = await repeatedIn(writer);
  for (const cube of touched) await bookEntries(writer, cube, repeated);
};

/** Recomputes a cube from facts as known at the end of a day, into the temporary table `recomputed`. */
export const recomputeCube = async (
  connection: Connection,
  cube: Cube,
  asOf: bigint,
  day: string,
): Promise<void> => {
  await connection.keep(scopeName(cube), wholeScopeSql(cube, asOf, day));
  const source = await everything(connection, cube);
  await connection.run(`create or replace temp table recomputed as ${entriesSql(cube, source)}`);
};
