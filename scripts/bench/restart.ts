import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runChild } from "./child.ts";
import type { Context } from "./context.ts";
import { type Measured, quantile, shown } from "./measured.ts";
import { startServer } from "./server.ts";

const TIMES = 7;

const bareSeconds = async (data: string): Promise<number> => {
  const folder = join(data, "read");
  const { file } = JSON.parse(readFileSync(join(folder, "current.json"), "utf8")) as { file: string };
  const began = performance.now();
  let respondedAt = Number.NaN;
  const onMessage = (): void => {
    respondedAt = performance.now();
  };
  await runChild("bare-open", { file: join(folder, file) }, { onMessage });
  return (respondedAt - began) / 1000;
};

/** From the start of `karnameh serve` to its first response, compared with a process that opens the file and counts. */
export const measureRestart = async ({ fixture, progressReporter }: Context): Promise<Measured[]> => {
  const data = await fixture.model();
  const [served, bare]: [number[], number[]] = [[], []];
  for (let time = 0; time < TIMES; time++) {
    const server = await startServer(data);
    served.push(server.readySeconds);
    await server.stop();
    bare.push(await bareSeconds(data));
    progressReporter.update("starting", time + 1, TIMES);
  }
  return [
    {
      ...{ row: "restart", what: "ready after a restart, p50", unit: "s", better: "less" },
      ...{ value: quantile(served, 0.5), atLeast: 2, aim: 1 },
      raw: { what: "Node, DuckDB, one count", value: quantile(bare, 0.5) },
      notes: [
        `the slowest of ${TIMES} starts took ${shown(Math.max(...served))} s; the files are in the operating system's cache`,
      ],
    },
  ];
};
