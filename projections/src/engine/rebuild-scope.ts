import { type Cube, parentColumn, parents, type Read, tableOf } from "./cube.ts";
import { FOREVER } from "./fact-tables.ts";
import { REASON_TYPE, REVISION_REASONS, severityOf } from "./revision-reasons.ts";

const UNION = "\n  union all\n  ";

/** Severities are the last digit of `day_and_reason`. */
const REASONS = REVISION_REASONS.length;

const CHANGE = ["changed_position", "changed_on", "effective_on", "severity", "is_lookup", "is_shared"];

/** A cube, and the reads that all versions of its subjects share. */
type Versions = { readonly cube: Cube; readonly shared: ReadonlySet<string> };

/**
 * SQL of the changes that reach a fact table from what depends on it. A lookup counts only where it changed
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
 * report, the severity. `upward` names the subject, or the column by which the read itself joins to another.
 */
const ownChanges = (versions: Versions, name: string, upward: string): string => {
  const { cube, shared } = versions;
  const table = tableOf(cube, name);
  const kind = `${cube.reads[name]?.lookup !== undefined} as is_lookup, ${shared.has(name)} as is_shared`;
  return `select ${upward} as link, f.position as changed_position, f.known_on as changed_on, f.effective_on,
    case when f.corrects is not null then ${severityOf("CORRECTION")} end as severity, ${kind}
    from fact.${table} f
  union all
  select ${upward}, f.superseded_position, coalesce(ended_on, f.known_on), f.effective_on,
    case when by_retraction then ${severityOf("RETRACTION")} else ${severityOf("CORRECTION")} end, ${kind}
    from fact.${table} f left join (
      select position as ended_position, known_on as ended_on, is_retraction as by_retraction from model.correction
    ) on ended_position = f.superseded_position
    where f.superseded_position < ${FOREVER}`;
};

/** SQL of the changes of what depends on a read, one for each. */
const changesBelow = (versions: Versions, name: string, upward: string): readonly string[] => {
  const table = tableOf(versions.cube, name);
  return Object.entries(versions.cube.reads)
    .filter(([, read]) => parents(read).includes(name))
    .map(([child, read]) => {
      const on = `f.${read.on}`;
      const below = [ownChanges(versions, child, on), ...changesBelow(versions, child, on)].join(UNION);
      return `select ${upward} as link, ${CHANGE.map((column) => `c.${column}`).join(", ")} from fact.${table} f
       join ${reaching(read, table, below)} c on c.link = f.${parentColumn(read)}`;
    });
};

/** A day and the severity of what became known on it, as one number: the greatest is that of the last day. */
const DAY_AND_REASON = `(c.changed_on - date '1800-01-01')::integer * ${REASONS}
  + coalesce(c.severity, (c.effective_on <= d.released_to)::integer, ${severityOf("ROUTINE")})`;

const CHANGED = `c.link as subject, c.changed_on as known_on, ${DAY_AND_REASON} as day_and_reason, d.last_position as as_of, c.is_lookup, c.is_shared`;

const dated = (changes: string): string =>
  `select ${CHANGED} from (${changes}) c join model.known_day d on d.known_on = c.changed_on where c.link is not null`;

/** The name of what a cube's subjects learned from the lookups of their own facts. */
export const lookupChangesName = (cube: Cube): string => `lookup_changes_${cube.name}`;

/** SQL of that: it takes joins to find, so it is kept. */
export const lookupChangesSql = (versions: Versions): string | undefined => {
  const changes = Object.entries(versions.cube.reads).flatMap(([name, read]) =>
    read.subject === undefined ? [] : changesBelow(versions, name, read.subject),
  );
  return changes.length === 0 ? undefined : dated(changes.join(UNION));
};

const changesSql = (versions: Versions): string => {
  const own = Object.entries(versions.cube.reads).flatMap(([name, read]) =>
    read.subject === undefined ? [] : [ownChanges(versions, name, read.subject)],
  );
  const fromLookups =
    lookupChangesSql(versions) === undefined ? [] : [`from ${lookupChangesName(versions.cube)}`];
  return [dated(own.join(UNION)), ...fromLookups].join(UNION);
};

const dayOf = (dayAndReason: string): string => `date '1800-01-01' + ${dayAndReason} // ${REASONS}`;

const reasonOf = (dayAndReason: string): string => {
  const cases = REVISION_REASONS.map(
    (reason) => `when ${severityOf(reason)} then '${reason}'::${REASON_TYPE}`,
  );
  return `case ${dayAndReason} % ${REASONS} ${cases.join(" ")} end`;
};

/** The name of a cube's subjects during a rebuild. */
export const subjectsName = (cube: Cube): string => `subjects_${cube.name}`;

/**
 * SQL of a cube's subjects in the whole log, each with the day and reason of its last version, `plus_on` and `plus_reason`;
 * `has_earlier_versions` where it had another before, `has_later_lookups` where a shared lookup changed after its first.
 */
export const subjectsSql = (versions: Versions): string => `
  select subject, first_on, ${dayOf("last_change")} as plus_on, ${reasonOf("last_change")} as plus_reason,
    first_on < ${dayOf("last_change")} as has_earlier_versions, coalesce(shared_on > first_on, false) as has_later_lookups
  from (
    select subject, min(known_on) filter (not is_lookup) as first_on, max(day_and_reason) as last_change,
      ${versions.shared.size > 0 ? "max(known_on) filter (is_shared)" : "null::date"} as shared_on
    from (${changesSql(versions)}) group by subject
  ) where first_on is not null`;

/**
 * SQL of the versions that subjects had before their last, as `scopeSql` has them, numbered one after the other in a subject.
 * Where rows are shared, subjects that see one state of the lookups come with their last version too, which never ends.
 */
export const earlierVersionsSql = (versions: Versions, sharesRows: boolean): string => `
  with daily as (
    select c.subject, c.known_on, c.as_of, max(c.day_and_reason) as day_and_reason, any_value(s.has_later_lookups) as has_later_lookups
    from (${changesSql(versions)}) c join ${subjectsName(versions.cube)} s on s.subject = c.subject and s.has_earlier_versions and c.known_on >= s.first_on
    group by c.subject, c.known_on, c.as_of
  ),
  followed as (
    select *, (row_number() over following)::integer as version_id,
      case when lead(subject) over following = subject then lead(day_and_reason) over following end as next_change
    from daily window following as (order by subject, known_on)
  )
  select version_id, subject, as_of, known_on as plus_on, ${reasonOf("day_and_reason")} as plus_reason,
    ${dayOf("next_change")} as minus_on, ${reasonOf("next_change")} as minus_reason, has_later_lookups
  from followed where next_change is not null${sharesRows ? " or not has_later_lookups" : ""}`;
