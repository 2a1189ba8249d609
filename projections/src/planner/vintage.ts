import { literal, type Read } from "./pool.ts";

/** What was known by a day: the last day of knowledge up to it, and the log's position at that day's end. */
export type Vintage = { readonly on: string | null; readonly position: string; readonly isNewest: boolean };

/** The vintage of a day, or the newest. */
export const vintageOf = async (read: Read, asOf: string | undefined): Promise<Vintage> => {
  const cut = asOf === undefined ? "true" : `known_on <= date ${literal(asOf)}`;
  const [row] = await read(
    `select max(known_on) filter (where ${cut}) as known, max(known_on) as newest,
       max(last_position) filter (where ${cut})::varchar as position from model.known_day`,
  );
  const on = typeof row?.known === "string" ? row.known : null;
  return { on, position: String(row?.position ?? "0"), isNewest: on !== null && on === row?.newest };
};
