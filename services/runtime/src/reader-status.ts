/**
 * BUILDING: no query can be answered yet. REBUILDING: an older read model answers meanwhile. CATCHING_UP: the read
 * model is behind the log. WAITING: the log cannot be reached. FAILED: the reader no longer follows the log.
 */
export type ReaderState =
  | "BUILDING"
  | "REBUILDING"
  | "CATCHING_UP"
  | "LIVE"
  | "WAITING"
  | "FAILED"
  | "STOPPED";

/** How far the read model is behind the log, as reported by the process that feeds it. */
export type ReaderStatus = {
  readonly state: ReaderState;
  /** The last position in the log. */
  readonly head: string;
  /** The last position that the read model holds. */
  readonly position: string;
  readonly lagEvents: number;
  /** Seconds since the oldest event that the read model lacks was appended; null if it lacks none. */
  readonly ageSeconds: number | null;
};
