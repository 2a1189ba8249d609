import type { Cube } from "@karnameh/projections/engine/cube";
import type { LaggingCube } from "@karnameh/projections/engine/cube-positions";

/**
 * When a batch of events is posted on a cube. How many events each cube lacks is kept in `model.cube`; this schedule holds what
 * was last read of it, and who reads which cubes.
 *
 * | state | the cube | its entries are posted |
 * | --- | --- | --- |
 * | CURRENT | lacks nothing | |
 * | HOT | was read again and again in the last 10 seconds | with every batch, in the transaction of its facts |
 * | LAGGING | lacks fewer than 5,000 events | when no events wait, the cube that lacks most first |
 * | DUE | lacks 5,000 events or more | between two batches, though events wait: the cube that lacks most |
 * | OVERDUE | lacks 50,000 events or more | between two batches: all such cubes at once |
 * | REQUESTED | lags, and a reader waits for it in `ensureCurrent` | next, before all others |
 */
export type CubeSchedule = {
  /** Notes that cubes are read; resolves once they are current, or where nobody posts. */
  ensureCurrent(cubes: ReadonlySet<Cube>): Promise<void>;
  /** The HOT cubes. */
  hotCubes(): ReadonlySet<Cube>;
  /** The cubes to be posted next: those that are REQUESTED, else OVERDUE, else the one that is DUE, or LAGGING if there is time. */
  nextCubes(hasTime: boolean): ReadonlySet<Cube>;
  /** The cubes that are LAGGING and not yet DUE. */
  slightlyLagging(): ReadonlySet<Cube>;
  isEveryCubeCurrent(): boolean;
  /** Takes over what `model.cube` says after it changed. */
  update(lagging: readonly LaggingCube[]): void;
  /** From now on cubes are posted, so that readers may wait for it. */
  start(): void;
  /** No cube is posted any more: whoever waits goes on. */
  stop(): void;
};

/** How long after a read a cube is HOT, if it was read before. */
const HOT_MS = 10_000;

/** Reads that are nearer to each other count as one: a page reads several cubes at a time. */
const REPEATED_READ_MS = 1_000;

const DUE_EVENTS = 5_000;
const OVERDUE_EVENTS = 50_000;

/** When a cube was read: first, in a series of reads without a longer pause, and last. */
type CubeReads = { readonly first: number; readonly last: number };

/** Notes which cubes are read, and which of them again and again. */
const trackReads = (clock: () => number) => {
  const reads = new Map<Cube, CubeReads>();
  const dropOld = (): void => {
    const oldest = clock() - HOT_MS;
    for (const [cube, { last }] of reads) if (last < oldest) reads.delete(cube);
  };
  return {
    note(cubes: ReadonlySet<Cube>): void {
      dropOld();
      const last = clock();
      for (const cube of cubes) reads.set(cube, { first: reads.get(cube)?.first ?? last, last });
    },
    repeated(): ReadonlySet<Cube> {
      dropOld();
      const again = [...reads].filter(([, { first, last }]) => last - first >= REPEATED_READ_MS);
      return new Set(again.map(([cube]) => cube));
    },
  };
};

type Waiter = { readonly cubes: ReadonlySet<Cube>; readonly done: () => void };

/** Makes a schedule on which nothing lags and nobody posts yet. */
export const createCubeSchedule = (clock: () => number = () => performance.now()): CubeSchedule => {
  const reads = trackReads(clock);
  let lag: ReadonlyMap<Cube, number> = new Map();
  let isRunning = false;
  const waiters = new Set<Waiter>();
  const isLagging = (cube: Cube): boolean => lag.has(cube);
  const laggingBy = (isSuch: (events: number) => boolean): ReadonlySet<Cube> =>
    new Set([...lag].filter(([, events]) => isSuch(events)).map(([cube]) => cube));

  const releaseWaiters = (): void => {
    for (const waiter of waiters) {
      if (isRunning && [...waiter.cubes].some(isLagging)) continue;
      waiters.delete(waiter);
      waiter.done();
    }
  };
  return {
    ensureCurrent(cubes) {
      reads.note(cubes);
      if (!isRunning || ![...cubes].some(isLagging)) return Promise.resolve();
      return new Promise((done) => waiters.add({ cubes, done }));
    },
    hotCubes: () => reads.repeated(),
    nextCubes(hasTime) {
      const requested = [...waiters].flatMap(({ cubes }) => [...cubes].filter(isLagging));
      if (requested.length > 0) return new Set(requested);
      const overdue = laggingBy((events) => events >= OVERDUE_EVENTS);
      if (overdue.size > 0) return overdue;
      const [[cube, events] = []] = [...lag].sort(([, one], [, other]) => other - one);
      return new Set(cube && (hasTime || (events ?? 0) >= DUE_EVENTS) ? [cube] : []);
    },
    slightlyLagging: () => laggingBy((events) => events < DUE_EVENTS),
    isEveryCubeCurrent: () => lag.size === 0,
    update(lagging) {
      lag = new Map(lagging.map(({ cube, events }) => [cube, events]));
      releaseWaiters();
    },
    start() {
      isRunning = true;
    },
    stop() {
      isRunning = false;
      releaseWaiters();
    },
  };
};
