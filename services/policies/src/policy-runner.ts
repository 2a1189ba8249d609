import { type EventLog, LogError } from "@karnameh/event-log/port";
import type { Connection } from "@karnameh/projections/engine/database";
import type { Logger } from "@karnameh/runtime/logger";
import { tehranDay } from "@karnameh/schema/calendar";
import type { Policy } from "./policy.ts";
import { type Recorded, recordAnswers } from "./record-answers.ts";
import { findAnswers, type Grounds } from "./run-policies.ts";

export type PolicyRunnerOptions = {
  readonly log: EventLog;
  /** Does work on a connection of its own to the read model, or gives undefined while none follows the log live. */
  readonly read: <T>(work: (connection: Connection) => Promise<T>) => Promise<T | undefined>;
  readonly policies: readonly Policy[];
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly logger: Logger;
  /** How long at least a runner that was woken lets the log go on before it looks, ms. */
  readonly restMs?: number;
};

export type PolicyRunner = {
  /** One look at the facts: records what policies find lacking, or nothing while the read model is behind the log. */
  run(): Promise<Recorded>;
  /** Tells a started runner that the read model has caught up with the log. */
  wake(): void;
  /** Begins to look whenever it is woken, and every minute for what only the clock brings about. */
  start(): void;
  /** Resolves once the look under way is over. */
  stop(): Promise<void>;
};

const REST_MS = 1_000;
/** After a look the runner rests so many times as long as it took: others have work to do too. */
const REST_AFTER = 9;
const CLOCK_MS = 60_000;
const NOTHING: Recorded = { recorded: 0, known: 0 };

class WakingRunner implements PolicyRunner {
  readonly #options: PolicyRunnerOptions;
  readonly #settled: Grounds = new Map();
  #running: Promise<unknown> = Promise.resolve();
  #resting: NodeJS.Timeout | undefined;
  #clock: NodeJS.Timeout | undefined;
  #tookMs = 0;

  constructor(options: PolicyRunnerOptions) {
    this.#options = options;
  }

  run(): Promise<Recorded> {
    const next = this.#running.then(() => this.#look());
    this.#running = next.catch(() => undefined);
    return next;
  }

  wake(): void {
    if (this.#clock === undefined || this.#resting !== undefined) return;
    const rest = Math.max(this.#options.restMs ?? REST_MS, REST_AFTER * this.#tookMs);
    this.#resting = setTimeout(() => {
      this.#resting = undefined;
      void this.#runQuietly();
    }, rest);
  }

  start(): void {
    this.#clock ??= setInterval(() => this.wake(), CLOCK_MS);
    this.wake();
  }

  async stop(): Promise<void> {
    clearInterval(this.#clock);
    clearTimeout(this.#resting);
    this.#clock = undefined;
    this.#resting = undefined;
    await this.#running;
  }

  /** Answers rest on the whole log: those of a reader that lags would speak of what was decided meanwhile. */
  async #look(): Promise<Recorded> {
    const { log, read, policies, clock } = this.#options;
    const head = await log.head();
    const today = tehranDay(clock());
    const found = await read((connection) => findAnswers(connection, policies, today, this.#settled));
    if (found === undefined || found.position < head) return NOTHING;
    const recorded = await recordAnswers(log, found.answers);
    for (const [name, ground] of found.grounds) this.#settled.set(name, ground);
    if (recorded.recorded > 0) this.#options.logger.info("Policies answered.", { ...recorded });
    return recorded;
  }

  async #runQuietly(): Promise<void> {
    const began = performance.now();
    try {
      await this.run();
    } catch (error) {
      const { logger } = this.#options;
      // A log that is away is no mistake of the program: where it came from would say nothing.
      if (error instanceof LogError) logger.error(`Policies wait for the log. ${error.message}`);
      else logger.error("Policies could not be run; they are tried again.", { error });
    } finally {
      this.#tookMs = performance.now() - began;
    }
  }
}

/**
 * Runs policies over a read model and records their answers. It is to be woken only by a read model that follows the
 * log, never by one that is being built: building brings nothing about.
 */
export const createPolicyRunner = (options: PolicyRunnerOptions): PolicyRunner => new WakingRunner(options);
