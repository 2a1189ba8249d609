import { runChild } from "./child.ts";
import type { ClusterResult } from "./cluster.child.ts";
import type { Context } from "./context.ts";
import { type Measured, quantile } from "./measured.ts";

const MAX_EVENTS = 100_000;
const TIMES = 5;

/** Reading and following a log on a cluster, given or a double, compared with the client alone. */
export const measureCluster = async ({
  fixture,
  progressReporter,
  options,
}: Context): Promise<Measured[]> => {
  const { path, events: all } = await fixture.files();
  const events = Math.min(all, MAX_EVENTS);
  const input = {
    file: path,
    events,
    times: TIMES,
    ...(options.log !== undefined && { address: options.log }),
  };
  const { seconds } = (await runChild("cluster", input, {
    onProgress: progressReporter.update,
  })) as ClusterResult;
  const rowsOf = (
    what: string,
    own: readonly number[],
    bare: readonly number[],
    call: string,
  ): Measured[] => {
    const [value, raw] = [own, bare].map((all) => events / quantile(all, 0.5)) as [number, number];
    const note = `${events.toLocaleString("en")} events, ${TIMES} times in turn with the client alone`;
    const row = { row: "cluster", better: "more", aim: undefined } as const;
    return [
      {
        ...row,
        ...{ what, unit: "events/s", value, atLeast: undefined },
        raw: { what: call, value: raw },
        notes: [note],
      },
      {
        ...row,
        ...{ what: `${what}, over the client`, unit: "×", value: value / raw, atLeast: 0.5 },
        raw: undefined,
        notes: [],
      },
    ];
  };
  return [
    ...rowsOf("cluster read", seconds.read, seconds.bareRead, "the client's readAll"),
    ...rowsOf("cluster follow", seconds.follow, seconds.bareFollow, "the client's subscribeToAll"),
  ];
};
