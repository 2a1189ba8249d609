import type { IndicatorMetadata } from "@karnameh/projections/planner/catalogue";
import type { Planner } from "@karnameh/projections/planner/port";
import { type Observation, type ObservationSet, QuestionError } from "@karnameh/projections/planner/question";
import type { Calendar, Frequency } from "@karnameh/schema/calendar";

/** The question the first page asks of an indicator, which is also the query it links to. */
export type Asked = {
  readonly indicator: string;
  readonly frequency: Frequency;
  readonly calendar: Calendar;
};

/** One indicator as it was answered. */
export type Reading = {
  readonly card: IndicatorMetadata;
  readonly asked: Asked;
  readonly set: ObservationSet;
  /** The periods shown, oldest first. */
  readonly shown: readonly Observation[];
  /** The newest observation that has a value. */
  readonly newest: Observation | undefined;
};

export type FailedReading = { readonly card: IndicatorMetadata; readonly error: unknown };

/** How many periods a chart and its table show. */
const SPAN: Readonly<Record<Frequency, number>> = { MONTH: 36, QUARTER: 16, YEAR: 12 };
/** How many periods without a value are shown behind the newest one that has one. */
const TAIL: Readonly<Record<Frequency, number>> = { MONTH: 6, QUARTER: 4, YEAR: 1 };

/** Quarters where there are any: years are few on a chart and months are restless. The Jalali year comes first. */
export const askedOf = (card: IndicatorMetadata): Asked => ({
  indicator: card.code,
  frequency:
    (["QUARTER", "MONTH", "YEAR"] as const).find((each) => card.frequencies.includes(each)) ?? "YEAR",
  calendar: card.calendars.includes("JALALI") ? "JALALI" : "GREGORIAN",
});

/** The newest periods: none before the first value, few after the last. */
export const periodsShown = (
  observations: readonly Observation[],
  frequency: Frequency,
): readonly Observation[] => {
  const ordered = observations.toSorted((a, b) => a.period.ordinal - b.period.ordinal);
  const last = ordered.findLastIndex((each) => each.value !== null);
  const end = last < 0 ? ordered.length : Math.min(ordered.length, last + 1 + TAIL[frequency]);
  const span = ordered.slice(Math.max(0, end - SPAN[frequency]), end);
  return span.slice(
    Math.max(
      0,
      span.findIndex((each) => each.value !== null),
    ),
  );
};

const readIndicator = async (planner: Planner, card: IndicatorMetadata): Promise<Reading> => {
  const asked = askedOf(card);
  const set = await planner.observations(asked);
  const shown = periodsShown(set.observations, asked.frequency);
  return { card, asked, set, shown, newest: shown.findLast((each) => each.value !== null) };
};

/**
 * Asks for every indicator at once. One that fails is a failed reading among the others; a rebuild concerns all
 * and is thrown.
 */
export const readIndicators = (
  planner: Planner,
  cards: readonly IndicatorMetadata[],
): Promise<readonly (Reading | FailedReading)[]> =>
  Promise.all(
    cards.map((card) =>
      readIndicator(planner, card).catch((error: unknown): FailedReading => {
        if (isRebuilding(error)) throw error;
        return { card, error };
      }),
    ),
  );

export const isRebuilding = (error: unknown): boolean =>
  error instanceof QuestionError && error.code === "REBUILDING";
