import { literal } from "../engine/sql-text.ts";
import type { Read } from "./pool.ts";

/** What was known by a day: the last day up to it on which events were recorded, and the log's position at the end of that day. */
export type Vintage = { readonly on: string | null; readonly position: string; readonly isNewest: boolean };

/** The vintage of a day, or the newest. */
export const vintageOf = async (read: Read, asOf: string | undefined): Promise<Vintage> => {
  const isKnown = asOf === undefined ? "true" : `known_on <= date ${literal(asOf)}`;
  const [row] = await read(
    `select max(known_on) filter (where ${isKnown}) as known, max(known_on) as newest,
       max(last_position) filter (where ${isKnown})::varchar as position from model.known_day`,
  );
  const on = typeof row?.known === "string" ? row.known : null;
  return { on, position: String(row?.position ?? "0"), isNewest: on !== null && on === row?.newest };
};
