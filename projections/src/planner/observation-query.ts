import type { Calendar, Frequency, Period } from "@karnameh/schema/calendar";

/** Only these values of the dimension. */
export type Filter = { readonly dimension: string; readonly values: readonly string[] };

/** A query of one indicator. What is left out gets the default that `ResolvedQuery` then contains. */
export type ObservationQuery = {
  readonly indicator: string;
  readonly by?: readonly string[];
  readonly where?: readonly Filter[];
  /** Codes of the first and last period, in the calendar of the query: `1401`, `1401-Q2`, `1401-05`; finer ones are widened. */
  readonly period?: { readonly from?: string; readonly to?: string };
  readonly frequency?: Frequency;
  readonly calendar?: Calendar;
  /** The as-of date, `YYYY-MM-DD`; the newest where it is left out. */
  readonly asOf?: string;
};

/** The query with every default filled in. */
export type ResolvedQuery = {
  readonly indicator: string;
  readonly by: readonly string[];
  readonly where: readonly Filter[];
  readonly from: string;
  readonly to: string;
  readonly frequency: Frequency;
  readonly calendar: Calendar;
  /** The as-of date of the query, or undefined for the newest. */
  readonly asOf: string | undefined;
};

/** Observation status (SDMX CL_OBS_STATUS); `statusMeanings` in observation-texts.ts explains each. */
export type Status = "A" | "P" | "M" | "Q" | "E" | "U" | "B";

/** Why a value is missing; `missingReasons` in observation-texts.ts explains each. */
export type MissingReason =
  | "NO_EVENTS"
  | "NO_DENOMINATOR"
  | "WINDOW_OPEN"
  | "NOT_REACHED"
  | "NO_OBSERVATION"
  | "NOT_IMPORTED";

export type Coordinate = { readonly dimension: string; readonly code: string };

export type Observation = {
  readonly period: Period;
  readonly coordinates: readonly Coordinate[];
  /** In the indicator's unit, unrounded; null with a reason where there is none, never NaN. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** How many observations of a survey the denominator rests on; null for what is no survey's rate. */
  readonly sampleSize: number | null;
  readonly status: Status;
  readonly reason: MissingReason | null;
  /** True where any event it rests on is simulated. */
  readonly isSynthetic: boolean;
};

export type ObservationSet = {
  readonly query: ResolvedQuery;
  /** The last day and position of the log that the observations rest on. */
  readonly vintage: { readonly asOf: string | null; readonly position: string };
  readonly unit: string;
  readonly decimals: number;
  readonly isSynthetic: boolean;
  readonly observations: readonly Observation[];
};

export type QueryErrorCode =
  | "UNKNOWN_INDICATOR"
  | "UNKNOWN_DIMENSION"
  | "UNKNOWN_VALUE"
  | "UNSUPPORTED_FREQUENCY"
  | "UNSUPPORTED_CALENDAR"
  | "BAD_PERIOD"
  | "BAD_DAY"
  | "TOO_LARGE"
  | "AMBIGUOUS"
  | "REBUILDING";

/** The query is invalid, or cannot be answered now; the message names the problem and the hint the way out. */
export class QueryError extends Error {
  readonly code: QueryErrorCode;
  readonly hint: string;
  constructor(code: QueryErrorCode, message: string, hint: string) {
    super(message);
    this.name = "QueryError";
    this.code = code;
    this.hint = hint;
  }
}
