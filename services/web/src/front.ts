import type {
  InconsistencyRow,
  IndicatorMetadata,
  ModelStatus,
  Page,
  ReleaseRow,
} from "@karnameh/projections/planner/catalogue";
import type { Planner } from "@karnameh/projections/planner/port";
import { CLAIMS_SHOWN } from "./claims.ts";
import { type FailedReading, type Reading, readIndicators } from "./reading.ts";

/** All that the first page tells, in either language. */
export type Front = {
  readonly status: ModelStatus;
  readonly readings: readonly (Reading | FailedReading)[];
  /** The official series that have values here: a series may be known by its name before any is imported. */
  readonly series: readonly IndicatorMetadata[];
  readonly claims: Page<InconsistencyRow>;
  readonly releases: readonly ReleaseRow[];
  /** False where the model moved on while it was asked, or an indicator failed: then it is not kept. */
  readonly isSettled: boolean;
};

const RELEASES_SHOWN = 3;

/** What tells one state of the read model from another. */
export const modelKey = ({ position, hash }: ModelStatus): string => `${position} ${hash}`;

const imported = async (
  planner: Planner,
  cards: readonly IndicatorMetadata[],
): Promise<readonly IndicatorMetadata[]> => {
  const countries = await Promise.all(cards.map(({ code }) => planner.values(code, "country")));
  return cards.filter((_, index) => (countries[index]?.length ?? 0) > 0);
};

/** Asks the planner everything at once. Throws what the planner throws, except for a single indicator. */
export const gatherFront = async (planner: Planner, status: ModelStatus): Promise<Front> => {
  const [cards, claims, releases] = await Promise.all([
    planner.indicators(),
    planner.inconsistencies({ first: CLAIMS_SHOWN, after: 0 }),
    planner.releases({ first: RELEASES_SHOWN, after: 0 }),
  ]);
  const fromEvents = cards.filter(({ kind }) => kind === "EVENTS");
  const readings = status.events === 0 ? [] : await readIndicators(planner, fromEvents);
  const series = await imported(
    planner,
    cards.filter(({ kind }) => kind === "SERIES"),
  );
  const after = await planner.status();
  return {
    status,
    readings,
    series,
    claims,
    releases: releases.items,
    isSettled: modelKey(after) === modelKey(status) && readings.every((each) => "set" in each),
  };
};
