import { apiLimits, publishedLimits } from "@karnameh/api/limits";
import { MAX_BATCH_EVENTS, MAX_EVENT_BYTES } from "@karnameh/event-log/limits";
import {
  MAX_CONCURRENT_REQUESTS,
  MAX_LINE_BYTES,
  MAX_REQUEST_BYTES,
  MAX_REQUEST_EVENTS,
} from "@karnameh/ingest/limits";
import { FIRST_JALALI_YEAR, LAST_JALALI_YEAR } from "@karnameh/schema/calendar";
import { code, page, table } from "./markdown.ts";

const number = (value: number): string => value.toLocaleString("en");

/** docs/limits.md: what is bounded, and where. */
export const limitsPage = (): string =>
  page(
    "Limits",
    "Every limit refuses what goes beyond it, with a code of [errors.md](errors.md); nothing is ever cut short.",
    "## Questions",
    "`system { limits { name value meaning { en } } }` publishes the same.",
    table(
      ["limit", "at most", "meaning", "معنا"],
      publishedLimits(apiLimits).map(({ name, value, meaning }) => [
        code(name),
        number(value),
        meaning.en,
        meaning.fa,
      ]),
    ),
    "## The event log and the ingest endpoint",
    table(
      ["limit", "at most", "meaning"],
      [
        [code("MAX_EVENT_BYTES"), number(MAX_EVENT_BYTES), "Bytes of one event as JSON in UTF-8"],
        [code("MAX_BATCH_EVENTS"), number(MAX_BATCH_EVENTS), "Events of one append"],
        [code("MAX_LINE_BYTES"), number(MAX_LINE_BYTES), "Bytes of one line of an imported file"],
        [code("MAX_REQUEST_BYTES"), number(MAX_REQUEST_BYTES), "Bytes of one request to the ingest endpoint"],
        [
          code("MAX_REQUEST_EVENTS"),
          number(MAX_REQUEST_EVENTS),
          "Events of one request to the ingest endpoint",
        ],
        [
          code("MAX_CONCURRENT_REQUESTS"),
          number(MAX_CONCURRENT_REQUESTS),
          "Requests that the ingest endpoint reads at the same time",
        ],
      ],
    ),
    "## The calendar",
    `Events happen from the first day of the Jalali year ${FIRST_JALALI_YEAR} to the last of ${LAST_JALALI_YEAR}. What is booked ahead of its day stands in its own period.`,
  );
