import type { Connection } from "@karnameh/projections/engine/database";
import { isVisibleSql } from "@karnameh/projections/engine/visible-facts-sql";

/** The state of the read model that a policy looks at. */
export type AsOf = {
  readonly position: bigint;
  /** Today in Tehran. Rules only count days before it, because today is not over. */
  readonly today: string;
  /** Tables that keep several facts about one thing, and the column that identifies the thing. */
  readonly repeated: ReadonlyMap<string, string>;
};

/** The state that a connection's transaction sees. */
export const readAsOf = async (connection: Connection, today: string): Promise<AsOf> => {
  const [row] = await connection.all("select position::varchar as position from model.checkpoint");
  const repeated = await connection.all("select table_name, key_column from model.repeated");
  return {
    position: BigInt(String(row?.position ?? 0)),
    today,
    repeated: new Map(repeated.map((each) => [String(each.table_name), String(each.key_column)])),
  };
};

/**
 * SQL of the current facts of a table: not superseded, and the last one where a thing has several. `learned_on` is the
 * day on which the log first recorded the fact, even if it was corrected later.
 */
export const visibleSql = (table: string, { position, repeated }: AsOf): string => {
  const key = repeated.get(table);
  const last =
    key === undefined ? "" : ` qualify f.position = max(f.position) over (partition by f."${key}")`;
  return `select f.*, least(f.known_on, e.learned_on) as learned_on from fact.${table} f
    left join (select c.event_id, min(o.known_on) as learned_on from model.correction c
      join fact.${table} o on o.event_id = c.about group by c.event_id) e on e.event_id = f.event_id
    where ${isVisibleSql(position, "f")}${last}`;
};
