import { factTable } from "@karnameh/schema/columns";
import type { EventContract } from "@karnameh/schema/contract";
import type { Connection } from "./database.ts";

/**
 * A log on a cluster may hold an event twice. Of those of one type with one source and id, the first that can be
 * read counts. What was unprocessable counts by position, so each copy of it stays listed.
 */
const secondsParsed = (parsed: string, table: string): string =>
  `select s.e.position from ${parsed} s join fact.${table} f on f.event_id = s.e.id and f.source = s.e.source
     where s.reason is null
   union all
   select position from (
     select e.position as position, row_number() over (partition by e.source, e.id order by e.position) as copy
     from ${parsed} where reason is null
   ) where copy > 1`;

/** Drops those of the parsed lines of a batch that were recorded before; resolves to their number. */
export const dropSecondCopies = (connection: Connection, parsed: string, table: string): Promise<number> =>
  connection.run(
    `delete from ${parsed} where reason is null and e.position in (${secondsParsed(parsed, table)})`,
    [],
    [parsed, `fact.${table}`],
  );

/** Drops the second copies of everything that a rebuild loaded, with their nested lines. */
export const dropSecondFacts = async (
  connection: Connection,
  contracts: readonly EventContract[],
): Promise<void> => {
  for (const contract of contracts) {
    const { table, children } = factTable(contract);
    const found = await connection.keep(
      "seconds",
      `select f.position from fact.${table} f join (
         select source, event_id, min(position) as first from fact.${table} group by all having count(*) > 1
       ) d on d.event_id = f.event_id and d.source = f.source and f.position > d.first`,
    );
    if (found === 0) continue;
    for (const name of [table, ...children.map((child) => child.table)])
      await connection.run(`delete from fact.${name} where position in (from seconds)`);
  }
};
