import { type Cube, parentColumn, parents, tableOf } from "./cube.ts";
import { FOREVER, singleKeys, thingKeys } from "./fact-sql.ts";

const CORRECTED = "case when f.corrects is not null then 'CORRECTION' end";
const ENDED = "case when c.is_retraction then 'RETRACTION' else 'CORRECTION' end";

/** Every beginning and end in a fact table after a position, with the position and day of each and its revision_reason. */
export const changesSince = (name: string, after: string): string => `
  select f.*, f.position as changed_position, f.known_on as changed_on, ${CORRECTED} as revision_reason from fact.${name} f where f.position > ${after}
  union all
  select f.*, f.superseded_position, coalesce(c.known_on, f.known_on), ${ENDED}
    from fact.${name} f left join model.correction c on c.position = f.superseded_position
    where f.superseded_position > ${after} and f.superseded_position < ${FOREVER}`;

/** The temporary tables of what a batch brought to a fact table, and of the positions of what it ended there. */
export type BatchTables = { readonly began: string; readonly ended: string };

/** What began in a fact table with a batch. */
const beginnings = ({ began }: BatchTables): string => `
  select f.*, f.position as changed_position, f.known_on as changed_on, ${CORRECTED} as revision_reason from ${began} f`;

/** The changes that a batch made in a fact table; looking for ends where there are none would read all of it. */
export const batchChanges = (name: string, tables: BatchTables, hasEnded: boolean): string =>
  hasEnded
    ? `${beginnings(tables)}
  union all
  select f.*, e.at, coalesce(c.known_on, f.known_on), ${ENDED}
    from fact.${name} f join ${tables.ended} e on e.position = f.position left join model.correction c on c.position = e.at`
    : beginnings(tables);

const CHANGE = ["changed_position", "changed_on", "effective_on", "revision_reason", "is_lookup"];

/**
 * SQL of the changes that reach a read, its own and those of what hangs on it, each with what `upward` names: the
 * subject, or the column by which the read itself hangs on another.
 */
const changesReaching = (cube: Cube, name: string, upward: string): string => {
  const own = cube.reads[name];
  const table = tableOf(cube, name);
  const found = [
    `select ${upward} as link, f.changed_position, f.changed_on, f.effective_on, f.revision_reason, ${own?.lookup !== undefined} as is_lookup from ${changedName(table)} f`,
  ];
  for (const [child, read] of Object.entries(cube.reads)) {
    if (!parents(read).includes(name)) continue;
    const below = changesReaching(cube, child, `f.${read.on}`);
    // A batch changes little: `in` says so to DuckDB, which would else hash the whole table.
    const near = `(from fact.${table} where ${parentColumn(read)} in (select link from (${below})))`;
    found.push(
      `select ${upward} as link, ${CHANGE.map((column) => `c.${column}`).join(", ")} from ${near} f
       join (${below}) c on c.link = f.${parentColumn(read)}`,
    );
  }
  return found.join("\n  union all\n  ");
};

const changesOf = (cube: Cube): string =>
  Object.entries(cube.reads)
    .flatMap(([name, read]) => (read.subject === undefined ? [] : changesReaching(cube, name, read.subject)))
    .join("\n  union all\n  ");

/** The gravest of the causes of a day's changes. */
const CAUSE = `(case when bool_or(revision_reason = 'RETRACTION') then 'RETRACTION' when bool_or(revision_reason = 'CORRECTION') then 'CORRECTION'
  when bool_or(revision_reason = 'LATE') then 'LATE' else 'ROUTINE' end)::model.revision_reason`;

/** Up to where a cube is booked. As a parameter DuckDB would plan the statement anew each time. */
const bookedTo = (cube: Cube): string => `(select position from model.cube where name = '${cube.name}')`;

/** Of one day only, each subject has a life after it and one before it; a window would cost most of the statement. */
const lifeOfDay = (cube: Cube): string => `
    select subject, as_of, known_on as plus_on, revision_reason as plus_reason, null::date as minus_on, null::model.revision_reason as minus_reason
    from daily
    union all select subject, ${bookedTo(cube)}, null, null, known_on, revision_reason from daily`;

const lifeOfDays = (cube: Cube): string => `
    select subject, as_of, known_on as plus_on, revision_reason as plus_reason,
      lead(known_on) over following as minus_on, lead(revision_reason) over following as minus_reason
    from daily window following as (partition by subject order by known_on)
    union all select subject, ${bookedTo(cube)}, null, null, min(known_on), arg_min(revision_reason, known_on) from daily group by subject`;

/** What a batch brought: one day of knowledge, or several. */
export type ScopeFor = "DAY" | "DAYS";

/**
 * SQL of the cube's scope for a batch, whose changes stand in tables `changed_…`: one row per subject and moment of
 * knowledge whose life has to be read, `(version_id, subject, as_of, plus_on, plus_reason, minus_on, minus_reason)`. A
 * subject has a row for each day on which it changed, and one of what was known before, up to where the cube was booked.
 */
export const scopeSql = (cube: Cube, scopeFor: ScopeFor): string => `
  with change as (${changesOf(cube)}),
  dated as (
    select c.link as subject, d.known_on, d.last_position as as_of, c.is_lookup,
      coalesce(c.revision_reason, case when c.effective_on <= d.released_to then 'LATE' else 'ROUTINE' end) as revision_reason
    from change c join model.known_day d on d.known_on = c.changed_on
    where c.link is not null
  ),
  daily as (
    select subject, known_on, as_of, bool_and(is_lookup) as is_lookup, ${CAUSE} as revision_reason
    from dated group by subject, known_on, as_of
  ),
  life as (${scopeFor === "DAY" ? lifeOfDay(cube) : lifeOfDays(cube)})
  select (row_number() over ())::integer as version_id, * from life`;

/** SQL of a scope that reads every subject once, as known at `asOf`: a recomputation from facts. */
export const wholeScopeSql = (cube: Cube, asOf: bigint, day: string): string => {
  const subjects = Object.entries(cube.reads)
    .filter(([, read]) => read.subject !== undefined && read.lookup === undefined)
    .map(
      ([name, read]) =>
        `select ${read.subject} as subject from fact.${tableOf(cube, name)} where position <= ${asOf}`,
    );
  return `select (row_number() over ())::integer as version_id, subject, ${asOf} as as_of,
    date '${day}' as plus_on, 'ROUTINE'::model.revision_reason as plus_reason, null::date as minus_on, null::model.revision_reason as minus_reason
    from (select distinct subject from (${subjects.join(" union all ")})) where subject is not null`;
};

const VISIBLE = "f.position <= s.as_of and f.superseded_position > s.as_of";
const STANDING = `f.superseded_position = ${FOREVER}`;

/** Tables in which one thing has more than one visible fact, and the column that names the thing. */
export type Repeated = ReadonlyMap<string, string>;

/** Where a rule finds its lives and facts: the whole tables, or copies of what a batch needs. */
export type Source = {
  readonly scope: string;
  readonly table: (name: string) => string;
  readonly repeated: Repeated;
  /** Reads of which all lives see the same: what stands now, read once and not for each life. */
  readonly shared?: ReadonlySet<string>;
};

/** Where a rule finds what stands now: no scope, for the subject itself is the life; those that `isAmong` says. */
export type Standing = Omit<Source, "scope"> & { readonly isAmong: (subject: string) => string };

/** Whether a life has at most one row of a read: then what hangs on it need not be told apart. */
const isSingle = (cube: Cube, name: string): boolean => {
  const read = cube.reads[name];
  const key = singleKeys.get(tableOf(cube, name));
  if (read?.subject !== undefined) return read.subject === "event_id" || read.subject === key;
  const [parent, ...others] = read ? parents(read) : [];
  return parent !== undefined && others.length === 0 && read?.on === key && isSingle(cube, parent);
};

/** Of several facts about one thing in a life, the last recorded; `key` names the thing where there may be several. */
const lastSql = (life: string, key: string | undefined): string =>
  key === undefined ? "" : ` qualify f.position = max(f.position) over (partition by ${life}f."${key}")`;

const readSql = (cube: Cube, name: string, source: Source | Standing): string => {
  const read = cube.reads[name] ?? {};
  const facts = source.table(tableOf(cube, name));
  const key = source.repeated.get(tableOf(cube, name));
  if (source.shared?.has(name)) {
    return `${name} as (select f.* from ${facts} f where ${STANDING}${lastSql("", key)})`;
  }
  const last = lastSql("s.version_id, ", key);
  const [visible, life] = "scope" in source ? [VISIBLE, "version_id, as_of"] : [STANDING, "version_id"];
  if (read.subject !== undefined) {
    return "scope" in source
      ? `${name} as (select s.version_id, s.as_of, f.* from ${source.scope} s
      join (select *, ${read.subject} as subject_of from ${facts}) f on f.subject_of = s.subject and ${visible}${last})`
      : `${name} as (select ${read.subject} as version_id, f.* from ${facts} f
      where ${visible}${source.isAmong(read.subject)}${lastSql(`${read.subject}, `, key)})`;
  }
  const links = parents(read).map((parent) => `select ${life}, ${parentColumn(read)} as link from ${parent}`);
  const [only = ""] = links;
  const linked =
    links.length > 1
      ? links.join(" union ")
      : isSingle(cube, parents(read)[0] ?? "")
        ? only
        : `select distinct * from (${only})`;
  return `${name} as (select s.* exclude (link), f.* from (${linked}) s join ${facts} f on f.${read.on} = s.link and ${visible}${last})`;
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
 * The relations a rule reads, each a fact table cut to the lives in scope: `version_id` and the fact's own columns.
 * Of several facts of one type about one thing, the last recorded stands.
 */
export const readsSql = (cube: Cube, source: Source | Standing): string =>
  inOrder(Object.entries(cube.reads).map(([name, read]) => [name, parents(read)] as const))
    .map((name) => readSql(cube, name, source))
    .join(",\n");

/** The names of a cube's scope, and of the changes and the copy of a fact table, while a batch is booked. */
export const changedName = (table: string): string => `changed_${table}`;
export const scopeName = (cube: Cube): string => `scope_${cube.name}`;
export const nearName = (table: string): string => `near_${table}`;

/** What of a table is wanted: the tables it hangs on, where the values of a column come from, and the names in the rules that read it. */
type Wanted = {
  readonly hangsOn: Set<string>;
  readonly sources: Map<string, Set<string>>;
  readonly names: Set<string>;
};

const addSource = ({ sources }: Wanted, column: string, source: string): void => {
  sources.set(column, (sources.get(column) ?? new Set()).add(source));
};

/** Whether a table hangs on another, by itself or through what it hangs on. */
const hangsOnIt = (tables: ReadonlyMap<string, Wanted>, name: string, other: string): boolean =>
  name === other || [...(tables.get(name)?.hangsOn ?? [])].some((parent) => hangsOnIt(tables, parent, other));

/** The values of a column of a read, looked up in the facts themselves. */
const lookedUp = (cube: Cube, name: string, column: string): string => {
  const read = cube.reads[name] ?? {};
  const wanted = parents(read).map(
    (parent) => `${read.on} in (${lookedUp(cube, parent, parentColumn(read))})`,
  );
  if (read.subject !== undefined) wanted.push(`${read.subject} in (select subject from ${scopeName(cube)})`);
  return `select ${column} from fact.${tableOf(cube, name)} where ${wanted.join(" or ")}`;
};

/** The columns of a read by which others hang on it. */
const childLinks = (cube: Cube, name: string): readonly string[] =>
  Object.values(cube.reads)
    .filter((read) => parents(read).includes(name))
    .map(parentColumn);

const wantedTables = (cubes: ReadonlyMap<Cube, ReadonlySet<string>>): ReadonlyMap<string, Wanted> => {
  const tables = new Map<string, Wanted>();
  for (const [cube, names] of cubes) {
    for (const [relation, read] of Object.entries(cube.reads)) {
      const name = tableOf(cube, relation);
      const table = tables.get(name) ?? { hangsOn: new Set(), sources: new Map(), names: new Set() };
      tables.set(name, table);
      for (const each of names) table.names.add(each);
      for (const each of [read.on, ...childLinks(cube, relation)])
        if (each !== undefined) table.names.add(each);
      if (read.subject !== undefined) {
        addSource(table, read.subject, `select subject from ${scopeName(cube)}`);
      }
      for (const parent of parents(read)) {
        // One cube goes from a course to its trainees, another from a trainee to the course: one of them looks twice.
        const parentTable = tableOf(cube, parent);
        const isTurned = hangsOnIt(tables, parentTable, name);
        if (!isTurned) table.hangsOn.add(parentTable);
        const column = parentColumn(read);
        const from = isTurned
          ? lookedUp(cube, parent, column)
          : `select ${column} from ${nearName(parentTable)}`;
        addSource(table, read.on ?? "", from);
      }
    }
  }
  return tables;
};

/**
 * SQL that copies the facts on which the lives in the scopes of these cubes rest, table by table, so that a
 * batch looks through each table once and its rules then run on a few rows. A copy may hold more rows than one
 * cube needs, and only the columns whose names a rule uses: reading the others would cost most of the time. `cubes`
 * has the names in the rule of each (`namesInRule`).
 */
export const nearSql = (
  cubes: ReadonlyMap<Cube, ReadonlySet<string>>,
  columns: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, string> => {
  const tables = wantedTables(cubes);
  const names = inOrder([...tables].map(([name, { hangsOn }]) => [name, [...hangsOn]] as const));
  return new Map(
    names.map((name) => {
      const { sources = new Map<string, Set<string>>(), names: used } = tables.get(name) ?? {};
      const key = thingKeys.get(name);
      const own = (columns.get(name) ?? []).filter((column) => used?.has(column) || column === key);
      const kept = [...new Set(["position", "superseded_position", ...own])].map((column) => `"${column}"`);
      const wanted = [...sources].map(([column, from]) => `${column} in (${[...from].join(" union ")})`);
      return [name, `select ${kept.join(", ")} from fact.${name} where ${wanted.join(" or ")}`] as const;
    }),
  );
};
