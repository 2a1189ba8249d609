import { setTimeout as sleep } from "node:timers/promises";
import type { EventLog, Position } from "@karnameh/event-log/port";
import type { Connection } from "@karnameh/projections/engine/database";
import type { Indicator } from "@karnameh/projections/engine/indicator";
import { type Catalogue, catalogueHash } from "@karnameh/projections/engine/model";
import type { Planner } from "@karnameh/projections/planner/port";
import type { Logger } from "@karnameh/runtime/logger";
import type { ReaderState } from "@karnameh/runtime/reader-status";
import { type BuildProgress, buildModel } from "./build.ts";
import { LedgerWriter } from "./ledger-writer.ts";
import { LogHead } from "./log-head.ts";
import { type ModelFolder, openModelFolder } from "./model-folder.ts";
import { ProjectorError } from "./projector-error.ts";
import { closeReadModel, openReadModel, type ReadModel } from "./read-model.ts";

export type ProjectorStatus = {
  readonly state: ReaderState;
  readonly position: Position;
  readonly head: Position;
  /** Seconds since the read model last held all of the log; null while nothing serves. */
  readonly ageSeconds: number | null;
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
  /** Resolves once queries can be answered; goes on following until `stop`. Throws ProjectorError. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** The planner of the read model that serves now. Throws while nothing serves. */
  planner(): Planner;
  status(): Promise<ProjectorStatus>;
  /**
   * Does work on a connection of its own to the read model, or resolves to undefined while none follows the log
   * live: one that is being built, or is catching up, is not read.
   */
  readLive<T>(work: (connection: Connection) => Promise<T>): Promise<T | undefined>;
  /** Resolves once the position is recorded and every cube is current. Throws WAIT_TIMEOUT. */
  waitFor(position: Position, timeoutMs: number): Promise<void>;
  /** Calls the listener whenever the read model that follows holds all events of the log. */
  onCaughtUp(listener: () => void): void;
  /** Resolves when following has ended: after `stop`, or with the failure that ended it. */
  readonly ended: Promise<void>;
};

const CLOSE_DELAY_MS = 5_000;
const POINTER_CHECK_MS = 1_000;

class FollowingProjector implements Projector {
  readonly #options: ProjectorOptions;
  readonly #stopping = new AbortController();
  readonly #ledgerWriter: LedgerWriter;
  readonly #head: LogHead;
  readonly #following = Promise.withResolvers<void>();
  #readModel: ReadModel | undefined;
  #state: ReaderState = "BUILDING";
  #caughtUpAt: number | undefined;
  readonly #caughtUpListeners: (() => void)[] = [];

  constructor(options: ProjectorOptions) {
    this.#options = options;
    this.#ledgerWriter = new LedgerWriter(options.log, options.catalogue);
    this.#head = new LogHead(options.log);
    this.#following.promise.catch(() => undefined);
  }

  get ended(): Promise<void> {
    return this.#following.promise;
  }

  async start(): Promise<void> {
    const folder = await openModelFolder(this.#options.folder);
    const file = await folder.current();
    if (file !== undefined) await this.#serve(file);
    await folder.sweep([]);
    if (!this.#readModel) await this.#rebuild(folder);
    void this.#run(folder);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#ledgerWriter.cancel();
    if (this.#state === "BUILDING") this.#following.resolve();
    else await this.ended.catch(() => undefined);
    if (this.#readModel) closeReadModel(this.#readModel);
    this.#readModel = undefined;
    this.#state = "STOPPED";
  }

  planner(): Planner {
    if (this.#readModel) return this.#readModel.planner;
    throw new ProjectorError(
      "WAIT_TIMEOUT",
      "The read model is being built for the first time. Ask again in a moment.",
    );
  }

  async status(): Promise<ProjectorStatus> {
    const head = await this.#head.read();
    const now = this.#options.clock();
    if (this.#readModel && head !== undefined && this.#ledgerWriter.position >= head) this.#caughtUpAt = now;
    const ageSeconds = this.#caughtUpAt === undefined ? null : Math.round((now - this.#caughtUpAt) / 1000);
    const isWaiting = head === undefined && ["LIVE", "CATCHING_UP"].includes(this.#state);
    const state = isWaiting ? "WAITING" : this.#state;
    return { state, position: this.#ledgerWriter.position, head: head ?? this.#head.last, ageSeconds };
  }

  async readLive<T>(work: (connection: Connection) => Promise<T>): Promise<T | undefined> {
    if (this.#readModel === undefined || this.#state !== "LIVE") return undefined;
    const connection = await this.#readModel.database.connect();
    try {
      return await work(connection);
    } finally {
      connection.close();
    }
  }

  onCaughtUp(listener: () => void): void {
    this.#caughtUpListeners.push(listener);
  }

  waitFor(position: Position, timeoutMs: number): Promise<void> {
    return this.#ledgerWriter.waitFor(position, timeoutMs);
  }

  get #memory(): { readonly memoryLimit?: string } {
    const { memoryLimit } = this.#options;
    return memoryLimit === undefined ? {} : { memoryLimit };
  }

  async #serve(file: string): Promise<void> {
    const { log, indicators, today } = this.#options;
    const { ensureCurrent } = this.#ledgerWriter;
    const next = await openReadModel(file, log, indicators, { today, ensureCurrent, ...this.#memory });
    const old = this.#readModel;
    if (old) setTimeout(() => closeReadModel(old), CLOSE_DELAY_MS).unref();
    this.#readModel = next;
    await this.#ledgerWriter.open(next.writer);
  }

  async #rebuild(folder: ModelFolder): Promise<void> {
    const { log, catalogue, onProgress = () => undefined } = this.#options;
    this.#state = this.#readModel ? "REBUILDING" : "BUILDING";
    this.#ledgerWriter.pause();
    const building = { onProgress, signal: this.#stopping.signal, ...this.#memory };
    const file = await buildModel(log, folder, catalogue, building);
    await folder.promote(file);
    await this.#serve(file);
    await folder.sweep([]);
  }

  async #run(folder: ModelFolder): Promise<void> {
    const { catalogue, logger } = this.#options;
    try {
      const isStale = this.#readModel?.hash !== catalogueHash(catalogue);
      if (isStale || (await this.#head.isFarFrom(this.#ledgerWriter.position))) await this.#rebuild(folder);
      while (!this.#stopping.signal.aborted) await this.#followUntilReplaced(folder);
      this.#following.resolve();
    } catch (error) {
      if (this.#stopping.signal.aborted) return this.#following.resolve();
      this.#state = "FAILED";
      logger.error("The projector stopped following the log.", { error });
      this.#following.reject(error);
    }
  }

  /** Follows until the folder names another file, as after a rebuild by another process, and serves from that. */
  async #followUntilReplaced(folder: ModelFolder): Promise<void> {
    const current = this.#readModel;
    if (!current) return;
    const replaced = new AbortController();
    const isReplaced = async (): Promise<string | undefined> => {
      const file = await folder.current();
      return file === current.file ? undefined : file;
    };
    const timer = setInterval(async () => {
      if ((await isReplaced()) !== undefined) replaced.abort();
    }, POINTER_CHECK_MS);
    try {
      await this.#follow(current, AbortSignal.any([this.#stopping.signal, replaced.signal]));
    } finally {
      clearInterval(timer);
    }
    const file = await isReplaced();
    if (!this.#stopping.signal.aborted && file !== undefined) await this.#switchTo(file);
  }

  /** Another process may still hold the file, as `verify` does: then the old read model goes on for a while. */
  async #switchTo(file: string): Promise<void> {
    try {
      await this.#serve(file);
    } catch (error) {
      if (!(error instanceof ProjectorError && error.code === "ALREADY_RUNNING")) throw error;
      this.#options.logger.info("The new read model is held by another process; trying again.", { file });
      await sleep(POINTER_CHECK_MS, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
    }
  }

  async #follow({ writer }: ReadModel, signal: AbortSignal): Promise<void> {
    const { batchSize = 20_000 } = this.#options;
    this.#state = "CATCHING_UP";
    await this.#noteIfCaughtUp();
    for await (const _ of this.#ledgerWriter.follow(writer, { signal, batchSize }))
      await this.#noteIfCaughtUp();
    // A later version may have to answer from this read model while it builds its own.
    if (this.#stopping.signal.aborted) await this.#ledgerWriter.finish(writer);
  }

  async #noteIfCaughtUp(): Promise<void> {
    const head = await this.#head.read();
    if (head === undefined || this.#ledgerWriter.position < head) return;
    this.#state = "LIVE";
    this.#caughtUpAt = this.#options.clock();
    for (const notify of this.#caughtUpListeners) notify();
  }
}

/** The projector: follows the log into a read model, rebuilds it in a new file while the old one serves, and hands out its planner. */
export const createProjector = (options: ProjectorOptions): Projector => new FollowingProjector(options);
