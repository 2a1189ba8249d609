import { type EventLog, LogError, type Position } from "@karnameh/event-log/port";

/** From so many events on, a rebuild may be cheaper than following. */
const MIN_REBUILD_EVENTS = 50_000;

/** Gives a value instead while the log cannot be reached; throws every other failure. */
const whileUnavailable =
  <T>(value: T) =>
  (error: unknown): T => {
    if (error instanceof LogError && error.code === "UNAVAILABLE") return value;
    throw error;
  };

/** A gap that is cheaper to rebuild than to follow: more than half of the log, and not small. */
const isFarBehind = async (log: EventLog, position: Position, head: Position): Promise<boolean> => {
  if ((head - position) * 2n <= head) return false;
  if (log.countsPositions) return head - position > BigInt(MIN_REBUILD_EVENTS);
  return (await log.read(position, MIN_REBUILD_EVENTS)).count === MIN_REBUILD_EVENTS;
};

/** The head of a log that may be unavailable for a while. */
export class LogHead {
  readonly #log: EventLog;
  #last: Position = 0n;

  constructor(log: EventLog) {
    this.#log = log;
  }

  /** The head when it was last read. */
  get last(): Position {
    return this.#last;
  }

  /** Undefined while the log cannot be reached: readers go on with what is recorded. */
  async read(): Promise<Position | undefined> {
    try {
      this.#last = await this.#log.head();
      return this.#last;
    } catch (error) {
      return whileUnavailable(undefined)(error);
    }
  }

  /** Whether a read model at a position is rebuilt sooner than it would catch up. */
  async isFarFrom(position: Position): Promise<boolean> {
    const head = await this.read();
    if (head === undefined) return false;
    return isFarBehind(this.#log, position, head).catch(whileUnavailable(false));
  }
}
