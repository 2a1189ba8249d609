import type { Cube } from "./cube.ts";
import { type Connection, DatabaseError } from "./database.ts";
import { expandRule, sharedReads } from "./expand-rule.ts";
import { keyColumns } from "./model.ts";
import {
  anyAmount,
  keyed,
  lifeEntriesSql,
  noteExtent,
  quoted,
  repeatedIn,
  spanEntriesSql,
  sums,
} from "./post.ts";
import { type Repeated, readsSql, scopeName } from "./scope.ts";
import { earlierSql, learnedName, learnedSql, subjectsName, subjectsSql } from "./whole-scope.ts";

/** A cube whose whole log is booked, the reads that all versions of its subjects share, and what is to be known of the facts. */
type Whole = { readonly cube: Cube; readonly shared: ReadonlySet<string>; readonly repeated: Repeated };

const table = (name: string): string => `fact.${name}`;

/** Picks one of several parts of the subjects, so that what is read at one time stays bounded. */
const isAmong =
  (part: number, parts: number) =>
  (subject: string): string =>
    parts === 1 ? "" : ` and hash(${subject}) % ${parts} = ${part}`;

type Among = ReturnType<typeof isAmong>;

/**
 * Subjects, and lives before their last, that are read at one time: their facts have to find room in memory. Each part reads all
 * facts again, so there are as few as memory allows.
 */
const SUBJECTS_A_PART = 5_000_000;
const LIVES_A_PART = 300_000;

/** Of the subjects whose lives are booked as spans, the last life is among them. */
const withoutSpans = ({ cube }: Whole, among: Among): Among =>
  cube.sharedRows === undefined
    ? among
    : (subject) =>
        `${among(subject)} and ${subject} in (select subject from ${subjectsName(cube)} where is_late or not has_earlier)`;

/**
 * SQL of what each subject's last life measures, not summed. What stands now is what it rests on, so its facts need no
 * moment of knowledge, and the subject itself tells it from others.
 */
const lastLivesSql = (whole: Whole, among: Among): string => {
  const { cube, shared, repeated } = whole;
  return `
  (with ${readsSql(cube, { table, repeated, shared, isAmong: withoutSpans(whole, among) })},
  measured as (${expandRule(cube, "SHARED_LOOKUPS")}),
  keyed as (
    select m.version_id, d.segment, ${keyed(cube)} from measured m join model.calendar_day d on d.day = m.posted_on
  )
  select s.plus_on as known_on, s.plus_reason as revision_reason, k.* exclude (version_id)
  from keyed k join ${subjectsName(cube)} s on s.subject = k.version_id)`;
};

/** SQL of what the lives before add and take back, not summed: of subjects that saw another state of what is shared, each reads its own. */
const earlierEntriesSql = (whole: Whole, among: Among, isLate: boolean): string => {
  const { cube, repeated, shared } = whole;
  const scope = `(from ${scopeName(cube)} where is_late = ${isLate}${among("subject")})`;
  if (isLate) return lifeEntriesSql(cube, { scope, table, repeated });
  const source = { scope, table, repeated, shared };
  return cube.sharedRows === undefined
    ? lifeEntriesSql(cube, source, expandRule(cube, "SHARED_LOOKUPS"))
    : spanEntriesSql(cube, source);
};

const summed = (cube: Cube, lives: string): string =>
  `select known_on, revision_reason, segment, ${quoted(keyColumns(cube))}, ${sums(cube)} from ${lives} group by all`;

/** The parts in which so many lives are read, `least` or more. */
const partsOf = (lives: number, atOnce: number, least: number): readonly Among[] => {
  const parts = Math.max(least, Math.ceil(lives / atOnce));
  return [...Array(parts).keys()].map((part) => isAmong(part, parts));
};

/** Puts what the lives before the last add and take back into `delta`, where there are any. */
const bookEarlier = async (connection: Connection, whole: Whole, least: number): Promise<void> => {
  const scope = scopeName(whole.cube);
  const subjects = subjectsName(whole.cube);
  const some = await connection.all(`select 1 as one from ${subjects} where has_earlier limit 1`);
  if (some.length === 0) return;
  await connection.keep(scope, earlierSql(whole, whole.cube.sharedRows !== undefined));
  const kinds = await connection.all(`select is_late, count(*) as lives from ${scope} group by is_late`);
  for (const { is_late: isLate, lives } of kinds) {
    for (const among of partsOf(Number(lives), LIVES_A_PART, least)) {
      const lives = earlierEntriesSql(whole, among, isLate === true);
      // Where memory is short, what cancels out is dropped part by part.
      await connection.run(`insert into delta ${least === 1 ? lives : summed(whole.cube, `(${lives})`)}`);
    }
  }
  await connection.run(`drop table ${scope}`);
};

/**
 * SQL of what the last lives measure. Read in several parts they are summed into `delta`, part by part: as parts of one
 * statement they would all be held in memory until its end.
 */
const bookLast = async (connection: Connection, whole: Whole, parts: readonly Among[]): Promise<string[]> => {
  if (parts.length === 1) return parts.map((among) => lastLivesSql(whole, among));
  for (const among of parts) {
    await connection.run(`insert into delta ${summed(whole.cube, lastLivesSql(whole, among))}`);
  }
  return [];
};

/**
 * Books the whole log on an empty cube, in `parts` of its subjects or more, and sorts the entries by the day of
 * knowledge.
 */
export const postWholeCube = async (connection: Connection, cube: Cube, parts = 1): Promise<void> => {
  const whole = { cube, repeated: await repeatedIn(connection), shared: sharedReads(cube) };
  const learned = learnedSql(whole);
  if (learned) await connection.keep(learnedName(cube), learned);
  const subjects = await connection.keep(subjectsName(cube), subjectsSql(whole));
  await connection.run(`create or replace temp table delta as select * from entry.${cube.name} limit 0`);
  await bookEarlier(connection, whole, parts);
  const last = await bookLast(connection, whole, partsOf(subjects, SUBJECTS_A_PART, parts));
  const lives = `(${["from delta", ...last].join(" union all by name ")})`;
  await connection.run(
    `insert into entry.${cube.name} from (${summed(cube, lives)}) where ${anyAmount(cube)} order by known_on, segment`,
  );
  await connection.run(`insert into compacted.${cube.name} from (
      select ${quoted(["segment", ...keyColumns(cube)])}, ${sums(cube)} from entry.${cube.name} group by all
    ) where ${anyAmount(cube)} order by segment`);
  await connection.run(noteExtent(cube, `entry.${cube.name}`));
  const kept = ["delta", subjectsName(cube), learnedName(cube)];
  await connection.run(kept.map((name) => `drop table if exists ${name}`).join("; "));
};

/** Parts of its subjects in which no cube needs more memory than there is. */
const MOST_PARTS = 256;

/** The same in one transaction, in more and more parts as long as memory does not suffice. */
export const postWholeCubeInMemory = async (connection: Connection, cube: Cube): Promise<void> => {
  for (let parts = 1; ; parts *= 2) {
    try {
      return await connection.transaction(() => postWholeCube(connection, cube, parts));
    } catch (error) {
      const isTooMuch = error instanceof DatabaseError && error.message.includes("Out of Memory");
      if (!isTooMuch || parts === MOST_PARTS) throw error;
    }
  }
};
