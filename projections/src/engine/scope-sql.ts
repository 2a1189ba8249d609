import { changesOfSubjects } from "./changes-sql.ts";
import { type Cube, tableOf } from "./cube.ts";
import { REASON_TYPE } from "./revision-reasons.ts";

/** Up to where a cube is posted. As a parameter DuckDB would plan the statement again each time. */
const postedTo = (cube: Cube): string => `(select position from model.cube where name = '${cube.name}')`;

/** Of one day only, each subject has a version after it and one before it; a window would cost most of the statement. */
const versionsOfDay = (cube: Cube): string => `
    select subject, as_of, known_on as plus_on, revision_reason as plus_reason, null::date as minus_on, null::${REASON_TYPE} as minus_reason
    from daily
    union all select subject, ${postedTo(cube)}, null, null, known_on, revision_reason from daily`;

const versionsOfDays = (cube: Cube): string => `
    select subject, as_of, known_on as plus_on, revision_reason as plus_reason,
      lead(known_on) over following as minus_on, lead(revision_reason) over following as minus_reason
    from daily window following as (partition by subject order by known_on)
    union all select subject, ${postedTo(cube)}, null, null, min(known_on), arg_min(revision_reason, known_on) from daily group by subject`;

/** What a batch brought: facts that became known on one day, or on several. */
export type ScopeFor = "DAY" | "DAYS";

/**
 * SQL of the cube's scope for a batch, whose changes are in tables `changed_…`: one row for each version of a subject
 * that has to be read, `(version_id, subject, as_of, plus_on, plus_reason, minus_on, minus_reason)`. A subject has a row
 * for each day on which it changed, and one of what was known before, up to where the cube was posted.
 */
export const scopeSql = (cube: Cube, scopeFor: ScopeFor): string => `
  with change as (${changesOfSubjects(cube)}),
  dated as (
    select c.link as subject, d.known_on, d.last_position as as_of, c.is_lookup,
      coalesce(c.revision_reason, case when c.effective_on <= d.released_to then 'LATE' else 'ROUTINE' end)::${REASON_TYPE} as revision_reason
    from change c join model.known_day d on d.known_on = c.changed_on
    where c.link is not null
  ),
  daily as (
    select subject, known_on, as_of, bool_and(is_lookup) as is_lookup, max(revision_reason) as revision_reason
    from dated group by subject, known_on, as_of
  ),
  version as (${scopeFor === "DAY" ? versionsOfDay(cube) : versionsOfDays(cube)})
  select (row_number() over ())::integer as version_id, * from version`;

/** SQL of a scope that reads every subject once, as known at `asOf`: a recomputation from facts. */
export const asOfScopeSql = (cube: Cube, asOf: bigint, day: string): string => {
  const subjects = Object.entries(cube.reads)
    .filter(([, read]) => read.subject !== undefined && read.lookup === undefined)
    .map(
      ([name, read]) =>
        `select ${read.subject} as subject from fact.${tableOf(cube, name)} where position <= ${asOf}`,
    );
  return `select (row_number() over ())::integer as version_id, subject, ${asOf} as as_of,
    date '${day}' as plus_on, 'ROUTINE'::${REASON_TYPE} as plus_reason, null::date as minus_on, null::${REASON_TYPE} as minus_reason
    from (select distinct subject from (${subjects.join(" union all ")})) where subject is not null`;
};
