import type { IndicatorMetadata } from "./indicator-metadata.ts";
import type { ObservationQuery, ObservationSet } from "./observation-query.ts";
import type { Pool } from "./pool.ts";
import { checkDay, checkGroupsAndFilters, chooseTime, periodBounds } from "./resolve-query.ts";
import { readSeries } from "./series-observations.ts";
import { vintageOf } from "./vintage.ts";

/** The observations of an official series. `today` bounds a query without a period and without data. Throws QueryError. */
export const observeSeries = async (
  pool: Pool,
  metadata: IndicatorMetadata,
  query: ObservationQuery,
  today: string,
): Promise<ObservationSet> => {
  const askable = { ...metadata, dimensions: metadata.dimensions.map(({ id }) => id) };
  const groups = checkGroupsAndFilters(askable, query);
  const { calendar, frequency } = chooseTime(askable, query);
  const asOf = checkDay(query.asOf);
  const { first, last } = periodBounds(query, calendar, frequency);
  const { observations, vintageOn } = await readSeries(
    pool,
    { code: metadata.code, ...groups, frequency, first, last, asOf },
    today,
  );
  const { position } = await vintageOf(pool.all, undefined);
  return {
    query: {
      indicator: metadata.code,
      ...groups,
      calendar,
      frequency,
      from: observations[0]?.period.code ?? "",
      to: observations.at(-1)?.period.code ?? "",
      asOf,
    },
    vintage: { asOf: vintageOn, position },
    unit: metadata.unit,
    decimals: metadata.decimals,
    isSynthetic: observations.some((observation) => observation.isSynthetic),
    observations,
  };
};
