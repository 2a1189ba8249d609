import type { Row } from "../engine/database.ts";
import type { Operand } from "../engine/indicator.ts";
import type { Simulated } from "./cell-query.ts";
import { type PeriodCoverage, periodCoverageOf } from "./period-coverage.ts";
import type { Read } from "./pool.ts";
import { type Vintage, vintageOf } from "./vintage.ts";

/** What is known at one position of the read model: the newest vintage, the lagging cubes, and what is read once and kept. */
export type ModelSnapshot = {
  readonly vintage: Vintage;
  /** The names of the cubes that are not posted up to the checkpoint. */
  readonly laggingCubes: ReadonlySet<string>;
  /** The period coverage of a measure, read when it is first needed. */
  periodCoverageOf(read: Read, operand: Operand): Promise<PeriodCoverage | undefined>;
  /** How much of what a table of the ledger holds is simulated. */
  simulatedIn(read: Read, table: string): Promise<Simulated>;
};

const keyOf = ({ cube, measure }: Operand): string => `${cube.name} ${measure}`;

const simulatedOf = (rows: readonly Row[]): Simulated => {
  const count = rows.filter(({ origin }) => origin === "SYNTHETIC").length;
  if (count === 0) return "NONE";
  return count === rows.length ? "ALL" : "SOME";
};

const readSnapshot = async (
  read: Read,
  laggingCubes: ModelSnapshot["laggingCubes"],
): Promise<ModelSnapshot> => {
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
  const extents = new Map<string, PeriodCoverage | undefined>();
  const simulated = new Map<string, Simulated>();
  return {
    vintage,
    laggingCubes,
    async periodCoverageOf(readNow, operand) {
      const key = keyOf(operand);
      const within = widest.get(key);
      if (within === undefined) return undefined;
      if (!extents.has(key)) extents.set(key, await periodCoverageOf(readNow, operand, undefined, within));
      return extents.get(key);
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

/** The checkpoint, in the row without a cube, and the cubes that lag behind it. */
const CHECKPOINT_AND_LAGGING_CUBES = `select null as cube, position::varchar as position from model.checkpoint
  union all select name, null from model.cube where lagging_events > 0`;

/** Reads what is known now, once for each position of the read model. */
export const snapshotReader = (): ((read: Read) => Promise<ModelSnapshot>) => {
  let kept: { readonly key: string; readonly snapshot: ModelSnapshot } | undefined;
  return async (read) => {
    const rows = await read(CHECKPOINT_AND_LAGGING_CUBES);
    const key = JSON.stringify(rows);
    if (kept?.key !== key) {
      const lagging = rows.flatMap(({ cube }) => (cube === null ? [] : [String(cube)]));
      kept = { key, snapshot: await readSnapshot(read, new Set(lagging)) };
    }
    return kept.snapshot;
  };
};
