import type { LogErrorCode } from "@karnameh/event-log/port";
import type { QueryErrorCode } from "@karnameh/projections/planner/observation-query";
import type { ProjectorErrorCode } from "@karnameh/projector/projector-error";

/** What each code means to whoever meets it. The types hold these tables to the codes that there are. */

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

export const questionErrors: Readonly<Record<QueryErrorCode, string>> = {
  UNKNOWN_INDICATOR: "There is no indicator and no series of that code.",
  UNKNOWN_DIMENSION: "The indicator cannot be broken down by that dimension.",
  UNKNOWN_VALUE: "A value is not a code of the dimension's code list, or a filter has none.",
  UNSUPPORTED_FREQUENCY: "The indicator is not published by that frequency.",
  UNSUPPORTED_CALENDAR: "The indicator is not published in that calendar.",
  BAD_PERIOD:
    "A bound of the period cannot be read in the calendar asked for, or the period ends before it begins.",
  BAD_DAY: "A day is not a day of the calendar, or is a Jalali day where a Gregorian one is needed.",
  TOO_LARGE:
    "The answer or the page would be larger than [the limits](limits.md) allow. Nothing is cut short.",
  AMBIGUOUS:
    "A dimension is filtered twice, a series has several values for what was asked, or surveys that are never added stand in one answer.",
  REBUILDING:
    "The read model is being built, the indicator's definition has just changed, or the newest events are not yet counted in it. Ask again in a moment.",
};

export const requestErrors: Readonly<Record<string, string>> = {
  QUERY_TOO_LARGE: "The query has too many tokens.",
  QUERY_TOO_DEEP: "Fields lie too deep inside fields.",
  TOO_MANY_ALIASES: "The query has too many aliases.",
  TOO_MANY_FIELDS: "The query has too many fields.",
  TOO_MANY_OBSERVATION_QUERIES: "The query has too many `observations` fields.",
  BAD_CURSOR: "`after` is not the `endCursor` of a page of this list.",
  BAD_PAGE: "`first` is negative.",
  GRAPHQL_PARSE_FAILED: "The text is not GraphQL.",
  GRAPHQL_VALIDATION_FAILED: "The query asks for a field or an argument that there is not.",
  BAD_USER_INPUT: "A variable is not of its type.",
  UNEXPECTED: "Something failed that should not. The caller is told no more; the log output has the rest.",
};

export const projectorErrors: Readonly<Record<ProjectorErrorCode, string>> = {
  OTHER_LOG: "The read model was built from another log.",
  BEYOND_HEAD: "The read model has booked more events than the log holds: the log lost its end.",
  ALREADY_RUNNING: "Another process serves from the same read model.",
  NOT_WRITABLE: "The folder of read models may not be written.",
  WAIT_TIMEOUT: "An event was not booked in the time that was waited for it, or nothing can be asked yet.",
};

export const ledgerErrors: Readonly<Record<string, string>> = {
  CHECKPOINT_MOVED: "Another projector has booked on the same read model. One of the two has to stop.",
  DATABASE: "DuckDB failed. The statement's beginning is in the log output, never its parameters.",
  INVALID_PERIOD: "A text is not a period of the calendar; a question gets BAD_PERIOD instead.",
};

export const setAsideReasons: Readonly<Record<string, string>> = {
  UNKNOWN_TYPE: "This version of the program has no contract of that name.",
  UNKNOWN_VERSION: "It has no reader for that version of the event.",
  BAD_DATA: "A required field is missing or not of its type, or a day lies outside the calendar.",
};
