import { scopeName } from "./batch-names.ts";
import { cellColumns, hasAmount, quoted, sums } from "./cell-sql.ts";
import type { Cube } from "./cube.ts";
import { type Connection, DatabaseError } from "./database.ts";
import { spanEntriesSql, versionEntriesSql } from "./entries-sql.ts";
import { expandRule, sharedReads } from "./expand-rule.ts";
import { keyColumns } from "./model.ts";
import { notePeriodCoverage } from "./period-coverage.ts";
import { type AsOfSource, type Repeated, readsSql } from "./reads-sql.ts";
import {
  earlierVersionsSql,
  lookupChangesName,
  lookupChangesSql,
  subjectsName,
  subjectsSql,
} from "./rebuild-scope.ts";
import { repeatedIn } from "./repeated-things.ts";

/** A cube that is rebuilt, the reads that all versions of its subjects share, and the tables in which a thing has several facts. */
type RebuiltCube = { readonly cube: Cube; readonly shared: ReadonlySet<string>; readonly repeated: Repeated };

const table = (name: string): string => `fact.${name}`;

/** Picks one of several parts of the subjects, so that what is read at one time stays bounded. */
const subjectFilterOf =
  (part: number, parts: number) =>
  (subject: string): string =>
    parts === 1 ? "" : ` and hash(${subject}) % ${parts} = ${part}`;

type SubjectFilter = ReturnType<typeof subjectFilterOf>;

/**
 * Subjects, and versions before their last, that are read at one time: their facts have to find room in memory. Each part reads all
 * facts again, so there are as few as memory allows.
 */
const MAX_SUBJECTS_A_PART = 5_000_000;
const MAX_VERSIONS_A_PART = 300_000;

/** The subjects whose last version is posted by itself: with shared rows, the span of those before includes it otherwise. */
const withoutSharedRows = ({ cube }: RebuiltCube, subjectFilter: SubjectFilter): SubjectFilter =>
  cube.sharedRows === undefined
    ? subjectFilter
    : (subject) =>
        `${subjectFilter(subject)} and ${subject} in (select subject from ${subjectsName(cube)} where has_later_lookups or not has_earlier_versions)`;

/**
 * SQL of what each subject's last version measures, not summed. It rests on the current facts, so it needs
 * no position, and the subject itself is the version.
 */
const lastVersionsSql = (rebuilt: RebuiltCube, subjectFilter: SubjectFilter): string => {
  const { cube, shared, repeated } = rebuilt;
  return `
  (with ${readsSql(cube, { mode: "CURRENT", table, repeated, shared, subjectFilter: withoutSharedRows(rebuilt, subjectFilter) })},
  measured as (${expandRule(cube, "SHARED_LOOKUPS")}),
  cell as (
    select m.version_id, d.segment, ${cellColumns(cube)} from measured m join model.calendar_day d on d.day = m.posted_on
  )
  select s.plus_on as known_on, s.plus_reason as revision_reason, k.* exclude (version_id)
  from cell k join ${subjectsName(cube)} s on s.subject = k.version_id)`;
};

/** SQL of what the versions before the last add and reverse, not summed. Those that a lookup followed read their own state of it. */
const earlierEntriesSql = (
  rebuilt: RebuiltCube,
  subjectFilter: SubjectFilter,
  hasLaterLookups: boolean,
): string => {
  const { cube, repeated, shared } = rebuilt;
  const scope = `(from ${scopeName(cube)} where has_later_lookups = ${hasLaterLookups}${subjectFilter("subject")})`;
  if (hasLaterLookups)
    return versionEntriesSql(cube, { mode: "AS_OF", scope, table, repeated }, expandRule(cube, "VERSIONS"));
  const source: AsOfSource = { mode: "AS_OF", scope, table, repeated, shared };
  return cube.sharedRows === undefined
    ? versionEntriesSql(cube, source, expandRule(cube, "SHARED_LOOKUPS"))
    : spanEntriesSql(cube, source);
};

const summed = (cube: Cube, entries: string): string =>
  `select known_on, revision_reason, segment, ${quoted(keyColumns(cube))}, ${sums(cube)} from ${entries} group by all`;

/** The parts in which so many versions are read, `least` or more. */
const partsOf = (versions: number, atOnce: number, least: number): readonly SubjectFilter[] => {
  const parts = Math.max(least, Math.ceil(versions / atOnce));
  return [...Array(parts).keys()].map((part) => subjectFilterOf(part, parts));
};

/** Puts what the versions before the last add and reverse into `delta`, where there are any. */
const postEarlier = async (connection: Connection, rebuilt: RebuiltCube, least: number): Promise<void> => {
  const scope = scopeName(rebuilt.cube);
  const subjects = subjectsName(rebuilt.cube);
  const some = await connection.all(`select 1 as one from ${subjects} where has_earlier_versions limit 1`);
  if (some.length === 0) return;
  await connection.keep(scope, earlierVersionsSql(rebuilt, rebuilt.cube.sharedRows !== undefined));
  const kinds = await connection.all(
    `select has_later_lookups, count(*) as versions from ${scope} group by has_later_lookups`,
  );
  for (const { has_later_lookups: hasLaterLookups, versions } of kinds) {
    for (const subjectFilter of partsOf(Number(versions), MAX_VERSIONS_A_PART, least)) {
      const entries = earlierEntriesSql(rebuilt, subjectFilter, hasLaterLookups === true);
      // Where memory is short, what cancels out is dropped part by part.
      await connection.run(
        `insert into delta ${least === 1 ? entries : summed(rebuilt.cube, `(${entries})`)}`,
      );
    }
  }
  await connection.run(`drop table ${scope}`);
};

/**
 * SQL of what the last versions measure. Read in several parts they are summed into `delta`, part by part: as parts of one
 * statement they would all be kept in memory until its end.
 */
const postLast = async (
  connection: Connection,
  rebuilt: RebuiltCube,
  parts: readonly SubjectFilter[],
): Promise<string[]> => {
  if (parts.length === 1) return parts.map((subjectFilter) => lastVersionsSql(rebuilt, subjectFilter));
  for (const subjectFilter of parts) {
    await connection.run(
      `insert into delta ${summed(rebuilt.cube, lastVersionsSql(rebuilt, subjectFilter))}`,
    );
  }
  return [];
};

/**
 * Posts the whole log on an empty cube, in `parts` of its subjects or more, and sorts the entries by the day on
 * which they became known.
 */
export const rebuildCubeInParts = async (connection: Connection, cube: Cube, parts = 1): Promise<void> => {
  const rebuilt = { cube, repeated: await repeatedIn(connection), shared: sharedReads(cube) };
  const lookupChanges = lookupChangesSql(rebuilt);
  if (lookupChanges) await connection.keep(lookupChangesName(cube), lookupChanges);
  const subjects = await connection.keep(subjectsName(cube), subjectsSql(rebuilt));
  await connection.run(`create or replace temp table delta as select * from entry.${cube.name} limit 0`);
  await postEarlier(connection, rebuilt, parts);
  const last = await postLast(connection, rebuilt, partsOf(subjects, MAX_SUBJECTS_A_PART, parts));
  const entries = `(${["from delta", ...last].join(" union all by name ")})`;
  await connection.run(
    `insert into entry.${cube.name} from (${summed(cube, entries)}) where ${hasAmount(cube)} order by known_on, segment`,
  );
  await connection.run(`insert into compacted.${cube.name} from (
      select ${quoted(["segment", ...keyColumns(cube)])}, ${sums(cube)} from entry.${cube.name} group by all
    ) where ${hasAmount(cube)} order by segment`);
  await notePeriodCoverage(connection, cube, `entry.${cube.name}`);
  const kept = ["delta", subjectsName(cube), lookupChangesName(cube)];
  await connection.run(kept.map((name) => `drop table if exists ${name}`).join("; "));
};

/** Parts of its subjects in which no cube needs more memory than there is. */
const MAX_PARTS = 256;

/** The same in one transaction, in more and more parts as long as memory does not suffice. */
export const rebuildCube = async (connection: Connection, cube: Cube): Promise<void> => {
  for (let parts = 1; ; parts *= 2) {
    try {
      return await connection.transaction(() => rebuildCubeInParts(connection, cube, parts));
    } catch (error) {
      const isTooMuch = error instanceof DatabaseError && error.message.includes("Out of Memory");
      if (!isTooMuch || parts === MAX_PARTS) throw error;
    }
  }
};
