import { type Cube, parentColumn, parents, type Read, tableOf } from "./cube.ts";
import { FOREVER } from "./fact-sql.ts";

/** Causes by their gravity, so that the gravest of a day is the greatest number. */
const GRAVITY = { ROUTINE: 0, LATE: 1, CORRECTION: 2, RETRACTION: 3 } as const;

const UNION = "\n  union all\n  ";

const KINDS = Object.keys(GRAVITY).length;

const CHANGE = ["changed_position", "changed_on", "effective_on", "gravity", "is_lookup", "is_shared"];

/** A cube, and the reads that all versions of its subjects share. */
type Lives = { readonly cube: Cube; readonly shared: ReadonlySet<string> };

/**
 * SQL of the changes that reach a fact table from what hangs on it. What describes matters only where it changed
 * after the first fact that it describes: found first, that leaves few to be joined with the table.
 */
const reaching = (read: Read, parent: string, below: string): string =>
  read.lookup !== undefined
    ? `(with late as materialized (
        select c.* from (${below}) c join (select ${parentColumn(read)} as link, min(position) as since from fact.${parent} group by 1) d
        on d.link = c.link and c.changed_position > d.since
      ) from late)`
    : `(${below})`;

/**
 * SQL of a read's own changes: every beginning and end of its facts with the position, the day and, where it is no plain
 * report, the gravity. `upward` names the subject, or the column by which the read itself hangs on another.
 */
const ownChanges = (lives: Lives, name: string, upward: string): string => {
  const { cube, shared } = lives;
  const table = tableOf(cube, name);
  const kind = `${cube.reads[name]?.lookup !== undefined} as is_lookup, ${shared.has(name)} as is_shared`;
  return `select ${upward} as link, f.position as changed_position, f.known_on as changed_on, f.effective_on,
    case when f.corrects is not null then ${GRAVITY.CORRECTION} end as gravity, ${kind}
    from fact.${table} f
  union all
  select ${upward}, f.superseded_position, coalesce(ended_on, f.known_on), f.effective_on,
    case when by_retraction then ${GRAVITY.RETRACTION} else ${GRAVITY.CORRECTION} end, ${kind}
    from fact.${table} f left join (
      select position as ended_position, known_on as ended_on, is_retraction as by_retraction from model.correction
    ) on ended_position = f.superseded_position
    where f.superseded_position < ${FOREVER}`;
};

/** SQL of the changes of what hangs on a read, one for each. */
const changesBelow = (lives: Lives, name: string, upward: string): readonly string[] => {
  const table = tableOf(lives.cube, name);
  return Object.entries(lives.cube.reads)
    .filter(([, read]) => parents(read).includes(name))
    .map(([child, read]) => {
      const on = `f.${read.on}`;
      const below = [ownChanges(lives, child, on), ...changesBelow(lives, child, on)].join(UNION);
      return `select ${upward} as link, ${CHANGE.map((column) => `c.${column}`).join(", ")} from fact.${table} f
       join ${reaching(read, table, below)} c on c.link = f.${parentColumn(read)}`;
    });
};

/** A day and the gravity of what became known on it, as one number: the greatest is that of the last day. */
const MOMENT = `(c.changed_on - date '1800-01-01')::integer * ${KINDS}
  + coalesce(c.gravity, (c.effective_on <= d.released_to)::integer, ${GRAVITY.ROUTINE})`;

const CHANGED = `c.link as subject, c.changed_on as known_on, ${MOMENT} as moment, d.last_position as as_of, c.is_lookup, c.is_shared`;

const dated = (changes: string): string =>
  `select ${CHANGED} from (${changes}) c join model.known_day d on d.known_on = c.changed_on where c.link is not null`;

/** The name of what a cube's subjects learned from what hangs on their own facts. */
export const learnedName = (cube: Cube): string => `learned_${cube.name}`;

/** SQL of that: it takes joins to find, so it is kept. */
export const learnedSql = (lives: Lives): string | undefined => {
  const changes = Object.entries(lives.cube.reads).flatMap(([name, read]) =>
    read.subject === undefined ? [] : changesBelow(lives, name, read.subject),
  );
  return changes.length === 0 ? undefined : dated(changes.join(UNION));
};

const changesSql = (lives: Lives): string => {
  const own = Object.entries(lives.cube.reads).flatMap(([name, read]) =>
    read.subject === undefined ? [] : [ownChanges(lives, name, read.subject)],
  );
  const learned = learnedSql(lives) === undefined ? [] : [`from ${learnedName(lives.cube)}`];
  return [dated(own.join(UNION)), ...learned].join(UNION);
};

const dayOf = (moment: string): string => `date '1800-01-01' + ${moment} // ${KINDS}`;

const causeOf = (moment: string): string => {
  const cases = Object.entries(GRAVITY).map(
    ([revision_reason, gravity]) => `when ${gravity} then '${revision_reason}'::model.revision_reason`,
  );
  return `case ${moment} % ${KINDS} ${cases.join(" ")} end`;
};

/** The name of a cube's subjects while the whole log is booked. */
export const subjectsName = (cube: Cube): string => `subjects_${cube.name}`;

/**
 * SQL of a cube's subjects in the whole log, each with the day and revision_reason of its last life, `plus_on` and `plus_reason`;
 * `has_earlier` where it had another before, `is_late` where what is shared changed after its first.
 */
export const subjectsSql = (lives: Lives): string => `
  select subject, first_on, ${dayOf("last_moment")} as plus_on, ${causeOf("last_moment")} as plus_reason,
    first_on < ${dayOf("last_moment")} as has_earlier, coalesce(shared_on > first_on, false) as is_late
  from (
    select subject, min(known_on) filter (not is_lookup) as first_on, max(moment) as last_moment,
      ${lives.shared.size > 0 ? "max(known_on) filter (is_shared)" : "null::date"} as shared_on
    from (${changesSql(lives)}) group by subject
  ) where first_on is not null`;

/**
 * SQL of the lives that subjects had before their last, as `scopeSql` has them, numbered one after the other in a subject.
 * Where spans of lives are booked, those that see the same of what is shared come with their last, which never ends.
 */
export const earlierSql = (lives: Lives, areSpans: boolean): string => `
  with daily as (
    select c.subject, c.known_on, c.as_of, max(c.moment) as moment, any_value(s.is_late) as is_late
    from (${changesSql(lives)}) c join ${subjectsName(lives.cube)} s on s.subject = c.subject and s.has_earlier and c.known_on >= s.first_on
    group by c.subject, c.known_on, c.as_of
  ),
  followed as (
    select *, (row_number() over following)::integer as version_id,
      case when lead(subject) over following = subject then lead(moment) over following end as next_moment
    from daily window following as (order by subject, known_on)
  )
  select version_id, subject, as_of, known_on as plus_on, ${causeOf("moment")} as plus_reason,
    ${dayOf("next_moment")} as minus_on, ${causeOf("next_moment")} as minus_reason, is_late
  from followed where next_moment is not null${areSpans ? " or not is_late" : ""}`;
