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
  let answered = Number.NaN;
  const onSaid = (): void => {
    answered = performance.now();
  };
  await runChild("bare-open", { file: join(folder, file) }, { onSaid });
  return (answered - began) / 1000;
};

/** From the start of `karnameh serve` to its first answer, beside a process that opens the file and counts. */
export const measureRestart = async ({ ground, teller }: Context): Promise<Measured[]> => {
  const data = await ground.model();
  const [served, bare]: [number[], number[]] = [[], []];
  for (let time = 0; time < TIMES; time++) {
    const server = await startServer(data);
    served.push(server.readySeconds);
    await server.stop();
    bare.push(await bareSeconds(data));
    teller.update("starting", time + 1, TIMES);
  }
  return [
    {
      ...{ row: "restart", what: "ready after a restart, p50", unit: "s", better: "less" },
      ...{ value: quantile(served, 0.5), atLeast: 2, aim: 1 },
      raw: { what: "Node, DuckDB, one count", value: quantile(bare, 0.5) },
      notes: [
        `of ${TIMES} starts the slowest ${shown(Math.max(...served))} s; the files are in the system's memory`,
      ],
    },
  ];
};
