import { join } from "node:path";
import type { BareSeconds } from "./bare-sqlite.child.ts";
import { BenchError } from "./bench-error.ts";
import { runChild } from "./child.ts";
import type { Context } from "./context.ts";
import { type Measured, shown } from "./measured.ts";

const WAYS = {
  unique: "of (position, id, source, body) with a unique (id, source)",
  body: "of (position, body) alone",
} as const;

const waysOf = (bare: BareSeconds, events: number, rate: number): string =>
  (Object.keys(WAYS) as (keyof typeof WAYS)[])
    .map(
      (way) =>
        `${WAYS[way]} ${shown(events / bare[way], "events/s")} (${shown((rate * bare[way]) / events)})`,
    )
    .join(", ");

/** A validated durable import of a file into a new log, beside bare inserts of the rows that it recorded. */
export const measureImport = async ({ ground, folder, teller }: Context): Promise<Measured[]> => {
  const { events } = await ground.files();
  const { seconds, recorded, refused, peakMib, cpuSeconds } = await ground.importAnew();
  if (recorded !== events)
    throw new BenchError(`Of ${events} events the import recorded ${recorded} and refused ${refused}.`);
  const input = { folder: folder.scratch("bare"), log: join(await ground.log(), "log.sqlite"), events };
  const bare = (await runChild("bare-sqlite", input, { onProgress: teller.update })) as BareSeconds;
  folder.drop("bare");
  const [rate, bareRate] = [events / seconds, events / bare.rows];
  const raw = { what: "SQLite inserts of the same rows", value: bareRate };
  return [
    {
      ...{ row: "import", what: "import, file to log", unit: "events/s", better: "more" },
      ...{ value: rate, raw, atLeast: 50_000, aim: 120_000 },
      notes: [
        `${shown(seconds)} s, ${shown(cpuSeconds)} s of processor time, ${shown(peakMib, "MiB")} MiB at most`,
        `SQLite inserts of less, events/s and the share of it that the import reaches: ${waysOf(bare, events, rate)}`,
      ],
    },
    {
      ...{ row: "import", what: "import over bare SQLite", unit: "×", better: "more" },
      ...{ value: rate / bareRate, raw: undefined, atLeast: 0.5, aim: undefined, notes: [] },
    },
  ];
};
