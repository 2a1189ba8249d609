/** The largest event, as the UTF-8 bytes of its JSON. */
export const MAX_EVENT_BYTES = 1_048_576;

/** The most events of one append. */
export const MAX_BATCH_EVENTS = 100_000;

/** How far ahead of the clock a historical event may claim to be recorded: clocks of machines differ. */
export const MAX_CLOCK_DIFFERENCE_MS = 86_400_000;

/** The most bytes of stored JSON that one read of the embedded log returns, unless a single event is larger. */
export const MAX_READ_BYTES = 67_108_864;

/** The same for a cluster, in characters of the lines. */
export const MAX_READ_CHARACTERS = 67_108_864;

/** How long an append waits for another process that writes to the same file. */
export const MAX_LOCK_WAIT_MS = 30_000;

/** The most damaged events that one verification lists. */
export const MAX_LISTED_DAMAGES = 10_000;

/** How often another writer may append first before an append to a cluster fails. */
export const MAX_APPEND_CONFLICTS = 200;

/** How often an append is sent on to another leader of the cluster. */
export const MAX_LEADER_REDIRECTS = 3;

/**
 * The most bytes of one request to a cluster. EventStoreDB up to 25.0 takes 1 MiB, which covers data, metadata and
 * type; the difference is room for what else the server may count.
 */
export const MAX_KURRENT_REQUEST_BYTES = 1_000_000;

/** How many of its last events a stream of a cluster is searched for an event that is sent again. */
export const MAX_SEARCHED_EVENTS = 1_000;

/** How long a reader of a cluster waits for the next event. */
export const MAX_READ_WAIT_MS = 20_000;

/** The most events of one batch while following a log. */
export const MAX_FOLLOW_BATCH_EVENTS = 20_000;
