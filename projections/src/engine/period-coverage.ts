import type { Cube } from "./cube.ts";
import type { Connection } from "./database.ts";

const coverageSql = (cube: Cube, entries: string): string => `merge into model.period_coverage e
  using (
    select measure, min(segment) as first_segment, max(segment) as last_segment
    from (${Object.keys(cube.measures)
      .map((measure) => `select '${measure}' as measure, segment from ${entries} where "${measure}" <> 0`)
      .join(" union all ")})
    group by measure
  ) d
  on e.cube = '${cube.name}' and e.measure = d.measure
  when matched then update set first_segment = least(e.first_segment, d.first_segment), last_segment = greatest(e.last_segment, d.last_segment)
  when not matched then insert values ('${cube.name}', d.measure, d.first_segment, d.last_segment)`;

/** Notes the first and last segment in which a table of new entries has anything, for each measure. */
export const notePeriodCoverage = (connection: Connection, cube: Cube, entries: string): Promise<number> =>
  connection.run(coverageSql(cube, entries), [], ["model.period_coverage", entries]);
