import { periodOf } from "@karnameh/schema/calendar";
import { dimension } from "../engine/dimensions.ts";
import { dimensionsOf, type Formula, type Indicator, type Operand, operands } from "../engine/indicator.ts";
import { ledgerSegments } from "../engine/model.ts";
import { literal } from "../engine/sql-text.ts";
import { type CellQuery, cellTable, periodColumnOf, type Simulated } from "./cell-query.ts";
import { checkAdditivity } from "./check-additivity.ts";
import { type CubeRows, compose, type KnownPeriods } from "./compose.ts";
import { cubeQueries } from "./cube-queries.ts";
import type { ModelSnapshot } from "./model-snapshot.ts";
import { type ObservationQuery, type ObservationSet, QueryError } from "./observation-query.ts";
import { type PeriodCoverage, periodCoverageOf } from "./period-coverage.ts";
import { literals, type Read } from "./pool.ts";
import { type Askable, checkDay, checkGroupsAndFilters, chooseTime, periodBounds } from "./resolve-query.ts";
import { levelsOf } from "./stock-levels.ts";
import { type Vintage, vintageOf } from "./vintage.ts";

const askable = (indicator: Indicator): Askable => ({
  code: indicator.code,
  dimensions: dimensionsOf(indicator),
  calendars: indicator.calendars,
  frequencies: indicator.frequencies,
});

/** The operands that decide of which periods anything is known: a numerator of the denominator's own cube may well be zero. */
const decidingOperands = (formula: Formula): readonly Operand[] => {
  if (formula.kind === "survival") return [formula.of];
  if (formula.kind === "members") return [formula.under];
  return formula.kind === "ratio" && formula.over.cube === formula.under.cube
    ? [formula.under]
    : operands(formula);
};

/** The time of a query: its calendar and frequency, and what is known when. Ordinals are of that calendar and frequency. */
type QueryTime = Pick<CellQuery, "calendar" | "frequency"> & {
  /** The as-of date where it lies before the newest, by which entries are read; undefined reads the balances. */
  readonly asOf: string | undefined;
  /** The as-of date, or today where nothing is known. */
  readonly on: string;
  /** The period of that day. */
  readonly now: number;
};

/**
 * The periods of which every measure of the formula is known, up to the as-of date: what is posted ahead of
 * its day is not yet known. A level holds until something changes it; a flow reaches as far as it was posted.
 */
const commonCoverage = async (
  read: Read,
  { formula }: Indicator,
  snapshot: ModelSnapshot,
  { asOf, now, ...time }: QueryTime,
): Promise<PeriodCoverage | undefined> => {
  const column = periodColumnOf(time);
  let common: PeriodCoverage = { first: -Infinity, last: Infinity };
  for (const operand of decidingOperands(formula)) {
    const coverage =
      asOf === undefined
        ? await snapshot.periodCoverageOf(read, operand)
        : await periodCoverageOf(read, operand, asOf);
    const [first, last] = [ledgerSegments[coverage?.first ?? -1], ledgerSegments[coverage?.last ?? -1]];
    if (!first || !last) return undefined;
    const isLevel = operand.cube.measures[operand.measure]?.kind === "stock";
    const until = isLevel ? now : Math.min(last[column], now);
    common = { first: Math.max(common.first, first[column]), last: Math.min(common.last, until) };
  }
  return common;
};

/** Whether the query filters a name, of a dimension without a code list, that is in no event. */
const filtersUnknownName = async (
  read: Read,
  indicator: Indicator,
  { where, asOf }: CellQuery,
): Promise<boolean> => {
  const names = where.filter(({ dimension: id }) => dimension(id).codelist === undefined);
  if (names.length === 0) return false;
  const isNamed = names.map(({ dimension: id, values }) => `"${id}" in ${literals(values)}`).join(" and ");
  const isKnown = asOf === undefined ? "" : `and known_on <= date ${literal(asOf)}`;
  for (const { cube } of operands(indicator.formula)) {
    const rows = await read(`select 1 as one from entry.${cube.name} where ${isNamed} ${isKnown} limit 1`);
    if (rows.length > 0) return false;
  }
  return true;
};

/** Rejects an indicator of which a cube lags behind the checkpoint. Throws QueryError. */
export const checkCurrent = ({ code, formula }: Indicator, { laggingCubes }: ModelSnapshot): void => {
  if (!operands(formula).some(({ cube }) => laggingCubes.has(cube.name))) return;
  throw new QueryError(
    "REBUILDING",
    `The newest events are not yet posted for '${code}'.`,
    "Ask again in a moment; system reports the progress.",
  );
};

/** How much of what is read of an indicator's cubes is simulated. */
const simulatedOf = async (
  read: Read,
  { formula }: Indicator,
  snapshot: ModelSnapshot,
  asOf: string | undefined,
): Promise<ReadonlyMap<string, Simulated>> => {
  const byCube = new Map<string, Simulated>();
  for (const { cube } of operands(formula))
    byCube.set(cube.name, await snapshot.simulatedIn(read, cellTable(cube, asOf)));
  return byCube;
};

const readCells = async (
  read: Read,
  { formula }: Indicator,
  query: CellQuery,
): Promise<readonly CubeRows[]> => {
  const results: CubeRows[] = [];
  for (const { amounts, sql, givesMovements } of cubeQueries(formula, query)) {
    const rows = await read(sql);
    results.push({ amounts, rows: givesMovements ? levelsOf(rows, query) : rows });
  }
  return results;
};

const NO_PERIODS = { first: 1, last: 0 };

/** What a query is observed with. */
export type ObservationContext = {
  /** Reads one snapshot of the read model. */
  readonly read: Read;
  readonly readSnapshot: (read: Read) => Promise<ModelSnapshot>;
  /** Bounds a query of an empty ledger. */
  readonly today: string;
};

/** The periods of a query: as its bounds say, else all that are known, else the present one. */
const periodsOf = (
  { first, last }: ReturnType<typeof periodBounds>,
  coverage: PeriodCoverage | undefined,
  now: number,
): Pick<CellQuery, "first" | "last"> => ({
  first: first?.ordinal ?? Math.min(coverage?.first ?? now, last?.ordinal ?? now),
  last: last?.ordinal ?? Math.max(coverage?.last ?? now, first?.ordinal ?? coverage?.last ?? now),
});

const timeOf = (
  { calendar, frequency }: Pick<CellQuery, "calendar" | "frequency">,
  vintage: Vintage,
  { asOf, today }: { readonly asOf: string | undefined; readonly today: string },
): QueryTime => {
  const on = vintage.on ?? asOf ?? today;
  const now = periodOf(on, calendar, frequency).ordinal;
  return { calendar, frequency, asOf: vintage.isNewest ? undefined : (vintage.on ?? asOf), on, now };
};

/** The observations of an indicator derived from events. Throws QueryError. */
export const observeIndicator = async (
  indicator: Indicator,
  query: ObservationQuery,
  { read, readSnapshot, today }: ObservationContext,
): Promise<ObservationSet> => {
  const groups = checkGroupsAndFilters(askable(indicator), query);
  const period = chooseTime(askable(indicator), query);
  const asOf = checkDay(query.asOf);
  const bounds = periodBounds(query, period.calendar, period.frequency);
  const snapshot = await readSnapshot(read);
  checkCurrent(indicator, snapshot);
  const vintage = asOf === undefined ? snapshot.vintage : await vintageOf(read, asOf);
  const { now, ...time } = timeOf(period, vintage, { asOf, today });
  const coverage = await commonCoverage(read, indicator, snapshot, { ...time, now });
  const simulated = await simulatedOf(read, indicator, snapshot, time.asOf);
  const cells: CellQuery = { ...groups, ...time, ...periodsOf(bounds, coverage, now), simulated };
  await checkAdditivity(read, indicator, cells);
  const results = await readCells(read, indicator, cells);
  const isUnknown =
    results.every(({ rows }) => rows.length === 0) && (await filtersUnknownName(read, indicator, cells));
  const known: KnownPeriods = { ...(isUnknown ? NO_PERIODS : (coverage ?? NO_PERIODS)), on: time.on };
  const observations = compose(indicator, results, cells, known);
  return {
    query: {
      indicator: indicator.code,
      ...groups,
      ...period,
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
