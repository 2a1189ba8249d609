import type { Cube, Read } from "./cube.ts";
import { singleKeys } from "./fact-sql.ts";

/** The stretch of the log whose facts are to be booked: after `after`, up to and with `upTo`. */
export type Stretch = {
  readonly after: bigint;
  /**
   * The fact tables in which something began or ended in the stretch, each with its changes in a table
   * `changed_…` that `changedSql` made; where it is not said, any table may have changed.
   */
  readonly changed?: ReadonlySet<string>;
  readonly upTo: bigint;
};

const parents = (read: Read): readonly string[] => (read.via === undefined ? [] : [read.via].flat());

const parentColumn = (read: Read): string => read.parentOn ?? read.on ?? "";

/** SQL of what began and what ended in a fact table in a stretch, with the position and day of the change and its cause. */
export const changedSql = (name: string, { after, upTo }: Stretch): string => `
  select f.*, f.position as changed_at, f.known_on as changed_on, case when f.corrects is not null then 'CORRECTION' end as cause
    from fact.${name} f where f.position > ${after} and f.position <= ${upTo}
  union all
  select f.*, f.superseded_at, coalesce(c.known_on, f.known_on), case when c.is_retraction then 'RETRACTION' else 'CORRECTION' end
    from fact.${name} f left join model.correction c on c.position = f.superseded_at
    where f.superseded_at > ${after} and f.superseded_at <= ${upTo}`;

/**
 * In a rebuild, what describes a subject matters only where it changed after the first fact that it describes:
 * that spares most of the days. In a live batch finding out would cost more.
 */
const described = (read: Read, parent: string, { after }: Stretch): string =>
  read.lookup === true && after === 0n
    ? `join (select ${parentColumn(read)} as link, min(position) as since from fact.${parent} group by 1) d
      on d.link = c.link and c.changed_at > d.since`
    : "";

const CHANGE = ["changed_at", "changed_on", "effective_on", "cause", "is_lookup"];

/**
 * SQL of the changes that reach a read, its own and those of what hangs on it, each with what `upward` names: the
 * subject, or the column by which the read itself hangs on another. Undefined where there is none.
 */
const changesReaching = (cube: Cube, name: string, upward: string, stretch: Stretch): string | undefined => {
  const own = cube.reads[name];
  const changed = stretch.changed ? changedName(name) : `(${changedSql(name, stretch)})`;
  const beginning = `select ${upward} as link, f.changed_at, f.changed_on, f.effective_on, f.cause, ${own?.lookup === true} as is_lookup from ${changed} f`;
  const found = stretch.changed?.has(name) === false ? [] : [beginning];
  for (const [child, read] of Object.entries(cube.reads)) {
    if (!parents(read).includes(name)) continue;
    const below = changesReaching(cube, child, `f.${read.on}`, stretch);
    if (below === undefined) continue;
    // A live batch changes little: `in` says so to DuckDB, which would else hash the whole table.
    const near = stretch.changed
      ? `(from fact.${name} where ${parentColumn(read)} in (select link from (${below})))`
      : `fact.${name}`;
    found.push(
      `select ${upward} as link, ${CHANGE.map((column) => `c.${column}`).join(", ")} from ${near} f
       join (${below}) c on c.link = f.${parentColumn(read)} ${described(read, name, stretch)}`,
    );
  }
  return found.length > 0 ? found.join("\n  union all\n  ") : undefined;
};

const changesOf = (cube: Cube, stretch: Stretch): readonly string[] =>
  Object.entries(cube.reads).flatMap(([name, read]) =>
    read.subject === undefined ? [] : (changesReaching(cube, name, read.subject, stretch) ?? []),
  );

/** The gravest of the causes of a day's changes. */
const CAUSE = `(case when bool_or(cause = 'RETRACTION') then 'RETRACTION' when bool_or(cause = 'CORRECTION') then 'CORRECTION'
  when bool_or(cause = 'LATE') then 'LATE' else 'ROUTINE' end)::model.cause`;

/** In a rebuild most subjects changed on one day only; telling them apart first spares the sorting of all. */
const onceSql = `brief as materialized (
    select subject, min(known_on) as known_on, min(as_of) as first_as_of, max(as_of) as last_as_of,
      bool_and(is_lookup) as is_lookup, ${CAUSE} as cause
    from dated group by subject
  ),
  often as (select subject from brief where first_as_of <> last_as_of),
  `;

/**
 * SQL of the cube's scope for a stretch of the log: one row per subject and moment of knowledge whose life has
 * to be read, `(life_id, subject, as_of, plus_on, plus_cause, minus_on, minus_cause)`. A subject touched by the
 * stretch has one row before it and one for each day on which it changed. Undefined where nothing the cube
 * reads has changed.
 */
export const scopeSql = (cube: Cube, stretch: Stretch): string | undefined => {
  const changes = changesOf(cube, stretch);
  if (changes.length === 0) return undefined;
  const isFirst = stretch.after === 0n;
  return `
  with change as (${changes.join("\n  union all\n  ")}),
  dated as (
    select c.link as subject, d.known_on, d.last_position as as_of, c.is_lookup,
      coalesce(c.cause, case when c.effective_on <= d.released_to then 'LATE' else 'ROUTINE' end) as cause
    from change c join model.known_day d on d.known_on = c.changed_on
    where c.link is not null
  ),
  ${isFirst ? onceSql : ""}daily as (
    select subject, known_on, as_of, bool_and(is_lookup) as is_lookup, ${CAUSE} as cause
    from dated ${isFirst ? "where subject in (from often)" : ""} group by subject, known_on, as_of
  ),
  life as (
    select subject, as_of, known_on as plus_on, cause as plus_cause,
      lead(known_on) over following as minus_on, lead(cause) over following as minus_cause
    from daily window following as (partition by subject order by known_on)
    ${isFirst ? "qualify known_on >= min(known_on) filter (not is_lookup) over (partition by subject)" : ""}
    union all
    ${
      isFirst
        ? "select subject, first_as_of, known_on, cause, null, null from brief where first_as_of = last_as_of and not is_lookup"
        : `select subject, ${stretch.after}, null, null, min(known_on), arg_min(cause, known_on) from daily group by subject`
    }
  )
  select (row_number() over ())::integer as life_id, * from life`;
};

/** SQL of a scope that reads every subject once, as known at `asOf`: a recomputation from facts. */
export const wholeScopeSql = (cube: Cube, asOf: bigint, day: string): string => {
  const subjects = Object.entries(cube.reads)
    .filter(([, read]) => read.subject !== undefined && read.lookup !== true)
    .map(([name, read]) => `select ${read.subject} as subject from fact.${name} where position <= ${asOf}`);
  return `select (row_number() over ())::integer as life_id, subject, ${asOf} as as_of,
    date '${day}' as plus_on, 'ROUTINE'::model.cause as plus_cause, null::date as minus_on, null::model.cause as minus_cause
    from (select distinct subject from (${subjects.join(" union all ")})) where subject is not null`;
};

const VISIBLE = "f.position <= s.as_of and f.superseded_at > s.as_of";

/** Tables in which one thing has more than one visible fact, and the column that names the thing. */
export type Repeated = ReadonlyMap<string, string>;

/** Where a rule finds its lives and facts: the whole tables, or copies of what a batch needs. */
export type Source = {
  readonly scope: string;
  readonly table: (name: string) => string;
  readonly repeated: Repeated;
};

/** Whether a life has at most one row of a read: then what hangs on it need not be told apart. */
const isSingle = (cube: Cube, name: string): boolean => {
  const read = cube.reads[name];
  const key = singleKeys.get(name);
  if (read?.subject !== undefined) return read.subject === "event_id" || read.subject === key;
  const [parent, ...others] = read ? parents(read) : [];
  return parent !== undefined && others.length === 0 && read?.on === key && isSingle(cube, parent);
};

const readSql = (cube: Cube, name: string, { scope, table, repeated }: Source): string => {
  const read = cube.reads[name] ?? {};
  const key = repeated.get(name);
  const last =
    key === undefined
      ? ""
      : ` qualify f.position = max(f.position) over (partition by s.life_id, f."${key}")`;
  if (read.subject !== undefined) {
    return `${name} as (select s.life_id, s.as_of, f.* exclude (subject_of) from ${scope} s
      join (select *, ${read.subject} as subject_of from ${table(name)}) f on f.subject_of = s.subject and ${VISIBLE}${last})`;
  }
  const links = parents(read).map(
    (parent) => `select life_id, as_of, ${parentColumn(read)} as link from ${parent}`,
  );
  const [only = ""] = links;
  const linked =
    links.length > 1
      ? links.join(" union ")
      : isSingle(cube, parents(read)[0] ?? "")
        ? only
        : `select distinct * from (${only})`;
  return `${name} as (select s.life_id, s.as_of, f.* from (${linked}) s join ${table(name)} f on f.${read.on} = s.link and ${VISIBLE}${last})`;
};

/** The reads of a cube, each after those that it hangs on. */
const inOrder = (reads: readonly (readonly [string, readonly string[]])[]): readonly string[] => {
  const done: string[] = [];
  const left = new Map(reads);
  while (left.size > 0) {
    const ready = [...left].find(([, hangsOn]) => hangsOn.every((parent) => !left.has(parent)));
    if (!ready) throw new RangeError(`these reads wait for each other: ${[...left.keys()].join(", ")}`);
    done.push(ready[0]);
    left.delete(ready[0]);
  }
  return done;
};

/**
 * The relations a rule reads, each a fact table cut to the lives in scope: `life_id` and the fact's own columns.
 * Of several facts of one type about one thing, the last recorded stands.
 */
export const readsSql = (cube: Cube, source: Source): string =>
  inOrder(Object.entries(cube.reads).map(([name, read]) => [name, parents(read)] as const))
    .map((name) => readSql(cube, name, source))
    .join(",\n");

/** The names of a cube's scope, and of the changes and the copy of a fact table, while a batch is booked. */
export const changedName = (table: string): string => `changed_${table}`;
export const scopeName = (cube: Cube): string => `scope_${cube.name}`;
export const nearName = (table: string): string => `near_${table}`;

type Wanted = { readonly hangsOn: Set<string>; readonly conditions: Set<string>; words: string };

const wantedTables = (cubes: readonly Cube[]): ReadonlyMap<string, Wanted> => {
  const tables = new Map<string, Wanted>();
  for (const cube of cubes) {
    const words = `${cube.sql} ${JSON.stringify(cube.reads)}`;
    for (const [name, read] of Object.entries(cube.reads)) {
      const table = tables.get(name) ?? { hangsOn: new Set(), conditions: new Set(), words: "" };
      tables.set(name, table);
      table.words += ` ${words}`;
      if (read.subject !== undefined) {
        table.conditions.add(`${read.subject} in (select subject from ${scopeName(cube)})`);
      }
      for (const parent of parents(read)) {
        table.hangsOn.add(parent);
        table.conditions.add(`${read.on} in (select ${parentColumn(read)} from ${nearName(parent)})`);
      }
    }
  }
  return tables;
};

/**
 * SQL that copies the facts on which the lives in the scopes of these cubes rest, table by table, so that a
 * batch looks through each table once and its rules then run on a few rows. A copy may hold more rows than one
 * cube needs, and only the columns whose names a rule says: reading the others would cost most of the time.
 */
export const nearSql = (
  cubes: readonly Cube[],
  columns: ReadonlyMap<string, readonly string[]>,
  repeated: Repeated,
): readonly string[] => {
  const tables = wantedTables(cubes);
  return inOrder([...tables].map(([name, { hangsOn }]) => [name, [...hangsOn]] as const)).map((name) => {
    const { conditions = new Set<string>(), words = "" } = tables.get(name) ?? {};
    const said = new Set(words.match(/\w+/g));
    const key = repeated.get(name);
    const own = (columns.get(name) ?? []).filter((column) => said.has(column) || column === key);
    const kept = new Set(["position", "superseded_at", ...own]);
    return `create or replace temp table ${nearName(name)} as
      select ${[...kept].map((column) => `"${column}"`).join(", ")} from fact.${name} where ${[...conditions].join(" or ")}`;
  });
};
