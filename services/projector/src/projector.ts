import type { EventLog, Position } from "@karnameh/event-log/port";
import { checkpoint, commitBatch } from "@karnameh/projections/engine/commit";
import type { Indicator } from "@karnameh/projections/engine/indicator";
import { type Catalogue, catalogueHash } from "@karnameh/projections/engine/model";
import type { Planner } from "@karnameh/projections/planner/port";
import { type BuildProgress, buildModel } from "./build.ts";
import { openModelFolder } from "./model-folder.ts";
import { ProjectorError } from "./projector-error.ts";
import { closeReader, openReader, type Reader } from "./reader.ts";
import { createWaiters } from "./waiters.ts";

/** BUILDING: nothing can be asked yet. REBUILDING: an older read model answers meanwhile. FAILED: it no longer follows. */
export type ProjectorState = "BUILDING" | "REBUILDING" | "CATCHING_UP" | "LIVE" | "FAILED" | "STOPPED";

export type ProjectorStatus = {
  readonly state: ProjectorState;
  readonly position: Position;
  readonly head: Position;
  /** Seconds since the read model last agreed with the log; null while nothing serves. */
  readonly ageSeconds: number | null;
};

export type Logger = {
  info(message: string, fields?: object): void;
  error(message: string, fields?: object): void;
};

export type ProjectorOptions = {
  readonly log: EventLog;
  /** The folder of read models. */
  readonly folder: string;
  readonly catalogue: Catalogue;
  readonly indicators: readonly Indicator[];
  readonly clock: () => number;
  readonly today: () => string;
  readonly logger: Logger;
  readonly onProgress?: (progress: BuildProgress) => void;
  readonly memoryLimit?: string;
  /** Events of one live batch at most. */
  readonly batchSize?: number;
};

export type Projector = {
  /** Resolves once something can be asked; goes on following until `stop`. Throws ProjectorError. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** The planner of the read model that serves now. Throws while nothing serves. */
  planner(): Planner;
  status(): Promise<ProjectorStatus>;
  /** Resolves once the read model has booked the position. Throws WAIT_TIMEOUT. */
  waitFor(position: Position, timeoutMs: number): Promise<void>;
  /** Resolves when following has ended: after `stop`, or with the failure that ended it. */
  readonly ended: Promise<void>;
};

const GRACE_MS = 5_000;
const POINTER_CHECK_MS = 1_000;

/** A gap that is cheaper to rebuild than to follow: half of the log, and not small. */
const isFar = (position: Position, head: Position): boolean =>
  head - position > 50_000n && (head - position) * 2n > head;

/** The projector: follows the log into a read model, rebuilds it beside the one that serves, and answers. */
export const createProjector = (options: ProjectorOptions): Projector => {
  const { log, catalogue, logger } = options;
  const stopping = new AbortController();
  const waiters = createWaiters();
  const readerOptions = {
    today: options.today,
    ...(options.memoryLimit === undefined ? {} : { memoryLimit: options.memoryLimit }),
  };
  let reader: Reader | undefined;
  let state: ProjectorState = "BUILDING";
  let position: Position = 0n;
  let agreedAt: number | undefined;
  const ending = Promise.withResolvers<void>();
  ending.promise.catch(() => undefined);

  const retire = (old: Reader): void => {
    setTimeout(() => closeReader(old), GRACE_MS).unref();
  };

  const serve = async (file: string): Promise<void> => {
    const next = await openReader(file, log, options.indicators, readerOptions);
    if (reader) retire(reader);
    reader = next;
    position = await checkpoint(next.writer);
    waiters.reached(position);
  };

  const rebuild = async (folder: Awaited<ReturnType<typeof openModelFolder>>): Promise<void> => {
    state = reader ? "REBUILDING" : "BUILDING";
    const file = await buildModel(log, folder, catalogue, {
      onProgress: options.onProgress ?? (() => undefined),
      signal: stopping.signal,
      ...(options.memoryLimit === undefined ? {} : { memoryLimit: options.memoryLimit }),
    });
    await folder.promote(file);
    await serve(file);
    await folder.sweep([]);
  };

  const follow = async (current: Reader, signal: AbortSignal): Promise<void> => {
    state = "CATCHING_UP";
    const live = async () => {
      if (position >= (await log.head())) {
        state = "LIVE";
        agreedAt = options.clock();
      }
    };
    await live();
    for await (const batch of log.follow(position, signal, options.batchSize ?? 20_000)) {
      await commitBatch(current.writer, catalogue, { after: position, last: batch.last, texts: batch.texts });
      position = batch.last;
      waiters.reached(position);
      await live();
    }
  };

  const followUntilReplaced = async (folder: Awaited<ReturnType<typeof openModelFolder>>): Promise<void> => {
    const current = reader;
    if (!current) return;
    const replaced = new AbortController();
    const timer = setInterval(async () => {
      const file = await folder.current();
      if (file !== undefined && file !== current.file) replaced.abort();
    }, POINTER_CHECK_MS);
    try {
      await follow(current, AbortSignal.any([stopping.signal, replaced.signal]));
    } finally {
      clearInterval(timer);
    }
    const file = await folder.current();
    if (!stopping.signal.aborted && file !== undefined && file !== current.file) await serve(file);
  };

  const run = async (folder: Awaited<ReturnType<typeof openModelFolder>>): Promise<void> => {
    try {
      const stale = reader?.hash !== catalogueHash(catalogue);
      if (stale || isFar(position, await log.head())) await rebuild(folder);
      while (!stopping.signal.aborted) await followUntilReplaced(folder);
      ending.resolve();
    } catch (error) {
      if (stopping.signal.aborted) return ending.resolve();
      state = "FAILED";
      logger.error("The projector stopped following the log.", { error });
      ending.reject(error);
    }
  };

  return {
    async start() {
      const folder = await openModelFolder(options.folder);
      const file = await folder.current();
      if (file !== undefined) await serve(file);
      await folder.sweep([]);
      if (!reader) await rebuild(folder);
      void run(folder);
    },
    async stop() {
      stopping.abort();
      waiters.cancel();
      if (state === "BUILDING") ending.resolve();
      else await ending.promise.catch(() => undefined);
      if (reader) closeReader(reader);
      reader = undefined;
      state = "STOPPED";
    },
    planner() {
      if (reader) return reader.planner;
      throw new ProjectorError(
        "WAIT_TIMEOUT",
        "The read model is being built for the first time. Ask again in a moment.",
      );
    },
    async status() {
      const head = await log.head();
      if (position >= head) agreedAt = options.clock();
      return {
        state,
        position,
        head,
        ageSeconds: agreedAt === undefined ? null : Math.round((options.clock() - agreedAt) / 1000),
      };
    },
    waitFor: (target, timeoutMs) => waiters.waitFor(target, position, timeoutMs),
    ended: ending.promise,
  };
};
