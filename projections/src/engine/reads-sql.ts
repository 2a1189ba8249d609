import { type Cube, parentColumn, parents, tableOf } from "./cube.ts";
import { singleKeys } from "./thing-keys.ts";
import { isVisibleSql } from "./visible-facts-sql.ts";

/** Tables in which one thing has more than one visible fact, and the column that names the thing. */
export type Repeated = ReadonlyMap<string, string>;

type Tables = {
  /** The relation of a fact table: the table itself, or its staged facts. */
  readonly table: (name: string) => string;
  readonly repeated: Repeated;
  /** Reads of which all versions see the same: the current facts, read once and not for each version. */
  readonly shared?: ReadonlySet<string>;
};

/** A rule's reads as known at the position of each version in a scope. */
export type AsOfSource = Tables & { readonly mode: "AS_OF"; readonly scope: string };

/** A rule's reads as they are now: the subject itself is the version. `subjectFilter` restricts the subjects. */
export type CurrentSource = Tables & {
  readonly mode: "CURRENT";
  readonly subjectFilter: (subject: string) => string;
};

/** Where a rule finds its versions and facts. */
export type ReadSource = AsOfSource | CurrentSource;

/** Whether a version has at most one row of a read: then what depends on it need not be made distinct. */
const isSingle = (cube: Cube, name: string): boolean => {
  const read = cube.reads[name];
  const key = singleKeys.get(tableOf(cube, name));
  if (read?.subject !== undefined) return read.subject === "event_id" || read.subject === key;
  const [parent, ...others] = read ? parents(read) : [];
  return parent !== undefined && others.length === 0 && read?.on === key && isSingle(cube, parent);
};

/** Of several facts about one thing in a version, the last recorded; `key` names the thing where there may be several. */
const lastSql = (version: string, key: string | undefined): string =>
  key === undefined ? "" : ` qualify f.position = max(f.position) over (partition by ${version}f."${key}")`;

/** The facts of the subject itself. */
const subjectReadSql = (
  subject: string,
  source: ReadSource,
  facts: string,
  key: string | undefined,
): string => {
  if (source.mode === "CURRENT") {
    return `select ${subject} as version_id, f.* from ${facts} f
      where ${isVisibleSql(undefined, "f")}${source.subjectFilter(subject)}${lastSql(`${subject}, `, key)}`;
  }
  return `select s.version_id, s.as_of, f.* from ${source.scope} s
      join (select *, ${subject} as subject_of from ${facts}) f on f.subject_of = s.subject and ${isVisibleSql("s.as_of", "f")}${lastSql("s.version_id, ", key)}`;
};

/** The facts that join to those of another read, or of several. */
const joinedReadSql = (cube: Cube, name: string, source: ReadSource, facts: string): string => {
  const read = cube.reads[name] ?? {};
  const [version, position] =
    source.mode === "CURRENT" ? ["version_id", undefined] : ["version_id, as_of", "s.as_of"];
  const links = parents(read).map(
    (parent) => `select ${version}, ${parentColumn(read)} as link from ${parent}`,
  );
  const [only = ""] = links;
  const single = isSingle(cube, parents(read)[0] ?? "") ? only : `select distinct * from (${only})`;
  const linked = links.length > 1 ? links.join(" union ") : single;
  const last = lastSql("s.version_id, ", source.repeated.get(tableOf(cube, name)));
  return `select s.* exclude (link), f.* from (${linked}) s join ${facts} f on f.${read.on} = s.link and ${isVisibleSql(position, "f")}${last}`;
};

const readSql = (cube: Cube, name: string, source: ReadSource): string => {
  const facts = source.table(tableOf(cube, name));
  const key = source.repeated.get(tableOf(cube, name));
  const subject = cube.reads[name]?.subject;
  if (source.shared?.has(name))
    return `select f.* from ${facts} f where ${isVisibleSql(undefined, "f")}${lastSql("", key)}`;
  return subject === undefined
    ? joinedReadSql(cube, name, source, facts)
    : subjectReadSql(subject, source, facts, key);
};

/** Names with those that each depends on, in an order in which each comes after these. */
export const inDependencyOrder = (
  dependencies: readonly (readonly [string, readonly string[]])[],
): readonly string[] => {
  const done: string[] = [];
  const left = new Map(dependencies);
  while (left.size > 0) {
    const ready = [...left].find(([, dependsOn]) => dependsOn.every((parent) => !left.has(parent)));
    if (!ready) throw new RangeError(`these reads depend on each other: ${[...left.keys()].join(", ")}`);
    done.push(ready[0]);
    left.delete(ready[0]);
  }
  return done;
};

/**
 * The relations a rule reads, each a fact table restricted to the versions of a source: `version_id` and the fact's own
 * columns. Of several facts of one type about one thing, the last recorded is taken.
 */
export const readsSql = (cube: Cube, source: ReadSource): string =>
  inDependencyOrder(Object.entries(cube.reads).map(([name, read]) => [name, parents(read)] as const))
    .map((name) => `${name} as (${readSql(cube, name, source)})`)
    .join(",\n");
