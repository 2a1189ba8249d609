import type { Cube } from "@karnameh/projections/engine/cube";

/** How long after a question its cubes are booked with every batch, if they were asked for before. */
const ASKED_FOR_MS = 10_000;

/** Questions that are nearer to each other are one: a page asks several at a time. */
const AGAIN_MS = 1_000;

/** Events that a cube nobody asks for may lack before it is booked in spite of events that wait. */
const SOME_EVENTS = 5_000;

/** Events that no cube may lack while others are recorded. */
const MANY_EVENTS = 50_000;

/** When a cube was asked for: first, in a row of questions without a longer pause, and last. */
type Asked = { readonly first: number; readonly last: number };

/** Notes which cubes are asked for, and tells which again and again. */
const noteQuestions = (clock: () => number) => {
  const questions = new Map<Cube, Asked>();
  const dropOld = (): void => {
    const oldest = clock() - ASKED_FOR_MS;
    for (const [cube, { last }] of questions) if (last < oldest) questions.delete(cube);
  };
  return {
    note(cubes: ReadonlySet<Cube>): void {
      dropOld();
      const last = clock();
      for (const cube of cubes) questions.set(cube, { first: questions.get(cube)?.first ?? last, last });
    },
    repeated(): ReadonlySet<Cube> {
      dropOld();
      const again = [...questions].filter(([, { first, last }]) => last - first >= AGAIN_MS);
      return new Set(again.map(([cube]) => cube));
    },
  };
};

type Waiter = { readonly cubes: ReadonlySet<Cube>; readonly done: () => void };

/**
 * Which cubes are booked when: with every batch those that are asked for again and again, the others when there is time, so that
 * what is asked for is new within a moment however many cubes there are.
 */
export const createCubeQueue = (clock: () => number = () => performance.now()) => {
  const questions = noteQuestions(clock);
  /** Events that are not booked on a cube. */
  let behind = new Map<Cube, number>();
  let isServed = false;
  const waiters = new Set<Waiter>();
  const isBehind = (cube: Cube): boolean => behind.has(cube);

  const wake = (): void => {
    for (const waiter of waiters) {
      if (isServed && [...waiter.cubes].some(isBehind)) continue;
      waiters.delete(waiter);
      waiter.done();
    }
  };
  return {
    /** Notes that cubes are asked for; resolves once nothing is left to be booked on them, or nobody books. */
    bring(cubes: ReadonlySet<Cube>): Promise<void> {
      questions.note(cubes);
      if (!isServed || ![...cubes].some(isBehind)) return Promise.resolve();
      return new Promise((done) => waiters.add({ cubes, done }));
    },
    /** The cubes on which a batch is booked at once: they are asked for again and again. */
    asked: () => questions.repeated(),
    /** What is booked next: what somebody waits for, what lacks too much, else what lacks most if there is time. */
    next(hasTime: boolean): ReadonlySet<Cube> {
      const wanted = [...waiters].flatMap(({ cubes }) => [...cubes].filter(isBehind));
      if (wanted.length > 0) return new Set(wanted);
      const far = [...behind].filter(([, events]) => events >= MANY_EVENTS).map(([cube]) => cube);
      if (far.length > 0) return new Set(far);
      const [[cube, events] = []] = [...behind].sort(([, one], [, other]) => other - one);
      return new Set(cube && (hasTime || (events ?? 0) >= SOME_EVENTS) ? [cube] : []);
    },
    /** Notes that events were recorded and not booked on these cubes. */
    left(cubes: readonly Cube[], events: number): void {
      for (const cube of cubes) behind.set(cube, (behind.get(cube) ?? 0) + events);
      wake();
    },
    booked(cubes: ReadonlySet<Cube>): void {
      for (const cube of cubes) behind.delete(cube);
      wake();
    },
    /** The cubes that lack few events. */
    near: (): ReadonlySet<Cube> =>
      new Set([...behind].filter(([, events]) => events < SOME_EVENTS).map(([cube]) => cube)),
    isEmpty: (): boolean => behind.size === 0,
    /** Another read model: these cubes lack something, it is not known how much and so taken for much. */
    renew(cubes: readonly Cube[]): void {
      behind = new Map(cubes.map((cube) => [cube, MANY_EVENTS]));
    },
    /** Somebody books from now on. */
    begin(): void {
      isServed = true;
    },
    /** Nobody books any more; nobody waits for it. */
    end(): void {
      isServed = false;
      wake();
    },
  };
};
