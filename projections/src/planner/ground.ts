import type { Row } from "../engine/database.ts";
import type { Operand } from "../engine/indicator.ts";
import type { Simulated } from "./cells.ts";
import { type Extent, extentOf } from "./extent.ts";
import type { Read } from "./pool.ts";
import { type Vintage, vintageOf } from "./vintage.ts";

/** What is known now: the vintage, and the extent of each measure, which is looked for when it is first asked. */
export type Ground = {
  readonly vintage: Vintage;
  /** The cubes that are not booked as far as the read model is. */
  readonly behind: ReadonlySet<string>;
  extentOf(read: Read, operand: Operand): Promise<Extent | undefined>;
  /** How much of what a table of the ledger holds is simulated. */
  simulatedIn(read: Read, table: string): Promise<Simulated>;
};

const keyOf = ({ cube, measure }: Operand): string => `${cube.name} ${measure}`;

const simulatedOf = (rows: readonly Row[]): Simulated => {
  const count = rows.filter(({ origin }) => origin === "SYNTHETIC").length;
  if (count === 0) return "NONE";
  return count === rows.length ? "ALL" : "SOME";
};

const readGround = async (read: Read, behind: Ground["behind"]): Promise<Ground> => {
  const vintage = await vintageOf(read, undefined);
  const rows = await read(
    "select cube || ' ' || measure as key, first_segment, last_segment from model.period_coverage",
  );
  const widest = new Map(
    rows.map(({ key, first_segment: first, last_segment: last }) => [
      String(key),
      { first: Number(first), last: Number(last) },
    ]),
  );
  const found = new Map<string, Extent | undefined>();
  const simulated = new Map<string, Simulated>();
  return {
    vintage,
    behind,
    async extentOf(readNow, operand) {
      const key = keyOf(operand);
      const within = widest.get(key);
      if (within === undefined) return undefined;
      if (!found.has(key)) found.set(key, await extentOf(readNow, operand, undefined, within));
      return found.get(key);
    },
    async simulatedIn(readNow, table) {
      const known =
        simulated.get(table) ??
        simulatedOf(await readNow(`select distinct origin::varchar as origin from ${table}`));
      simulated.set(table, known);
      return known;
    },
  };
};

/** The position of the read model, and the names of the cubes that are not booked up to it. */
const MOMENT = "select position::varchar as position, behind from model.checkpoint";

/** Reads what is known now, once for each position of the read model. */
export const groundReader = (): ((read: Read) => Promise<Ground>) => {
  let known: { readonly moment: string; readonly ground: Ground } | undefined;
  return async (read) => {
    const [row] = await read(MOMENT);
    const moment = JSON.stringify(row);
    if (known?.moment !== moment)
      known = { moment, ground: await readGround(read, new Set(String(row?.behind ?? "").split(" "))) };
    return known.ground;
  };
};
