import type { EventLog, Position } from "@karnameh/event-log/port";
import { catchUpCubes } from "@karnameh/projections/engine/catch-up";
import { checkpoint, commitBatch, prepareWriter } from "@karnameh/projections/engine/commit";
import { type LaggingCube, laggingCubes } from "@karnameh/projections/engine/cube-positions";
import type { Connection } from "@karnameh/projections/engine/database";
import type { Catalogue } from "@karnameh/projections/engine/model";
import type { Writer } from "@karnameh/projections/engine/writer";
import type { PlannerOptions } from "@karnameh/projections/planner/planner";
import { createCubeSchedule } from "./cube-schedule.ts";
import { createWaiters } from "./waiters.ts";
import { withWork } from "./with-work.ts";

type Batch = Parameters<typeof commitBatch>[2];

/** How a log is followed: until when, and how many events at a time at most. */
type FollowOptions = { readonly signal: AbortSignal; readonly batchSize: number };

/**
 * Writes a log into the ledger of a read model. Each batch is posted at once on the cubes that are hot; on the others it is posted
 * between batches, and on all of them when no events come.
 */
export class LedgerWriter {
  readonly #log: EventLog;
  readonly #catalogue: Catalogue;
  readonly #waiters = createWaiters();
  readonly #schedule = createCubeSchedule();
  #position: Position = 0n;

  constructor(log: EventLog, catalogue: Catalogue) {
    this.#log = log;
    this.#catalogue = catalogue;
  }

  /** The checkpoint: up to where the log is recorded in the read model. */
  get position(): Position {
    return this.#position;
  }

  /** Notes that cubes are read; resolves once they are posted up to the checkpoint. */
  readonly ensureCurrent: NonNullable<PlannerOptions["ensureCurrent"]> = (cubes) =>
    this.#schedule.ensureCurrent(cubes);

  /** Switches to a read model, into which it writes from now on, until `pause`. */
  async open(connection: Connection): Promise<void> {
    this.#position = await checkpoint(connection);
    const lagging = await laggingCubes(connection, this.#catalogue);
    this.#schedule.start();
    this.#noteLag(lagging);
  }

  /** Posts no more until it switches to another read model: no reader waits for it. */
  pause(): void {
    this.#schedule.stop();
  }

  /**
   * Resolves once the position is recorded and every cube is current: a stream that never pauses may put it off.
   * Throws WAIT_TIMEOUT.
   */
  waitFor(position: Position, timeoutMs: number): Promise<void> {
    const reached = this.#schedule.isEveryCubeCurrent() ? this.#position : 0n;
    return this.#waiters.waitFor(position, reached, timeoutMs);
  }

  /** Ends all waiting. */
  cancel(): void {
    this.pause();
    this.#waiters.cancel();
  }

  /** Writes what comes until the signal; gives the position after each batch. */
  async *follow(writer: Writer, { signal, batchSize }: FollowOptions): AsyncGenerator<Position> {
    this.#schedule.start();
    try {
      await prepareWriter(writer, this.#catalogue);
      while (!signal.aborted && (await writer.prepareStatements()) > 0);
      const batches = this.#log.follow(this.#position, signal, batchSize);
      const catchUp = (isWaiting: boolean) => this.#catchUpNext(writer, !isWaiting);
      for await (const { last, texts } of withWork(batches, catchUp)) {
        await this.#commit(writer, { after: this.#position, last, texts });
        yield last;
        await writer.prepareStatements();
      }
    } finally {
      this.pause();
    }
  }

  /** Posts on the cubes that lack few events: so much is done before a stop, and no more. */
  async finish(writer: Writer): Promise<void> {
    await catchUpCubes(writer, this.#catalogue, this.#schedule.slightlyLagging());
  }

  async #commit(writer: Writer, batch: Batch): Promise<void> {
    const { recordsOnce } = this.#log;
    const postOn = this.#schedule.hotCubes();
    const lagging = await commitBatch(writer, this.#catalogue, { ...batch, recordsOnce, postOn });
    this.#position = batch.last;
    this.#noteLag(lagging);
  }

  /** Posts on the cubes that are next what they lack; resolves to whether there were any. */
  async #catchUpNext(writer: Writer, hasTime: boolean): Promise<boolean> {
    const cubes = this.#schedule.nextCubes(hasTime);
    if (cubes.size === 0) return false;
    this.#noteLag(await catchUpCubes(writer, this.#catalogue, cubes));
    await writer.prepareStatements();
    return true;
  }

  #noteLag(lagging: readonly LaggingCube[]): void {
    this.#schedule.update(lagging);
    if (this.#schedule.isEveryCubeCurrent()) this.#waiters.reached(this.#position);
  }
}
