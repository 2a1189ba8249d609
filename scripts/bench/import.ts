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

/** A validated durable import of a file into a new log, compared with bare inserts of the recorded rows. */
export const measureImport = async ({ fixture, folder, progressReporter }: Context): Promise<Measured[]> => {
  const { events } = await fixture.files();
  const { seconds, recorded, refused, peakMib, cpuSeconds } = await fixture.importToNewLog();
  if (recorded !== events)
    throw new BenchError(`The import recorded ${recorded} of ${events} events and rejected ${refused}.`);
  const input = { folder: folder.scratch("bare"), log: join(await fixture.log(), "log.sqlite"), events };
  const bare = (await runChild("bare-sqlite", input, { onProgress: progressReporter.update })) as BareSeconds;
  folder.drop("bare");
  const [rate, bareRate] = [events / seconds, events / bare.rows];
  const raw = { what: "SQLite inserts of the same rows", value: bareRate };
  return [
    {
      ...{ row: "import", what: "import, file to log", unit: "events/s", better: "more" },
      ...{ value: rate, raw, atLeast: 50_000, aim: 120_000 },
      notes: [
        `${shown(seconds)} s, ${shown(cpuSeconds)} s of processor time, ${shown(peakMib, "MiB")} MiB at peak`,
        `SQLite inserts of fewer columns, in events/s, and the import's share of it: ${waysOf(bare, events, rate)}`,
      ],
    },
    {
      ...{ row: "import", what: "import over bare SQLite", unit: "×", better: "more" },
      ...{ value: rate / bareRate, raw: undefined, atLeast: 0.5, aim: undefined, notes: [] },
    },
  ];
};
