import { join } from "node:path";
import type { BareLoad } from "./bare-duckdb.child.ts";
import { runChild } from "./child.ts";
import type { Context } from "./context.ts";
import { type Measured, shown } from "./measured.ts";
import type { RebuildResult } from "./rebuild.child.ts";

/** Cubes named one by one. */
const NAMED = 10;

const partsOf = ({ loadingSeconds, cubes }: RebuildResult): string => {
  const dearest = cubes.toSorted(([, one], [, other]) => other - one);
  const others = dearest.slice(NAMED).reduce((sum, [, seconds]) => sum + seconds, 0);
  const named = [
    ["loading", loadingSeconds] as const,
    ...dearest.slice(0, NAMED),
    [`the other ${dearest.length - NAMED} cubes together`, others] as const,
  ];
  return `${named.map(([name, seconds]) => `${name} ${shown(seconds)} s`).join(", ")}; two cubes are booked at a time`;
};

/** A read model of the whole log, every cube and every daily vintage, beside DuckDB parsing the same texts. */
export const measureRebuild = async ({ ground, folder, teller }: Context): Promise<Measured[]> => {
  const events = await ground.events();
  const built = await ground.rebuildAnew();
  const input = {
    log: join(await ground.log(), "log.sqlite"),
    file: join(folder.scratch("bare"), "bare.duckdb"),
  };
  const bare = (await runChild("bare-duckdb", input, { onProgress: teller.update })) as BareLoad;
  folder.drop("bare");
  return [
    {
      ...{ row: "rebuild", what: "rebuild, every cube and day", unit: "events/s", better: "more" },
      ...{ value: events / built.seconds, atLeast: 100_000, aim: 400_000 },
      raw: { what: "DuckDB from_json into plain tables", value: events / bare.seconds },
      notes: [
        `${shown(built.seconds)} s, ${shown(built.cpuSeconds)} s of processor time (DuckDB alone ${shown(bare.seconds)} s and ${shown(bare.cpuSeconds)} s): ${partsOf(built)}`,
      ],
    },
    {
      ...{ row: "rebuild", what: "memory of the rebuild, at most", unit: "MiB", better: "less" },
      ...{ value: built.peakMib, atLeast: 2_048, aim: 1_024, notes: [] },
      raw: { what: "the same DuckDB load", value: bare.peakMib },
    },
  ];
};
