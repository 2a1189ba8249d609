/**
 * An event as it is handed to the log. `recordedAt` and `position` are the log's to set; only a historical
 * import may bring `recordedAt` along.
 */
export type NewEvent = {
  /** UUID; version 7 by default, version 5 if it derives from a natural key. */
  readonly id: string;
  /** The producer's URN, `urn:karnameh:agency:tvto`. With `id` it identifies the event permanently. */
  readonly source: string;
  readonly type: string;
  readonly version: number;
  /** `category-key`. */
  readonly stream: string;
  /** The day on which it happened, `YYYY-MM-DD`, Asia/Tehran (valid time). */
  readonly effectiveOn: string;
  /** The id of the event that this one corrects: of the same type, or of any type for EventRetracted. */
  readonly corrects?: string;
  readonly causationId?: string;
  readonly correlationId?: string;
  /** True for synthetic events. Every result that uses one is marked SYNTHETIC. */
  readonly synthetic?: boolean;
  /** ISO 8601 instant in UTC with milliseconds, only on a historical import. */
  readonly recordedAt?: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/**
 * One line of a batch as the projector reads it, JSON: the event with what the log added.
 * `knownOn` is the Tehran day of `recordedAt`.
 */
export type RecordedEvent = Omit<NewEvent, "recordedAt"> & {
  readonly position: number;
  readonly recordedAt: string;
  readonly knownOn: string;
};
