import type { LogErrorCode } from "@karnameh/event-log/port";
import type { QueryErrorCode } from "@karnameh/projections/planner/observation-query";
import type { ProjectorErrorCode } from "@karnameh/projector/projector-error";

/** The meaning of each error code. The types make these tables complete. */

export const logErrors: Readonly<Record<LogErrorCode, string>> = {
  BAD_ADDRESS: "The address of a cluster cannot be read, or has an unsupported option.",
  ACCESS_DENIED: "The cluster does not accept the name and password of its address.",
  CONFLICT: "An event of the same source and id is recorded with other content. It is not overwritten.",
  INVALID_EVENT:
    "The envelope cannot be recorded: the id is not a UUID, a name is empty, or a time is not an instant or lies in the future.",
  WRONG_REVISION: "The stream is not at the revision that the writer expected. Read it again.",
  TOO_LARGE: "An event or an append is larger than [the limits](limits.md#the-event-log) allow.",
  TIME_RUNS_BACKWARDS: "A historical event claims to have been recorded before the latest event of the log.",
  HISTORICAL_NOT_ALLOWED: "The event states when it was recorded, and the import is not a historical one.",
  DAMAGED: "The file is not a log, or its content is not what was recorded. `karnameh verify` reports where.",
  DISK_FULL: "The disk is full. Nothing of the append was recorded.",
  NOT_WRITABLE:
    "The file or its folder is not writable, the cluster is read-only, or the user name has no write access.",
  UNAVAILABLE:
    "The cluster cannot be reached; or the file does not exist, is locked by another process or has a newer format; or the log was closed.",
};

export const queryErrors: Readonly<Record<QueryErrorCode, string>> = {
  UNKNOWN_INDICATOR: "There is no indicator or series with this code.",
  UNKNOWN_DIMENSION: "The indicator does not have this dimension.",
  UNKNOWN_VALUE: "A value is not in the dimension's code list, or a filter has no values.",
  UNSUPPORTED_FREQUENCY: "The indicator is not published at this frequency.",
  UNSUPPORTED_CALENDAR: "The indicator is not published in this calendar.",
  BAD_PERIOD:
    "The start or end of the period is not valid in the requested calendar, or the end is before the start.",
  BAD_DAY: "A date is not valid, or is a Jalali date where a Gregorian date is needed.",
  TOO_LARGE: "The result or the page would exceed [the limits](limits.md). It is not truncated.",
  AMBIGUOUS:
    "A dimension is filtered twice, the query selects several values of a series for one cell, or it would add results of different surveys.",
  REBUILDING:
    "The read model is being built, the indicator's definition has just changed, or the newest events are not yet included. Try again in a moment.",
};

export const requestErrors: Readonly<Record<string, string>> = {
  QUERY_TOO_LARGE: "The query has too many tokens.",
  QUERY_TOO_DEEP: "Fields are nested too deeply.",
  TOO_MANY_ALIASES: "The query has too many aliases.",
  TOO_MANY_FIELDS: "The query has too many fields.",
  TOO_MANY_OBSERVATION_QUERIES: "The query has too many `observations` fields.",
  BAD_CURSOR: "`after` is not the `endCursor` of a page of this list.",
  BAD_PAGE: "`first` is negative.",
  GRAPHQL_PARSE_FAILED: "The query is not valid GraphQL syntax.",
  GRAPHQL_VALIDATION_FAILED: "The query uses an unknown field or argument.",
  BAD_USER_INPUT: "A variable has the wrong type.",
  UNEXPECTED: "Internal error. The details are only in the log output.",
};

export const projectorErrors: Readonly<Record<ProjectorErrorCode, string>> = {
  OTHER_LOG: "The read model was built from another log.",
  BEYOND_HEAD: "The read model contains more events than the log: the log lost its newest events.",
  ALREADY_RUNNING: "Another process uses the same read model.",
  NOT_WRITABLE: "The folder of the read models is not writable.",
  WAIT_TIMEOUT: "An event was not posted within the timeout, or the read model is not ready for queries yet.",
};

export const ledgerErrors: Readonly<Record<string, string>> = {
  CHECKPOINT_MOVED: "Another projector has posted to the same read model. Stop one of the two.",
  DATABASE: "DuckDB failed. The log output contains the start of the statement, never its parameters.",
  INVALID_PERIOD: "A text is not a period of the calendar. Queries get BAD_PERIOD instead.",
};

export const unprocessableReasons: Readonly<Record<string, string>> = {
  UNKNOWN_TYPE: "This version of the program does not have this event type.",
  UNKNOWN_VERSION: "This version of the program does not have this version of the event type.",
  BAD_DATA: "A required field is missing or has the wrong type, or a date is outside the calendar.",
};
