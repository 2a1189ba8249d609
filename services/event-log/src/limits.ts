/** The largest event, as the UTF-8 bytes of its JSON. */
export const MAX_EVENT_BYTES = 1_048_576;

/** The most events of one append. */
export const MAX_BATCH_EVENTS = 100_000;
