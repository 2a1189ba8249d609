import { openSqliteLog } from "@karnameh/event-log/sqlite/log";
import { cubes } from "@karnameh/projections/cubes";
import { catalogueOf } from "@karnameh/projections/engine/model";
import { type BuildProgress, buildModel } from "@karnameh/projector/build";
import { openModelFolder } from "@karnameh/projector/model-folder";
import { usage, work } from "./work.ts";

export type RebuildResult = {
  readonly seconds: number;
  readonly loadingSeconds: number;
  /** Seconds of each cube, in the order of completion; two are posted at a time. */
  readonly cubes: readonly (readonly [name: string, seconds: number])[];
  readonly peakMib: number;
  readonly cpuSeconds: number;
};

/** Records when posting began and the time of each cube. */
const stopwatch = () => {
  const began = performance.now();
  const cubeTimes: (readonly [string, number])[] = [];
  let postingBegan: number | undefined;
  return {
    record({ phase, cube = "?", seconds }: BuildProgress): void {
      if (phase !== "POSTING") return;
      postingBegan ??= performance.now();
      if (seconds !== undefined) cubeTimes.push([cube, seconds]);
    },
    stop(): Omit<RebuildResult, "peakMib" | "cpuSeconds"> {
      const ended = performance.now();
      return {
        seconds: (ended - began) / 1000,
        loadingSeconds: ((postingBegan ?? ended) - began) / 1000,
        cubes: cubeTimes,
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
      watch.record(so);
      progress(so.phase === "LOADING" ? "loading facts" : "posting cubes", so.done, so.total);
    },
  });
  const times = watch.stop();
  await folder.promote(model);
  await log.close();
  return { ...times, ...usage() } satisfies RebuildResult;
});
