import type { EventLog, Position } from "@karnameh/event-log/port";
import { bookBehind, cubesBehind } from "@karnameh/projections/engine/catch-up";
import { checkpoint, commitBatch, readyWriter } from "@karnameh/projections/engine/commit";
import type { Connection } from "@karnameh/projections/engine/database";
import type { Catalogue } from "@karnameh/projections/engine/model";
import type { Writer } from "@karnameh/projections/engine/writer";
import type { PlannerOptions } from "@karnameh/projections/planner/planner";
import { createCubeQueue } from "./cube-queue.ts";
import { createWaiters } from "./waiters.ts";
import { withWork } from "./with-work.ts";

type Batch = Parameters<typeof commitBatch>[2];

/** What is followed: how many events at a time at most, and until when. */
type Following = { readonly signal: AbortSignal; readonly batchSize: number };

/**
 * Books a log on a read model. Each batch is booked at once on the cubes that are asked for again and again, and touches no others;
 * these are booked between the batches, and all of them when the log is at rest.
 */
export class Booker {
  readonly #log: EventLog;
  readonly #catalogue: Catalogue;
  readonly #waiters = createWaiters();
  readonly #queue = createCubeQueue();
  #position: Position = 0n;

  constructor(log: EventLog, catalogue: Catalogue) {
    this.#log = log;
    this.#catalogue = catalogue;
  }

  /** Up to where the log is recorded in the read model. */
  get position(): Position {
    return this.#position;
  }

  /** Notes that cubes are asked for; resolves once they are booked up to the position. */
  readonly bring: NonNullable<PlannerOptions["bring"]> = (cubes) => this.#queue.bring(cubes);

  /** Goes over to a read model, which it is going to follow the log with unless it is told to `rest`. */
  async open(connection: Connection): Promise<void> {
    this.#position = await checkpoint(connection);
    this.#queue.renew([...(await cubesBehind(connection, this.#catalogue)).values()].flat());
    this.#queue.begin();
    this.#noteBooked();
  }

  /** Books no more until it goes over to another read model: nobody waits for it. */
  rest(): void {
    this.#queue.end();
  }

  /**
   * Resolves once the position is booked and no cube lacks anything: a stream that never pauses may put it off.
   * Throws WAIT_TIMEOUT.
   */
  waitFor(position: Position, timeoutMs: number): Promise<void> {
    return this.#waiters.waitFor(position, this.#queue.isEmpty() ? this.#position : 0n, timeoutMs);
  }

  /** Ends all waiting. */
  cancel(): void {
    this.rest();
    this.#waiters.cancel();
  }

  /** Books what comes until the signal; gives the position after each batch. */
  async *follow(writer: Writer, { signal, batchSize }: Following): AsyncGenerator<Position> {
    this.#queue.begin();
    try {
      await readyWriter(writer, this.#catalogue);
      while (!signal.aborted && (await writer.plan()) > 0);
      const batches = this.#log.follow(this.#position, signal, batchSize);
      const bookNext = (isWaiting: boolean) => this.#bookNext(writer, !isWaiting);
      for await (const { last, texts } of withWork(batches, bookNext)) {
        await this.#commit(writer, { after: this.#position, last, texts });
        yield last;
        await writer.plan();
      }
    } finally {
      this.rest();
    }
  }

  /** Books on the cubes that lack little what they lack: so much is done before a stop, and no more. */
  finish(writer: Writer): Promise<void> {
    return bookBehind(writer, this.#catalogue, this.#queue.near());
  }

  async #commit(writer: Writer, batch: Batch): Promise<void> {
    const { recordsOnce } = this.#log;
    const committed = await commitBatch(writer, this.#catalogue, {
      ...batch,
      recordsOnce,
      on: this.#queue.asked(),
    });
    this.#position = batch.last;
    this.#queue.left(committed.behind, committed.events);
    this.#noteBooked();
  }

  /** Books on the cubes that are next what they lack; resolves to whether there were any. */
  async #bookNext(writer: Writer, hasTime: boolean): Promise<boolean> {
    const cubes = this.#queue.next(hasTime);
    if (cubes.size === 0) return false;
    await bookBehind(writer, this.#catalogue, cubes);
    this.#queue.booked(cubes);
    this.#noteBooked();
    await writer.plan();
    return true;
  }

  #noteBooked(): void {
    if (this.#queue.isEmpty()) this.#waiters.reached(this.#position);
  }
}
