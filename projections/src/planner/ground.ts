import type { Operand } from "../engine/indicator.ts";
import { type Extent, extentOf } from "./extent.ts";
import type { Read } from "./pool.ts";
import { type Vintage, vintageOf } from "./vintage.ts";

/** What is known now: the vintage, and the extent of each measure, which is looked for when it is first asked. */
export type Ground = {
  readonly vintage: Vintage;
  extentOf(read: Read, operand: Operand): Promise<Extent | undefined>;
};

const keyOf = ({ cube, measure }: Operand): string => `${cube.name} ${measure}`;

const readGround = async (read: Read): Promise<Ground> => {
  const vintage = await vintageOf(read, undefined);
  const rows = await read(
    "select cube || ' ' || measure as key, first_segment, last_segment from model.extent",
  );
  const widest = new Map(
    rows.map(({ key, first_segment: first, last_segment: last }) => [
      String(key),
      { first: Number(first), last: Number(last) },
    ]),
  );
  const found = new Map<string, Extent | undefined>();
  return {
    vintage,
    async extentOf(readNow, operand) {
      const key = keyOf(operand);
      const within = widest.get(key);
      if (within === undefined) return undefined;
      if (!found.has(key)) found.set(key, await extentOf(readNow, operand, undefined, within));
      return found.get(key);
    },
  };
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
