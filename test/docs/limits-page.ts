import { apiLimits, publishedLimits } from "@karnameh/api/limits";
import * as logLimits from "@karnameh/event-log/limits";
import * as ingestLimits from "@karnameh/ingest/limits";
import { FIRST_JALALI_YEAR, LAST_JALALI_YEAR } from "@karnameh/schema/calendar";
import { code, page, table } from "./markdown.ts";

const number = (value: number): string => value.toLocaleString("en");

type Meaning = readonly [meaning: string, beyond: string];

/** What each limit of the event log bounds, and what happens beyond it. The type requires a text for every limit. */
const LOG_MEANINGS: Readonly<Record<keyof typeof logLimits, Meaning>> = {
  MAX_EVENT_BYTES: ["Bytes of one event as JSON in UTF-8", "`TOO_LARGE`"],
  MAX_BATCH_EVENTS: ["Events of one append", "`TOO_LARGE`"],
  MAX_CLOCK_DIFFERENCE_MS: [
    "Milliseconds by which a historical event may be recorded ahead of the clock",
    "`INVALID_EVENT`",
  ],
  MAX_READ_BYTES: ["Bytes of stored JSON in one batch of the embedded log", "The batch ends earlier"],
  MAX_READ_CHARACTERS: ["Characters of the lines in one batch of a cluster", "The batch ends earlier"],
  MAX_FOLLOW_BATCH_EVENTS: ["Events of one batch for a follower", "The next batch"],
  MAX_LOCK_WAIT_MS: [
    "Milliseconds that an append waits for another process that writes the same file",
    "`UNAVAILABLE`",
  ],
  MAX_LISTED_DAMAGES: ["Damaged events that `verify` lists", "The last entry states that there are more"],
  MAX_APPEND_CONFLICTS: [
    "Times that other writers of the same streams of a cluster may append first",
    "`UNAVAILABLE`",
  ],
  MAX_LEADER_REDIRECTS: ["Times that an append follows the cluster to another leader", "`NOT_WRITABLE`"],
  MAX_KURRENT_REQUEST_BYTES: [
    "Bytes of one request to a cluster with more than one event",
    "The append is split",
  ],
  MAX_SEARCHED_EVENTS: [
    "Last events of a stream of a cluster that are searched for an event that is sent again",
    "It is recorded again; readers drop it",
  ],
  MAX_READ_WAIT_MS: ["Milliseconds that a read of a cluster waits for its next event", "It is tried again"],
};

/** The same for the imports and the ingest endpoint. */
const INGEST_MEANINGS: Readonly<Record<keyof typeof ingestLimits, Meaning>> = {
  MAX_LINE_BYTES: ["Bytes of one line of an imported file", "`LINE_TOO_LONG`"],
  MAX_IMPORT_BATCH_LINES: ["Lines or rows that an import records together", "The next batch"],
  MAX_NAME_CHARACTERS: [
    "Characters of the id of a dataset, a series or a provider",
    "`CELL_INVALID` or `OPTION_INVALID`",
  ],
  MAX_REQUEST_BYTES: ["Bytes of one request to the ingest endpoint", "`REQUEST_TOO_LARGE`"],
  MAX_REQUEST_EVENTS: ["Events of one request to the ingest endpoint", "`TOO_MANY_EVENTS`"],
  MAX_CONCURRENT_REQUESTS: [
    "Requests that the ingest endpoint reads at the same time",
    "`TOO_MANY_REQUESTS`",
  ],
};

const limitTable = <L extends string>(
  values: Readonly<Record<L, number>>,
  meanings: Readonly<Record<L, Meaning>>,
): string =>
  table(
    ["limit", "maximum", "meaning", "beyond it"],
    (Object.keys(meanings) as L[]).map((name) => [code(name), number(values[name]), ...meanings[name]]),
  );

/** docs/limits.md: every limit with its value. */
export const limitsPage = (): string =>
  page(
    "Limits",
    "A request that exceeds a limit is rejected with a code of [errors.md](errors.md), or split.\nResults are never truncated silently.",
    "## Queries",
    "The GraphQL query `{ system { limits { name value meaning { en } } } }` returns the same values.",
    table(
      ["limit", "maximum", "meaning", "معنا"],
      publishedLimits(apiLimits).map(({ name, value, meaning }) => [
        code(name),
        number(value),
        meaning.en,
        meaning.fa,
      ]),
    ),
    "## The event log",
    limitTable(logLimits, LOG_MEANINGS),
    "## Imports and the ingest endpoint",
    limitTable(ingestLimits, INGEST_MEANINGS),
    "## The calendar",
    `Event dates range from the first day of the Jalali year ${FIRST_JALALI_YEAR} to the last day of ${LAST_JALALI_YEAR}.
An amount posted for a future day belongs to the period of that day.`,
  );
