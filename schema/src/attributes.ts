import { FIRST_EVENT_DAY, isDay, LAST_EVENT_DAY, looksJalali, tehranDay } from "./calendar.ts";
import { PRODUCER_ROLES, type ProducerRole } from "./contract.ts";
import type { NewEvent } from "./event.ts";
import { isUuid } from "./field.ts";
import { containsNationalCode } from "./national-code.ts";
import { type Refusal, refuse } from "./refusal.ts";

export type Attributes = Readonly<Record<string, unknown>>;

/** An event while it is being read. */
export type Draft = { -readonly [Key in keyof NewEvent]: NewEvent[Key] };

const SOURCE = new RegExp(`^urn:karnameh:(${PRODUCER_ROLES.join("|")}):([A-Za-z0-9][A-Za-z0-9._-]{0,63})$`);
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
export const TEHRAN_MIDNIGHT = "T00:00:00+03:30";
const CACHED = 20_000;

/** A function of one text that caches its latest results: sources and times repeat often. */
const remembering = <Answer>(compute: (text: string) => Answer): ((text: string) => Answer) => {
  const answers = new Map<string, Answer>();
  return (text) => {
    const found = answers.get(text);
    if (found !== undefined) return found;
    if (answers.size >= CACHED) answers.clear();
    const answer = compute(text);
    answers.set(text, answer);
    return answer;
  };
};

/** The role of a producer by its URN. */
export const roleOf = remembering((source): ProducerRole | Refusal => {
  const [, role, name = ""] = SOURCE.exec(source) ?? [];
  const found = PRODUCER_ROLES.find((candidate) => candidate === role);
  if (!found)
    return refuse(
      "INVALID_ATTRIBUTE",
      "source",
      "must be a producer’s URN",
      `Write urn:karnameh:ROLE:NAME. ROLE is one of ${PRODUCER_ROLES.join(", ")}.`,
    );
  if (containsNationalCode(name))
    return refuse(
      "LOOKS_LIKE_NATIONAL_CODE",
      "source",
      "contains what looks like a national code",
      "Use a pseudonym as the producer’s name.",
    );
  return found;
});

/** A time as the log writes it: most times of a historical import, which then need no slow conversion. */
const CANONICAL = /T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

const isInstant = (text: string): boolean => {
  const match = INSTANT.exec(text);
  return match?.[1] !== undefined && isDay(match[1]);
};

/** Midnight at Tehran's standard offset names a day, even where the zone kept another offset on it. */
export const dayOfTime = remembering((time): string | Refusal => {
  if (!isInstant(time))
    return refuse(
      "INVALID_TIME",
      "time",
      "must be a date and time as in RFC 3339",
      "For a day, write 2023-08-03T00:00:00+03:30.",
    );
  const day = time.endsWith(TEHRAN_MIDNIGHT) ? time.slice(0, 10) : tehranDay(time);
  if (day < FIRST_EVENT_DAY || day > LAST_EVENT_DAY)
    return refuse(
      "INVALID_TIME",
      "time",
      looksJalali(day) ? "looks like a Jalali date" : "is outside the calendar",
      `Write a Gregorian date from ${FIRST_EVENT_DAY} to ${LAST_EVENT_DAY}.`,
    );
  return day;
});

export const refuseAttribute = (path: string, message: string, hint: string): Refusal =>
  refuse("INVALID_ATTRIBUTE", path, message, hint);
const LINKS = [
  ["corrects", "corrects"],
  ["correlationid", "correlationId"],
  ["causationid", "causationId"],
] as const;

/** Sets the optional attributes on the event, or returns why they are rejected. */
export const readExtensions = (from: Attributes, event: Draft, historical: boolean): Refusal | undefined => {
  for (const [attribute, field] of LINKS) {
    const value = from[attribute];
    if (value === undefined) continue;
    if (typeof value !== "string" || !isUuid(value))
      return refuseAttribute(attribute, "must be a UUID in lower case", "Write the id of an event.");
    event[field] = value;
  }
  const { synthetic, recordedtime } = from;
  if (synthetic !== undefined) {
    if (typeof synthetic !== "boolean")
      return refuseAttribute(
        "synthetic",
        "must be true or false",
        "Write true for synthetic events, or leave it out.",
      );
    event.synthetic = synthetic;
  }
  if (recordedtime === undefined) return undefined;
  if (!historical)
    return refuse(
      "RECORDED_TIME_NOT_ALLOWED",
      "recordedtime",
      "is set by the log",
      "Leave it out. Only 'karnameh import --historical' accepts it.",
    );
  if (typeof recordedtime !== "string" || !isInstant(recordedtime))
    return refuseAttribute(
      "recordedtime",
      "must be a date and time as in RFC 3339",
      "Write 2023-08-03T09:30:00.000Z.",
    );
  event.recordedAt = CANONICAL.test(recordedtime) ? recordedtime : new Date(recordedtime).toISOString();
  return undefined;
};
