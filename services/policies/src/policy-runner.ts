import { type EventLog, LogError } from "@karnameh/event-log/port";
import type { Connection } from "@karnameh/projections/engine/database";
import type { Logger } from "@karnameh/runtime/logger";
import { tehranDay } from "@karnameh/schema/calendar";
import { deriveEvents, type Fingerprints } from "./derive-events.ts";
import type { Policy } from "./policy.ts";
import { type RecordResult, recordEvents } from "./record-events.ts";

export type PolicyRunnerOptions = {
  readonly log: EventLog;
  /** Runs `work` on its own connection to the read model; resolves to undefined while none follows the log live. */
  readonly read: <T>(work: (connection: Connection) => Promise<T>) => Promise<T | undefined>;
  readonly policies: readonly Policy[];
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly logger: Logger;
  /** The minimum delay between `notify` and the run, ms. */
  readonly minDelayMs?: number;
};

export type PolicyRunner = {
  /** Runs the policies once: records the events that the log lacks, or nothing while the read model lags. */
  run(): Promise<RecordResult>;
  /** Tells a started runner that the read model has caught up with the log. */
  notify(): void;
  /** Starts to run the policies after each `notify`, and every minute for what depends on the clock alone. */
  start(): void;
  /** Stops, and resolves once the current run is over. */
  stop(): Promise<void>;
};

const MIN_DELAY_MS = 1_000;
/** The pause before a run is this many times as long as the run before it took, so that policies use at most a tenth of the time. */
const PAUSE_FACTOR = 9;
const CLOCK_INTERVAL_MS = 60_000;
const NOTHING: RecordResult = { recorded: 0, known: 0 };

class NotifiedRunner implements PolicyRunner {
  readonly #options: PolicyRunnerOptions;
  readonly #fingerprints: Fingerprints = new Map();
  #running: Promise<unknown> = Promise.resolve();
  #delay: NodeJS.Timeout | undefined;
  #clock: NodeJS.Timeout | undefined;
  #lastRunMs = 0;

  constructor(options: PolicyRunnerOptions) {
    this.#options = options;
  }

  run(): Promise<RecordResult> {
    const next = this.#running.then(() => this.#runOnce());
    this.#running = next.catch(() => undefined);
    return next;
  }

  notify(): void {
    if (this.#clock === undefined || this.#delay !== undefined) return;
    const delayMs = Math.max(this.#options.minDelayMs ?? MIN_DELAY_MS, PAUSE_FACTOR * this.#lastRunMs);
    this.#delay = setTimeout(() => {
      this.#delay = undefined;
      void this.#runQuietly();
    }, delayMs);
  }

  start(): void {
    this.#clock ??= setInterval(() => this.notify(), CLOCK_INTERVAL_MS);
    this.notify();
  }

  async stop(): Promise<void> {
    clearInterval(this.#clock);
    clearTimeout(this.#delay);
    this.#clock = undefined;
    this.#delay = undefined;
    await this.#running;
  }

  /** A reader that lags misses events, so what it derives could be wrong: nothing is recorded then. */
  async #runOnce(): Promise<RecordResult> {
    const { log, read, policies, clock } = this.#options;
    const head = await log.head();
    const today = tehranDay(clock());
    const derived = await read((connection) => deriveEvents(connection, policies, today, this.#fingerprints));
    if (derived === undefined || derived.position < head) return NOTHING;
    const result = await recordEvents(log, derived.events);
    for (const [name, fingerprint] of derived.fingerprints) this.#fingerprints.set(name, fingerprint);
    if (result.recorded > 0) this.#options.logger.info("Policies recorded events.", { ...result });
    return result;
  }

  async #runQuietly(): Promise<void> {
    const began = performance.now();
    try {
      await this.run();
    } catch (error) {
      const { logger } = this.#options;
      // An unavailable log is not an error of this program, so the stack is not logged.
      if (error instanceof LogError) logger.error(`Policies are waiting for the log. ${error.message}`);
      else logger.error("Policies failed; they will run again.", { error });
    } finally {
      this.#lastRunMs = performance.now() - began;
    }
  }
}

/**
 * Runs policies on a read model and records the events that they derive. Notify it only from a read model that follows
 * the log, never from one that is being built: a rebuild must not record events.
 */
export const createPolicyRunner = (options: PolicyRunnerOptions): PolicyRunner => new NotifiedRunner(options);
