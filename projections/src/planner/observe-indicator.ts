import { periodOf } from "@karnameh/schema/calendar";
import { dimension } from "../engine/dimensions.ts";
import { dimensionsOf, type Formula, type Indicator, type Operand, operands } from "../engine/indicator.ts";
import { ledgerSegments } from "../engine/model.ts";
import { type CellQuestion, cubeQueries, type Grain, grainOf, type Simulated, source } from "./cells.ts";
import { checkAdditivity } from "./check-additivity.ts";
import { type CubeRows, compose } from "./compose.ts";
import type { ModelSnapshot } from "./model-snapshot.ts";
import { type ObservationQuery, type ObservationSet, QueryError } from "./observation-query.ts";
import { type PeriodCoverage, periodCoverageOf } from "./period-coverage.ts";
import { literal, literals, type Read } from "./pool.ts";
import { type Askable, checkCuts, checkDay, chooseTime, periodBounds } from "./resolve-query.ts";
import { levelsOf } from "./stock-levels.ts";
import { vintageOf } from "./vintage.ts";

const askable = (indicator: Indicator): Askable => ({
  code: indicator.code,
  dimensions: dimensionsOf(indicator),
  calendars: indicator.calendars,
  frequencies: indicator.frequencies,
});

/** The operands that decide of which periods anything is known: a numerator of the denominator's own cube may well be zero. */
const decisive = (formula: Formula): readonly Operand[] => {
  if (formula.kind === "survival") return [formula.of];
  if (formula.kind === "members") return [formula.under];
  return formula.kind === "ratio" && formula.over.cube === formula.under.cube
    ? [formula.under]
    : operands(formula);
};

/**
 * The periods that every measure of the formula speaks of, up to the day of knowledge: what is booked ahead of
 * its day is not yet known. A level holds until something changes it; a flow reaches as far as it was booked.
 */
const commonExtent = async (
  read: Read,
  indicator: Indicator,
  grain: Grain,
  {
    snapshot,
    asOf,
    now,
  }: { readonly snapshot: ModelSnapshot; readonly asOf: string | undefined; readonly now: number },
): Promise<PeriodCoverage | undefined> => {
  let common: PeriodCoverage = { first: -Infinity, last: Infinity };
  for (const operand of decisive(indicator.formula)) {
    const extent =
      asOf === undefined
        ? await snapshot.periodCoverageOf(read, operand)
        : await periodCoverageOf(read, operand, asOf);
    const [first, last] = [ledgerSegments[extent?.first ?? -1], ledgerSegments[extent?.last ?? -1]];
    if (!first || !last) return undefined;
    const isLevel = operand.cube.measures[operand.measure]?.kind === "stock";
    const until = isLevel ? now : Math.min(last[grain], now);
    common = { first: Math.max(common.first, first[grain]), last: Math.min(common.last, until) };
  }
  return common;
};

/** Whether the question is cut to a name, of a dimension without a code list, that no event has ever said. */
const namesNobody = async (
  read: Read,
  indicator: Indicator,
  { where, asOf }: CellQuestion,
): Promise<boolean> => {
  const names = where.filter(({ dimension: id }) => dimension(id).codelist === undefined);
  if (names.length === 0) return false;
  const said = names.map(({ dimension: id, values }) => `"${id}" in ${literals(values)}`).join(" and ");
  const known = asOf === undefined ? "" : `and known_on <= date ${literal(asOf)}`;
  for (const { cube } of operands(indicator.formula)) {
    const rows = await read(`select 1 as one from entry.${cube.name} where ${said} ${known} limit 1`);
    if (rows.length > 0) return false;
  }
  return true;
};

/** Refuses an indicator of which a cube lags behind the checkpoint. */
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
  { snapshot, asOf }: { readonly snapshot: ModelSnapshot; readonly asOf: string | undefined },
): Promise<ReadonlyMap<string, Simulated>> => {
  const found = new Map<string, Simulated>();
  for (const { cube } of operands(formula))
    found.set(cube.name, await snapshot.simulatedIn(read, source(cube, asOf)));
  return found;
};

const readCells = async (
  read: Read,
  { formula }: Indicator,
  cells: CellQuestion,
): Promise<readonly CubeRows[]> => {
  const results: CubeRows[] = [];
  for (const { operands: own, sql, isMoving } of cubeQueries(formula, cells)) {
    const rows = await read(sql);
    results.push({ operands: own, rows: isMoving ? levelsOf(rows, cells) : rows });
  }
  return results;
};

/** What a question is answered with, beside the question. */
export type Means = {
  /** Reads as of one moment of the read model. */
  readonly read: Read;
  readonly readSnapshot: (read: Read) => Promise<ModelSnapshot>;
  /** Bounds a question to an empty ledger. */
  readonly today: string;
};

/** Answers a question about an indicator derived from events. */
export const observeIndicator = async (
  indicator: Indicator,
  question: ObservationQuery,
  { read, readSnapshot, today }: Means,
): Promise<ObservationSet> => {
  const cuts = checkCuts(askable(indicator), question);
  const time = chooseTime(askable(indicator), question);
  const asOf = checkDay(question.asOf);
  const bounds = periodBounds(question, time.calendar, time.frequency);
  const snapshot = await readSnapshot(read);
  checkCurrent(indicator, snapshot);
  const vintage = asOf === undefined ? snapshot.vintage : await vintageOf(read, asOf);
  const past = vintage.isNewest ? undefined : (vintage.on ?? asOf);
  const on = vintage.on ?? asOf ?? today;
  const now = periodOf(on, time.calendar, time.frequency).ordinal;
  const grain = grainOf(time.calendar, time.frequency);
  const extent = await commonExtent(read, indicator, grain, { snapshot, asOf: past, now });
  const known = { first: extent?.first ?? 1, last: extent?.last ?? 0, on };
  const cells: CellQuestion = {
    ...cuts,
    ...time,
    simulated: await simulatedOf(read, indicator, { snapshot, asOf: past }),
    first: bounds.first?.ordinal ?? Math.min(extent?.first ?? now, bounds.last?.ordinal ?? now),
    last: bounds.last?.ordinal ?? Math.max(extent?.last ?? now, bounds.first?.ordinal ?? extent?.last ?? now),
    asOf: past,
    on,
  };
  await checkAdditivity(read, indicator, cells);
  const results = await readCells(read, indicator, cells);
  const isNobody =
    results.every(({ rows }) => rows.length === 0) && (await namesNobody(read, indicator, cells));
  const observations = compose(indicator, results, cells, isNobody ? { first: 1, last: 0, on } : known);
  return {
    query: {
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
