import { cellColumns, hasAmount, quoted, signedColumns, sums } from "./cell-sql.ts";
import type { Cube } from "./cube.ts";
import { expandRule } from "./expand-rule.ts";
import { keyColumns } from "./model.ts";
import { type AsOfSource, readsSql } from "./reads-sql.ts";
import { firstVersionSql, lastVersionSql } from "./version-span.ts";

/** SQL of the cells of each version: a `with` that ends in the relation `cell`. */
const cellsSql = (cube: Cube, source: AsOfSource, rule: string): string => `with ${readsSql(cube, source)},
  measured as (${rule}),
  cell as materialized (
    select m.version_id, d.segment, ${cellColumns(cube)} from measured m join model.calendar_day d on d.day = m.posted_on
  )`;

const signedSql = (cube: Cube, source: AsOfSource, rule: string): string => `
  ${cellsSql(cube, source, rule)},
  signed as (
    select s.plus_on as known_on, s.plus_reason as revision_reason, k.segment, ${signedColumns(cube, "+")}
    from cell k join ${source.scope} s using (version_id) where s.plus_on is not null
    union all
    select s.minus_on, s.minus_reason, k.segment, ${signedColumns(cube, "-")}
    from cell k join ${source.scope} s using (version_id) where s.minus_on is not null
  )`;

/**
 * SQL of what the versions in scope add and reverse, not summed: the cells of a version are added on the day it became
 * known and reversed on the day the next one did.
 */
export const versionEntriesSql = (cube: Cube, source: AsOfSource, rule: string): string =>
  `${signedSql(cube, source, rule)}
  from signed`;

/** SQL of what spans of versions add where they begin and reverse where they end, not summed. */
export const spanEntriesSql = (cube: Cube, source: AsOfSource): string => `
  ${cellsSql(cube, source, expandRule(cube, "SHARED_ROWS"))}
  select s.plus_on as known_on, s.plus_reason as revision_reason, k.segment, ${signedColumns(cube, "+")}
  from cell k join ${source.scope} s on s.version_id = ${firstVersionSql("k.version_id")}
  union all
  select s.minus_on, s.minus_reason, k.segment, ${signedColumns(cube, "-")}
  from cell k join ${source.scope} s on s.version_id = ${lastVersionSql("k.version_id")} where s.minus_on is not null`;

/** SQL of the cube's entries for the versions in scope: what they add and reverse, summed. Zeros are dropped. */
export const entriesSql = (cube: Cube, source: AsOfSource): string =>
  `${signedSql(cube, source, expandRule(cube, "VERSIONS"))},
  summed as (select known_on, revision_reason, segment, ${quoted(keyColumns(cube))}, ${sums(cube)} from signed group by all)
  from summed where ${hasAmount(cube)}`;
