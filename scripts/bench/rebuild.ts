import { join } from "node:path";
import type { BareLoad } from "./bare-duckdb.child.ts";
import { runChild } from "./child.ts";
import type { Context } from "./context.ts";
import { type Measured, shown } from "./measured.ts";
import type { RebuildResult } from "./rebuild.child.ts";

/** The number of slowest cubes listed by name. */
const MAX_NAMED_CUBES = 10;

const partsOf = ({ loadingSeconds, cubes }: RebuildResult): string => {
  const slowest = cubes.toSorted(([, one], [, other]) => other - one);
  const others = slowest.slice(MAX_NAMED_CUBES).reduce((sum, [, seconds]) => sum + seconds, 0);
  const named = [
    ["loading", loadingSeconds] as const,
    ...slowest.slice(0, MAX_NAMED_CUBES),
    [`the other ${slowest.length - MAX_NAMED_CUBES} cubes together`, others] as const,
  ];
  return `${named.map(([name, seconds]) => `${name} ${shown(seconds)} s`).join(", ")}; two cubes are posted at a time`;
};

/** A read model of the complete log, every cube and daily vintage, compared with DuckDB parsing the same texts. */
export const measureRebuild = async ({ fixture, folder, progressReporter }: Context): Promise<Measured[]> => {
  const events = await fixture.events();
  const built = await fixture.buildNewModel();
  const input = {
    log: join(await fixture.log(), "log.sqlite"),
    file: join(folder.scratch("bare"), "bare.duckdb"),
  };
  const bare = (await runChild("bare-duckdb", input, { onProgress: progressReporter.update })) as BareLoad;
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
      ...{ row: "rebuild", what: "peak memory of the rebuild", unit: "MiB", better: "less" },
      ...{ value: built.peakMib, atLeast: 2_048, aim: 1_024, notes: [] },
      raw: { what: "the same DuckDB load", value: bare.peakMib },
    },
  ];
};
