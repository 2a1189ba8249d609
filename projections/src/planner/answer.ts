import { periodOf } from "@karnameh/schema/calendar";
import { dimensionsOf, type Indicator, operands } from "../engine/indicator.ts";
import { type CellQuestion, cubeQueries, extentSql, grainOf } from "./cells.ts";
import { compose } from "./compose.ts";
import type { Pool } from "./pool.ts";
import type { ObservationSet, Question } from "./question.ts";
import { type Askable, checkCuts, checkDay, chooseTime, periodBounds } from "./resolve.ts";
import { vintageOf } from "./vintage.ts";

const askable = (indicator: Indicator): Askable => ({
  code: indicator.code,
  dimensions: dimensionsOf(indicator),
  calendars: indicator.calendars,
  frequencies: indicator.frequencies,
});

const extentOf = async (pool: Pool, indicator: Indicator, grain: string, asOf: string | undefined) => {
  const cubes = new Set(operands(indicator.formula).map(({ cube }) => cube));
  const found = await Promise.all([...cubes].map((cube) => pool.all(extentSql(cube, grain, asOf))));
  const firsts = found.flatMap(([row]) => (typeof row?.first === "number" ? [row.first] : []));
  const lasts = found.flatMap(([row]) => (typeof row?.last === "number" ? [row.last] : []));
  return firsts.length > 0 ? { first: Math.min(...firsts), last: Math.max(...lasts) } : undefined;
};

/** Answers a question about an indicator derived from events. `today` bounds a question to an empty ledger. */
export const answerEvents = async (
  pool: Pool,
  indicator: Indicator,
  question: Question,
  today: string,
): Promise<ObservationSet> => {
  const cuts = checkCuts(askable(indicator), question);
  const time = chooseTime(askable(indicator), question);
  const asOf = checkDay(question.asOf);
  const bounds = periodBounds(question, time.calendar, time.frequency);
  const vintage = await vintageOf(pool, asOf);
  const past = vintage.isNewest || vintage.on === null ? undefined : vintage.on;
  const extent = await extentOf(pool, indicator, grainOf(time.calendar, time.frequency), past);
  const on = vintage.on ?? asOf ?? today;
  const now = periodOf(on, time.calendar, time.frequency).ordinal;
  // A level holds until something changes it; a flow is only known as far as something was booked.
  const isLevel = operands(indicator.formula).some(({ cube, measure }) => cube.measures[measure]?.kind === "stock");
  const lastKnown = extent && (isLevel ? Math.max(extent.last, now) : extent.last);
  const known = { first: extent?.first ?? 1, last: lastKnown ?? 0, on };
  const cells: CellQuestion = {
    ...cuts,
    ...time,
    first: bounds.first?.ordinal ?? Math.min(extent?.first ?? now, bounds.last?.ordinal ?? now),
    last: bounds.last?.ordinal ?? Math.max(lastKnown ?? now, bounds.first?.ordinal ?? lastKnown ?? now),
    asOf: past,
  };
  const queries = cubeQueries(indicator.formula, cells);
  const rows = await Promise.all(queries.map(({ sql }) => pool.all(sql)));
  const results = queries.map((query, index) => ({ operands: query.operands, rows: rows[index] ?? [] }));
  const observations = compose(indicator, results, cells, known);
  return {
    question: {
      indicator: indicator.code,
      ...cuts,
      ...time,
      from: observations[0]?.period.code ?? "",
      to: observations.at(-1)?.period.code ?? "",
      asOf,
    },
    vintage: { asOf: vintage.on, position: vintage.position },
    unit: indicator.unit,
    decimals: indicator.decimals,
    isSynthetic: observations.some((observation) => observation.isSynthetic),
    observations,
  };
};
