import { type BatchTables, changedName, scopeName, stagedName } from "./batch-names.ts";
import { quoted } from "./cell-sql.ts";
import { batchChanges, changesSince } from "./changes-sql.ts";
import { compactBalances, mergedBalances } from "./compact-balances.ts";
import { type Cube, tableOf, tablesRead } from "./cube.ts";
import { entriesSql } from "./entries-sql.ts";
import { factColumns } from "./fact-tables.ts";
import { amountColumns, type Catalogue, factTables, keyColumns } from "./model.ts";
import { namesInRule } from "./names-in-rule.ts";
import { notePeriodCoverage } from "./period-coverage.ts";
import type { AsOfSource, Repeated } from "./reads-sql.ts";
import { repeatedIn } from "./repeated-things.ts";
import { scopeSql } from "./scope-sql.ts";
import { type ReadingSql, stagedFactsSql } from "./staged-facts-sql.ts";
import type { Writer } from "./writer.ts";

/** Statements that post a batch: they do not change from one to the next. */
export type Posting = {
  /** The temporary tables of each fact table that the cubes read. */
  readonly tables: ReadonlyMap<string, BatchTables>;
  readonly scopes: ReadonlyMap<Cube, Readonly<Record<"DAY" | "DAYS", string>>>;
  /** The staged facts of each fact table: those on which the versions in scope rest. */
  readonly stagedFacts: ReadonlyMap<string, ReadingSql>;
};

/** The temporary table of a cube's entries of a batch. */
const entriesName = (cube: Cube): string => `entries_${cube.name}`;

const stagedSource = (cube: Cube, repeated: Repeated): AsOfSource => ({
  mode: "AS_OF",
  scope: scopeName(cube),
  table: stagedName,
  repeated,
});

/** Whether facts in these tables can post something on a cube: a lookup posts nothing by itself. */
export const canPost = (cube: Cube, tables: Pick<ReadonlySet<string>, "has">): boolean =>
  Object.entries(cube.reads).some(
    ([name, read]) => read.lookup === undefined && tables.has(tableOf(cube, name)),
  );

const scopeUses = (cube: Cube): readonly string[] => [
  ...tablesRead(cube).flatMap((name) => [changedName(name), `fact.${name}`]),
  "model.cube",
  "model.known_day",
];

const postingOf = async (
  writer: Writer,
  catalogue: Catalogue,
  cubes: readonly Cube[],
  tables: ReadonlyMap<string, BatchTables>,
): Promise<Posting> => {
  const read = new Set(cubes.flatMap(tablesRead));
  const names = new Map<Cube, ReadonlySet<string>>();
  for (const cube of cubes) names.set(cube, await namesInRule(writer, cube));
  return {
    tables: new Map([...tables].filter(([name]) => read.has(name))),
    scopes: new Map(
      cubes.map((cube) => [cube, { DAY: scopeSql(cube, "DAY"), DAYS: scopeSql(cube, "DAYS") }] as const),
    ),
    stagedFacts: stagedFactsSql(names, new Map(factTables(catalogue).flatMap(factColumns))),
  };
};

/**
 * Makes the temporary tables in which batches are posted, on the cubes that have something to post; `tables` are those
 * of a batch for each fact table that is not empty. What was made before for fewer of them stays.
 */
export const declarePosting = async (
  writer: Writer,
  catalogue: Catalogue,
  tables: ReadonlyMap<string, BatchTables>,
): Promise<Posting> => {
  const cubes = catalogue.cubes.filter((cube) => canPost(cube, tables));
  const posting = await postingOf(writer, catalogue, cubes, tables);
  for (const name of new Set(cubes.flatMap(tablesRead))) {
    // A batch changes nothing in a table without facts, but scopes name it.
    const batch = tables.get(name) ?? { began: `fact.${name}`, ended: "" };
    const uses = [batch.began, batch.ended, `fact.${name}`, "model.correction"].filter(Boolean);
    await writer.declare(changedName(name), batchChanges(name, batch, false), uses);
  }
  for (const [cube, { DAY }] of posting.scopes) await writer.declare(scopeName(cube), DAY, scopeUses(cube));
  for (const [name, { sql, uses }] of posting.stagedFacts)
    await writer.declare(stagedName(name), sql, [...uses, `fact.${name}`]);
  const repeated = await repeatedIn(writer);
  for (const cube of cubes) {
    const uses = [scopeName(cube), ...tablesRead(cube).map(stagedName)];
    await writer.declare(entriesName(cube), entriesSql(cube, stagedSource(cube, repeated)), uses);
    await writer.declare(...mergedBalances(cube));
  }
  return posting;
};

const postEntries = async (writer: Writer, cube: Cube, repeated: Repeated): Promise<void> => {
  const entries = entriesName(cube);
  if ((await writer.keep(entries, entriesSql(cube, stagedSource(cube, repeated)))) === 0) return;
  const columns = quoted(["segment", ...keyColumns(cube), ...amountColumns(cube).map(({ name }) => name)]);
  for (const [table, from] of [
    [`entry.${cube.name}`, `from ${entries}`],
    [`pending.${cube.name}`, `select ${columns} from ${entries}`],
  ] as const)
    await writer.run(`insert into ${table} ${from}`, [], [table, entries]);
  await notePeriodCoverage(writer, cube, entries);
  await compactBalances(writer, cube);
};

/** What a batch did: facts began and ended in these fact tables. */
export type BatchChanges = {
  readonly began: ReadonlySet<string>;
  readonly ended: ReadonlySet<string>;
};

/** Keeps what a batch changed in the fact tables that these cubes read. */
export const keepBatchChanges = async (
  writer: Writer,
  { tables }: Posting,
  cubes: readonly Cube[],
  { began, ended }: BatchChanges,
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

/** Whether something changed in what a cube reads, and can be posted on it. */
export const isTouched = (posting: Posting, cube: Cube, ...changed: ReadonlySet<string>[]): boolean =>
  posting.scopes.has(cube) && tablesRead(cube).some((name) => changed.some((names) => names.has(name)));

/**
 * Posts on cubes what was kept of the changes after the position to which they are all posted: entries, and the
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
  for (const [name, { sql }] of posting.stagedFacts)
    if (read.has(name)) await writer.keep(stagedName(name), sql);
  const repeated = await repeatedIn(writer);
  for (const cube of touched) await postEntries(writer, cube, repeated);
};
