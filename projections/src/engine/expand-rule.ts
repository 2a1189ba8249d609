import type { Cube } from "./cube.ts";
import { type Marker, readMarkers } from "./rule-markers.ts";
import { spanSql } from "./version-span.ts";

/**
 * How the markers of a rule are expanded:
 * - `VERSIONS`: each version of a subject joins the state of a lookup that was recorded by then. Live batches, as-of recomputations,
 *   and the versions of a rebuild before a lookup changed.
 * - `SHARED_LOOKUPS`: lookups are read once and joined by their key alone. The other versions of a rebuild.
 * - `SHARED_ROWS`: that, and equal rows of consecutive versions are read as one, whose `version_id` is a span of versions
 *   (`version-span.ts`). The versions of a rebuild before the last, where the cube declares `sharedRows`.
 */
export type Expansion = "VERSIONS" | "SHARED_LOOKUPS" | "SHARED_ROWS";

/**
 * Equal rows of consecutive versions as one. A row that was away in between stays row by row: `position` names the fact
 * it rests on. Versions of a subject are numbered without gaps.
 */
const lastingSql = (name: string): string => `(
  with version_row as materialized (from ${name}),
  span as materialized (
    select * exclude (version_id), min(version_id) as first_version, max(version_id) as last_version, count(*) as versions
    from version_row group by all
  ),
  broken as (select distinct position from span where versions <= last_version - first_version)
  select * exclude (first_version, last_version, versions), ${spanSql("first_version", "last_version")} as version_id
  from span anti join broken using (position)
  union all by name
  select * replace (${spanSql("version_id", "version_id")} as version_id) from version_row semi join broken using (position)
)`;

/**
 * Spells `(version_id, position, starts_on, ends_on)` as moves: of two at a time the later counts from the end of the
 * earlier, and what never ends has no second move.
 */
const movesSql = (spells: string, measure: string): string => `trimmed as (
  select *, greatest(starts_on, coalesce(max(ends_on) over earlier + 1, starts_on)) as from_on
  from ${spells}
  window earlier as (partition by version_id order by starts_on, position rows between unbounded preceding and 1 preceding)
),
moves as (
  select *, from_on as posted_on, 1 as ${measure} from trimmed where from_on <= ends_on
  union all
  select *, ends_on + 1, -1 from trimmed where from_on <= ends_on and ends_on < model.open_end()
)`;

/** The key by which a lookup is joined: that of its read, or of the read that it groups. */
const keyOf = (cube: Cube, marked: readonly Marker[], name: string): string => {
  const grouped = marked.find((marker) => marker.kind === "grouped" && marker.name === name);
  const read = cube.reads[grouped?.kind === "grouped" ? grouped.read : name];
  return read?.on ?? read?.subject ?? "";
};

const expandMarker = (marker: Marker, key: string, expansion: Expansion): string => {
  const keys = expansion === "VERSIONS" ? ["version_id", key] : [key];
  switch (marker.kind) {
    case "grouped":
      return `${marker.name} as (select ${keys.join(", ")}, ${marker.aggregates} from ${marker.read} group by all)`;
    case "moves":
      return movesSql(marker.name, marker.measure);
    case "shared_rows":
      return `${expansion === "SHARED_ROWS" ? lastingSql(marker.name) : marker.name} ${marker.alias}`;
    case "lookup": {
      const { name, alias, of } = marker;
      const join = `left join ${name} ${alias}`;
      if (of === undefined) return `${join} using (${keys.join(", ")})`;
      return `${join} on ${keys.map((column) => `${alias}.${column} = ${of}.${column}`).join(" and ")}`;
    }
  }
};

/** The rule of a cube as SQL. */
export const expandRule = (cube: Cube, expansion: Expansion): string => {
  const { parts, rest } = readMarkers(cube.sql, cube.name);
  const marked = parts.map(({ marker }) => marker);
  const expanded = parts.map(
    ({ before, marker }) => before + expandMarker(marker, keyOf(cube, marked, marker.name), expansion),
  );
  return [...expanded, rest].join("");
};

/** The reads of a cube that all versions of its subjects share in a rebuild. */
export const sharedReads = ({ reads }: Cube): ReadonlySet<string> =>
  new Set(Object.entries(reads).flatMap(([name, { lookup }]) => (lookup === "BY_KEY" ? [name] : [])));
