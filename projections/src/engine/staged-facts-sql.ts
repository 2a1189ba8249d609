import { scopeName, stagedName } from "./batch-names.ts";
import { type Cube, parentColumn, parents, tableOf, tablesRead } from "./cube.ts";
import { inDependencyOrder } from "./reads-sql.ts";
import { thingKeys } from "./thing-keys.ts";

/** What a batch needs of a fact table. */
type Staged = {
  /** The fact tables whose staged facts it needs first. */
  readonly dependsOn: Set<string>;
  /** By column, the queries of the values that are looked for. */
  readonly sources: Map<string, Set<string>>;
  /** The names in the rules that read the table. */
  readonly names: Set<string>;
  readonly cubes: Set<Cube>;
};

const addSource = ({ sources }: Staged, column: string, source: string): void => {
  sources.set(column, (sources.get(column) ?? new Set()).add(source));
};

/** Whether a table depends on another, by itself or through what it depends on. */
const dependsOnTable = (tables: ReadonlyMap<string, Staged>, name: string, other: string): boolean =>
  name === other ||
  [...(tables.get(name)?.dependsOn ?? [])].some((parent) => dependsOnTable(tables, parent, other));

/** The values of a column of a read, looked up in the facts themselves. */
const lookedUp = (cube: Cube, name: string, column: string): string => {
  const read = cube.reads[name] ?? {};
  const conditions = parents(read).map(
    (parent) => `${read.on} in (${lookedUp(cube, parent, parentColumn(read))})`,
  );
  if (read.subject !== undefined)
    conditions.push(`${read.subject} in (select subject from ${scopeName(cube)})`);
  return `select ${column} from fact.${tableOf(cube, name)} where ${conditions.join(" or ")}`;
};

/** The columns of a read by which it joins to others, and others to it. */
const linkColumns = (cube: Cube, name: string): readonly string[] => [
  ...[cube.reads[name]?.on ?? []].flat(),
  ...Object.values(cube.reads).flatMap((read) => (parents(read).includes(name) ? [parentColumn(read)] : [])),
];

const addRead = (tables: Map<string, Staged>, cube: Cube, relation: string): void => {
  const read = cube.reads[relation] ?? {};
  const name = tableOf(cube, relation);
  const table = tables.get(name);
  if (!table) return;
  for (const column of linkColumns(cube, relation)) table.names.add(column);
  if (read.subject !== undefined) addSource(table, read.subject, `select subject from ${scopeName(cube)}`);
  for (const parent of parents(read)) {
    // One cube goes from a course to its trainees, another from a trainee to the course: one of them looks twice.
    const parentTable = tableOf(cube, parent);
    const isTurned = dependsOnTable(tables, parentTable, name);
    if (!isTurned) table.dependsOn.add(parentTable);
    const column = parentColumn(read);
    const from = isTurned
      ? lookedUp(cube, parent, column)
      : `select ${column} from ${stagedName(parentTable)}`;
    addSource(table, read.on ?? "", from);
  }
};

const neededFacts = (cubes: ReadonlyMap<Cube, ReadonlySet<string>>): ReadonlyMap<string, Staged> => {
  const tables = new Map<string, Staged>();
  for (const [cube, names] of cubes) {
    for (const name of tablesRead(cube)) {
      const table = tables.get(name) ?? {
        dependsOn: new Set(),
        sources: new Map(),
        names: new Set(),
        cubes: new Set(),
      };
      tables.set(name, table);
      table.cubes.add(cube);
      for (const each of names) table.names.add(each);
    }
    for (const relation of Object.keys(cube.reads)) addRead(tables, cube, relation);
  }
  return tables;
};

/** The SQL of a statement, and the tables that it reads. */
export type ReadingSql = { readonly sql: string; readonly uses: readonly string[] };

const usesOf = ({ dependsOn, cubes }: Staged): readonly string[] => [
  ...[...dependsOn].map(stagedName),
  ...[...cubes].flatMap((cube) => [scopeName(cube), ...tablesRead(cube).map((name) => `fact.${name}`)]),
];

/**
 * SQL that copies the facts on which the versions in the scopes of these cubes rest, table by table, so that a batch
 * looks through each table once and its rules then run on a few rows. A copy may hold more rows than one cube needs, and
 * only the columns whose names a rule uses: reading the others would cost most of the time. `cubes` has the names in
 * the rule of each (`namesInRule`), `columns` the columns of each fact table.
 */
export const stagedFactsSql = (
  cubes: ReadonlyMap<Cube, ReadonlySet<string>>,
  columns: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, ReadingSql> => {
  const tables = neededFacts(cubes);
  const order = inDependencyOrder(
    [...tables].map(([name, { dependsOn }]) => [name, [...dependsOn]] as const),
  );
  return new Map(
    order.flatMap((name) => {
      const table = tables.get(name);
      if (!table) return [];
      const key = thingKeys.get(name);
      const own = (columns.get(name) ?? []).filter((column) => table.names.has(column) || column === key);
      const kept = [...new Set(["position", "superseded_position", ...own])].map((column) => `"${column}"`);
      const conditions = [...table.sources].map(
        ([column, from]) => `${column} in (${[...from].join(" union ")})`,
      );
      const sql = `select ${kept.join(", ")} from fact.${name} where ${conditions.join(" or ")}`;
      return [[name, { sql, uses: usesOf(table) }] as const];
    }),
  );
};
