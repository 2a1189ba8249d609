import type { Operand } from "../engine/indicator.ts";
import type { Read } from "./pool.ts";
import { type Vintage, vintageOf } from "./vintage.ts";

/** The first and last segment that a measure's entries speak of. */
export type Extent = { readonly first: number; readonly last: number };

/** What is known now: the vintage, and the extent of each measure by `extentKey`. */
export type Ground = { readonly vintage: Vintage; readonly extents: ReadonlyMap<string, Extent> };

/** The key of a measure among the extents. */
export const extentKey = ({ cube, measure }: Operand): string => `${cube.name} ${measure}`;

const readGround = async (read: Read): Promise<Ground> => {
  const vintage = await vintageOf(read, undefined);
  const rows = await read(
    "select cube || ' ' || measure as key, first_segment, last_segment from model.extent",
  );
  const extents = rows.map(
    ({ key, first_segment: first, last_segment: last }) =>
      [String(key), { first: Number(first), last: Number(last) }] as const,
  );
  return { vintage, extents: new Map(extents) };
};

/** Reads what is known now, once for each position of the read model. */
export const groundReader = (): ((read: Read) => Promise<Ground>) => {
  let known: { readonly position: unknown; readonly ground: Ground } | undefined;
  return async (read) => {
    const [row] = await read("select position::varchar as position from model.checkpoint");
    const position = row?.position;
    if (known === undefined || known.position !== position)
      known = { position, ground: await readGround(read) };
    return known.ground;
  };
};
