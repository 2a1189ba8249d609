import { openSqliteLog } from "@karnameh/event-log/sqlite/log";
import { cubes } from "@karnameh/projections/cubes";
import { catalogueOf } from "@karnameh/projections/engine/model";
import { type BuildProgress, buildModel } from "@karnameh/projector/build";
import { openModelFolder } from "@karnameh/projector/model-folder";
import { usage, work } from "./work.ts";

export type RebuildResult = {
  readonly seconds: number;
  readonly loadingSeconds: number;
  /** Seconds of each cube, in the order in which they were booked. */
  readonly cubes: readonly (readonly [name: string, seconds: number])[];
  readonly peakMib: number;
  readonly cpuSeconds: number;
};

/** Notes when each part of a build began. */
const stopwatch = () => {
  const began = performance.now();
  const cubeBegan: [string, number][] = [];
  return {
    hear({ phase, cube }: BuildProgress): void {
      if (phase === "BOOKING") cubeBegan.push([cube ?? "?", performance.now()]);
    },
    stop(): Omit<RebuildResult, "peakMib" | "cpuSeconds"> {
      const ended = performance.now();
      const times = cubeBegan.map(
        ([name, at], index) => [name, ((cubeBegan[index + 1]?.[1] ?? ended) - at) / 1000] as const,
      );
      return {
        seconds: (ended - began) / 1000,
        loadingSeconds: ((cubeBegan[0]?.[1] ?? ended) - began) / 1000,
        cubes: times,
      };
    },
  };
};

/** Builds the read model of a log in a folder of its own, every cube and every daily vintage. */
work<{ log: string; folder: string }>(async ({ log: file, folder: path }, { progress }) => {
  const log = await openSqliteLog({ file, readOnly: true });
  const folder = await openModelFolder(path);
  const watch = stopwatch();
  const model = await buildModel(log, folder, catalogueOf(cubes), {
    signal: new AbortController().signal,
    onProgress: (so) => {
      watch.hear(so);
      progress(so.phase === "LOADING" ? "loading facts" : "booking cubes", so.done, so.total);
    },
  });
  const times = watch.stop();
  await folder.promote(model);
  await log.close();
  return { ...times, ...usage() } satisfies RebuildResult;
});
