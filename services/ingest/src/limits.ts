/** The largest body of a request to the ingest endpoint. */
export const MAX_REQUEST_BYTES = 4_194_304;

/** The most events of a request to the ingest endpoint. */
export const MAX_REQUEST_EVENTS = 10_000;

/** The most requests that the ingest endpoint reads at the same time, because bodies are held in memory. */
export const MAX_CONCURRENT_REQUESTS = 32;

/** The longest line of an imported file; a longer one is rejected without being held in memory. */
export const MAX_LINE_BYTES = 1_048_576;

/** The most lines or rows that an import records together. */
export const MAX_IMPORT_BATCH_LINES = 10_000;

/** The longest id of a dataset, a series or a provider. */
export const MAX_NAME_CHARACTERS = 64;
