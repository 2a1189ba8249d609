import type { InconsistencyRow } from "@karnameh/projections/claims/claim-types";
import type { IndicatorMetadata } from "@karnameh/projections/planner/indicator-metadata";
import type { ModelStatus } from "@karnameh/projections/planner/model-status";
import type { Page } from "@karnameh/projections/planner/page";
import type { Planner } from "@karnameh/projections/planner/port";
import type { ReleaseRow } from "@karnameh/projections/planner/releases";
import { MAX_CLAIMS } from "./claims-section.ts";
import { modelKey } from "./content-cache.ts";
import { type FailedSnapshot, type IndicatorSnapshot, readSnapshots } from "./indicator-snapshot.ts";

/** The data of the home page, for either language. */
export type HomeData = {
  readonly status: ModelStatus;
  readonly snapshots: readonly (IndicatorSnapshot | FailedSnapshot)[];
  /** The official series with imported values. A series can have metadata before any value is imported. */
  readonly series: readonly IndicatorMetadata[];
  readonly claims: Page<InconsistencyRow>;
  readonly releases: readonly ReleaseRow[];
  /** False if the read model changed during the queries, or an indicator failed. */
  readonly isCacheable: boolean;
};

const MAX_RELEASES = 3;

const importedSeries = async (
  planner: Planner,
  series: readonly IndicatorMetadata[],
): Promise<readonly IndicatorMetadata[]> => {
  const countries = await Promise.all(series.map(({ code }) => planner.values(code, "country")));
  return series.filter((_, index) => (countries[index]?.length ?? 0) > 0);
};

/** Sends all queries of the home page. Throws what the planner throws, except for a single indicator. */
export const readHomeData = async (planner: Planner, status: ModelStatus): Promise<HomeData> => {
  const [indicators, claims, releases] = await Promise.all([
    planner.indicators(),
    planner.inconsistencies({ first: MAX_CLAIMS, after: 0 }),
    planner.releases({ first: MAX_RELEASES, after: 0 }),
  ]);
  const fromEvents = indicators.filter(({ kind }) => kind === "EVENTS");
  const snapshots = status.events === 0 ? [] : await readSnapshots(planner, fromEvents);
  const series = await importedSeries(
    planner,
    indicators.filter(({ kind }) => kind === "SERIES"),
  );
  const after = await planner.status();
  return {
    status,
    snapshots,
    series,
    claims,
    releases: releases.items,
    isCacheable: modelKey(after) === modelKey(status) && snapshots.every((each) => "set" in each),
  };
};
