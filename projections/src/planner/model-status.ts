import type { Pool } from "./pool.ts";

/** What the read model holds, for the status page and `system`. */
export type ModelStatus = {
  readonly position: string;
  readonly knownOn: string | null;
  readonly hash: string;
  readonly events: number;
  readonly unprocessableEvents: readonly {
    readonly reason: string;
    readonly type: string;
    readonly count: number;
  }[];
};

/** Reads what the read model holds: its checkpoint, the newest day that it knows, and its unprocessable events by type and reason. */
export const readModelStatus = async (pool: Pool): Promise<ModelStatus> => {
  const [about] = await pool.all(
    `select hash, position::varchar as position, events,
      (select max(known_on) from model.known_day) as known_on from model.about, model.checkpoint`,
  );
  const unprocessableEvents = await pool.all(
    "select type, split_part(reason, ':', 1) as reason, count(*) as n from model.unprocessable_event group by all order by n desc, type limit 100",
  );
  return {
    position: String(about?.position ?? "0"),
    knownOn: typeof about?.known_on === "string" ? about.known_on : null,
    hash: String(about?.hash ?? ""),
    events: Number(about?.events ?? 0),
    unprocessableEvents: unprocessableEvents.map((row) => ({
      reason: String(row.reason),
      type: String(row.type),
      count: Number(row.n),
    })),
  };
};
