import { setTimeout as sleep } from "node:timers/promises";
import { type EventLog, LogError, type Position } from "@karnameh/event-log/port";
import type { Connection } from "@karnameh/projections/engine/database";
import type { Indicator } from "@karnameh/projections/engine/indicator";
import { type Catalogue, catalogueHash } from "@karnameh/projections/engine/model";
import type { Planner } from "@karnameh/projections/planner/port";
import type { Logger } from "@karnameh/runtime/logger";
import type { ReaderState } from "@karnameh/runtime/reader-status";
import { type BuildProgress, buildModel } from "./build.ts";
import { LedgerWriter } from "./ledger-writer.ts";
import { type ModelFolder, openModelFolder } from "./model-folder.ts";
import { ProjectorError } from "./projector-error.ts";
import { closeReader, openReader, type Reader } from "./reader.ts";

export type ProjectorStatus = {
  readonly state: ReaderState;
  readonly position: Position;
  readonly head: Position;
  /** Seconds since the read model last agreed with the log; null while nothing serves. */
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
  /** Called whenever the read model that follows has booked all that the log holds. */
  readonly onCaughtUp?: () => void;
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
  /**
   * Does work on a connection of its own to the read model, or resolves to undefined while none follows the log
   * live: what is being built, or catching up, is not asked.
   */
  readLive<T>(work: (connection: Connection) => Promise<T>): Promise<T | undefined>;
  /** Resolves once the position is booked and no cube lacks anything. Throws WAIT_TIMEOUT. */
  waitFor(position: Position, timeoutMs: number): Promise<void>;
  /** Resolves when following has ended: after `stop`, or with the failure that ended it. */
  readonly ended: Promise<void>;
};

const GRACE_MS = 5_000;
const POINTER_CHECK_MS = 1_000;

const FAR_EVENTS = 50_000;

/** A gap that is cheaper to rebuild than to follow: half of the log, and not small. */
const isFar = async (log: EventLog, position: Position, head: Position): Promise<boolean> => {
  if ((head - position) * 2n <= head) return false;
  if (log.countsPositions) return head - position > BigInt(FAR_EVENTS);
  return (await log.read(position, FAR_EVENTS)).count === FAR_EVENTS;
};

/** What to go on with while the log cannot be reached; throws every other failure. */
const whileLost =
  <T>(value: T) =>
  (error: unknown): T => {
    if (error instanceof LogError && error.code === "UNAVAILABLE") return value;
    throw error;
  };

class FollowingProjector implements Projector {
  readonly #options: ProjectorOptions;
  readonly #stopping = new AbortController();
  readonly #ledgerWriter: LedgerWriter;
  readonly #ending = Promise.withResolvers<void>();
  #reader: Reader | undefined;
  #state: ReaderState = "BUILDING";
  #head: Position = 0n;
  #agreedAt: number | undefined;

  constructor(options: ProjectorOptions) {
    this.#options = options;
    this.#ledgerWriter = new LedgerWriter(options.log, options.catalogue);
    this.#ending.promise.catch(() => undefined);
  }

  get ended(): Promise<void> {
    return this.#ending.promise;
  }

  async start(): Promise<void> {
    const folder = await openModelFolder(this.#options.folder);
    const file = await folder.current();
    if (file !== undefined) await this.#serve(file);
    await folder.sweep([]);
    if (!this.#reader) await this.#rebuild(folder);
    void this.#run(folder);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#ledgerWriter.cancel();
    if (this.#state === "BUILDING") this.#ending.resolve();
    else await this.ended.catch(() => undefined);
    if (this.#reader) closeReader(this.#reader);
    this.#reader = undefined;
    this.#state = "STOPPED";
  }

  planner(): Planner {
    if (this.#reader) return this.#reader.planner;
    throw new ProjectorError(
      "WAIT_TIMEOUT",
      "The read model is being built for the first time. Ask again in a moment.",
    );
  }

  async status(): Promise<ProjectorStatus> {
    const head = await this.#lookAtHead();
    const now = this.#options.clock();
    if (this.#reader && head !== undefined && this.#ledgerWriter.position >= head) this.#agreedAt = now;
    const ageSeconds = this.#agreedAt === undefined ? null : Math.round((now - this.#agreedAt) / 1000);
    const isWaiting = head === undefined && ["LIVE", "CATCHING_UP"].includes(this.#state);
    const state = isWaiting ? "WAITING" : this.#state;
    return { state, position: this.#ledgerWriter.position, head: head ?? this.#head, ageSeconds };
  }

  async #isFarBehind(): Promise<boolean> {
    const head = await this.#lookAtHead();
    if (head === undefined) return false;
    return isFar(this.#options.log, this.#ledgerWriter.position, head).catch(whileLost(false));
  }

  /** Undefined while the log cannot be reached: who answers goes on with what is booked. */
  async #lookAtHead(): Promise<Position | undefined> {
    try {
      this.#head = await this.#options.log.head();
      return this.#head;
    } catch (error) {
      return whileLost(undefined)(error);
    }
  }

  async readLive<T>(work: (connection: Connection) => Promise<T>): Promise<T | undefined> {
    if (this.#reader === undefined || this.#state !== "LIVE") return undefined;
    const connection = await this.#reader.database.connect();
    try {
      return await work(connection);
    } finally {
      connection.close();
    }
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
    const next = await openReader(file, log, indicators, { today, ensureCurrent, ...this.#memory });
    const old = this.#reader;
    if (old) setTimeout(() => closeReader(old), GRACE_MS).unref();
    this.#reader = next;
    await this.#ledgerWriter.open(next.writer);
  }

  async #rebuild(folder: ModelFolder): Promise<void> {
    const { log, catalogue, onProgress = () => undefined } = this.#options;
    this.#state = this.#reader ? "REBUILDING" : "BUILDING";
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
      const stale = this.#reader?.hash !== catalogueHash(catalogue);
      if (stale || (await this.#isFarBehind())) await this.#rebuild(folder);
      while (!this.#stopping.signal.aborted) await this.#followUntilReplaced(folder);
      this.#ending.resolve();
    } catch (error) {
      if (this.#stopping.signal.aborted) return this.#ending.resolve();
      this.#state = "FAILED";
      logger.error("The projector stopped following the log.", { error });
      this.#ending.reject(error);
    }
  }

  /** Follows until the folder names another file, as after a rebuild by another process, and serves from that. */
  async #followUntilReplaced(folder: ModelFolder): Promise<void> {
    const current = this.#reader;
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
    if (!this.#stopping.signal.aborted && file !== undefined) await this.#goOver(file);
  }

  /** Another process may still hold the file, as `verify` does: then the old read model goes on for a while. */
  async #goOver(file: string): Promise<void> {
    try {
      await this.#serve(file);
    } catch (error) {
      if (!(error instanceof ProjectorError && error.code === "ALREADY_RUNNING")) throw error;
      this.#options.logger.info("The new read model is held by another process; trying again.", { file });
      await sleep(POINTER_CHECK_MS, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
    }
  }

  async #follow({ writer }: Reader, signal: AbortSignal): Promise<void> {
    const { batchSize = 20_000 } = this.#options;
    this.#state = "CATCHING_UP";
    await this.#noteAgreement();
    for await (const _ of this.#ledgerWriter.follow(writer, { signal, batchSize }))
      await this.#noteAgreement();
    // A later version may have to answer from this read model while it makes its own.
    if (this.#stopping.signal.aborted) await this.#ledgerWriter.finish(writer);
  }

  async #noteAgreement(): Promise<void> {
    const head = await this.#lookAtHead();
    if (head === undefined || this.#ledgerWriter.position < head) return;
    this.#state = "LIVE";
    this.#agreedAt = this.#options.clock();
    this.#options.onCaughtUp?.();
  }
}

/** The projector: follows the log into a read model, rebuilds it beside the one that serves, and answers. */
export const createProjector = (options: ProjectorOptions): Projector => new FollowingProjector(options);
