import type { Connection } from "@karnameh/projections/engine/database";

/** The facts of a moment: what the read model has booked, and what repeats in it. */
export type Moment = {
  readonly position: bigint;
  /** The day in Tehran; what a rule needs to have happened has happened at the end of the days before it. */
  readonly today: string;
  /** Tables in which one thing has several facts side by side, and the column that names the thing. */
  readonly repeated: ReadonlyMap<string, string>;
};

/** The moment that a connection's transaction sees. */
export const momentOf = async (connection: Connection, today: string): Promise<Moment> => {
  const [row] = await connection.all("select position::varchar as position from model.checkpoint");
  const repeated = await connection.all("select table_name, key_column from model.repeated");
  return {
    position: BigInt(String(row?.position ?? 0)),
    today,
    repeated: new Map(repeated.map((each) => [String(each.table_name), String(each.key_column)])),
  };
};

/**
 * SQL of the facts of a table that stand: neither superseded nor, where a thing has one, followed by another.
 * `learned_on` is the day on which the log first heard of it, though it was corrected since.
 */
export const visibleSql = (table: string, { position, repeated }: Moment): string => {
  const key = repeated.get(table);
  const last =
    key === undefined ? "" : ` qualify f.position = max(f.position) over (partition by f."${key}")`;
  return `select f.*, least(f.known_on, e.learned_on) as learned_on from fact.${table} f
    left join (select c.event_id, min(o.known_on) as learned_on from model.correction c
      join fact.${table} o on o.event_id = c.about group by c.event_id) e on e.event_id = f.event_id
    where f.position <= ${position} and f.superseded_position > ${position}${last}`;
};
