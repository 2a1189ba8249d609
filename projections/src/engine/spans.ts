import type { Cube } from "./cube.ts";
import { keyedSql, signed } from "./post.ts";
import type { Source } from "./scope.ts";

/** A first and a last life as one number. */
const LIFE_BITS = 32;
const spanOf = (first: string, last: string): string => `(${first}::bigint << ${LIFE_BITS}) + ${last}`;

/** SQL of the acts of `name`, each with the lives from its first to its last; one that was away between, life by life. */
const lastingSql = (name: string): string => `span as materialized (
  select * exclude (version_id), min(version_id) as first_life, max(version_id) as last_life, count(*) as lives from ${name} group by all
),
broken as (select distinct position from span where lives <= last_life - first_life),
lasting as (
  select * exclude (first_life, last_life, lives), ${spanOf("first_life", "last_life")} as version_id from span anti join broken using (position)
  union all by name
  select * replace (${spanOf("version_id", "version_id")} as version_id) from ${name} semi join broken using (position)
)`;

/**
 * A rule that describes each act once for all lives in a row that have it: `version_id` is then a span of lives, numbered
 * one after the other in a subject. Undefined where the rule names no acts, or describes them by life.
 */
export const spansRule = ({ acts }: Cube, sql: string): string | undefined => {
  if (acts === undefined) return undefined;
  const parts = new RegExp(`^([^]*\\n\\))\\n(select (?:(?!\\bfrom\\b)[^])*\\sfrom) ${acts} ([^]*)$`).exec(
    sql,
  );
  const [, relations = "", select = "", described = ""] = parts ?? [];
  if (!parts || described.includes("version_id")) return undefined;
  const kept = relations.replace(`${acts} as (`, `${acts} as materialized (`);
  return `${kept},\n${lastingSql(acts)}\n${select} lasting ${described}`;
};

/** SQL of what spans of lives add where they begin and take back where they end, not summed; `rule` is one of spans. */
export const spanEntriesSql = (cube: Cube, source: Source, rule: string): string => `
  ${keyedSql(cube, source, rule)}
  select s.plus_on as known_on, s.plus_reason as revision_reason, k.segment, ${signed(cube, "+")}
  from keyed k join ${source.scope} s on s.version_id = (k.version_id >> ${LIFE_BITS})::integer
  union all
  select s.minus_on, s.minus_reason, k.segment, ${signed(cube, "-")}
  from keyed k join ${source.scope} s on s.version_id = (k.version_id & ${2 ** LIFE_BITS - 1})::integer where s.minus_on is not null`;
