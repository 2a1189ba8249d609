import type { IndicatorMetadata } from "@karnameh/projections/planner/indicator-metadata";
import {
  type Observation,
  type ObservationSet,
  QueryError,
} from "@karnameh/projections/planner/observation-query";
import type { Planner } from "@karnameh/projections/planner/port";
import type { Calendar, Frequency } from "@karnameh/schema/calendar";

/** The query that the home page sends for an indicator, and links to. */
export type SnapshotQuery = {
  readonly indicator: string;
  readonly frequency: Frequency;
  readonly calendar: Calendar;
};

/** One indicator with its latest observations. */
export type IndicatorSnapshot = {
  readonly metadata: IndicatorMetadata;
  readonly query: SnapshotQuery;
  readonly set: ObservationSet;
  /** The observations shown, oldest first. */
  readonly shown: readonly Observation[];
  /** The latest observation that has a value. */
  readonly latest: Observation | undefined;
};

export type FailedSnapshot = { readonly metadata: IndicatorMetadata; readonly error: unknown };

/** How many periods a chart and its table show. */
const MAX_PERIODS: Readonly<Record<Frequency, number>> = { MONTH: 36, QUARTER: 16, YEAR: 12 };
/** How many periods without a value are shown after the latest value. */
const MAX_EMPTY_PERIODS: Readonly<Record<Frequency, number>> = { MONTH: 6, QUARTER: 4, YEAR: 1 };

/** Prefers quarters: a chart has too few years, and months vary too much. Prefers the Jalali calendar. */
export const snapshotQueryOf = ({ code, frequencies, calendars }: IndicatorMetadata): SnapshotQuery => ({
  indicator: code,
  frequency: (["QUARTER", "MONTH", "YEAR"] as const).find((each) => frequencies.includes(each)) ?? "YEAR",
  calendar: calendars.includes("JALALI") ? "JALALI" : "GREGORIAN",
});

/** The latest periods: none before the first value, only a few after the last. */
export const periodsShown = (
  observations: readonly Observation[],
  frequency: Frequency,
): readonly Observation[] => {
  const ordered = observations.toSorted((a, b) => a.period.ordinal - b.period.ordinal);
  const last = ordered.findLastIndex((each) => each.value !== null);
  const end = last < 0 ? ordered.length : Math.min(ordered.length, last + 1 + MAX_EMPTY_PERIODS[frequency]);
  const shown = ordered.slice(Math.max(0, end - MAX_PERIODS[frequency]), end);
  const first = shown.findIndex((each) => each.value !== null);
  return shown.slice(Math.max(0, first));
};

const readSnapshot = async (planner: Planner, metadata: IndicatorMetadata): Promise<IndicatorSnapshot> => {
  const query = snapshotQueryOf(metadata);
  const set = await planner.observations(query);
  const shown = periodsShown(set.observations, query.frequency);
  return { metadata, query, set, shown, latest: shown.findLast((each) => each.value !== null) };
};

/**
 * Queries all indicators at once. An indicator that fails gives a failed snapshot; a rebuild affects all indicators
 * and is thrown.
 */
export const readSnapshots = (
  planner: Planner,
  indicators: readonly IndicatorMetadata[],
): Promise<readonly (IndicatorSnapshot | FailedSnapshot)[]> =>
  Promise.all(
    indicators.map((metadata) =>
      readSnapshot(planner, metadata).catch((error: unknown): FailedSnapshot => {
        if (isRebuilding(error)) throw error;
        return { metadata, error };
      }),
    ),
  );

export const isRebuilding = (error: unknown): boolean =>
  error instanceof QueryError && error.code === "REBUILDING";
