import { periodOf } from "@karnameh/schema/calendar";
import { dimension } from "../engine/dimensions.ts";
import { dimensionsOf, type Formula, type Indicator, type Operand, operands } from "../engine/indicator.ts";
import { type CellQuestion, cubeQueries, extentSql, grainOf } from "./cells.ts";
import { compose } from "./compose.ts";
import { literal, literals, type Pool } from "./pool.ts";
import type { ObservationSet, Question } from "./question.ts";
import { type Askable, checkCuts, checkDay, chooseTime, periodBounds } from "./resolve.ts";
import { vintageOf } from "./vintage.ts";

const askable = (indicator: Indicator): Askable => ({
  code: indicator.code,
  dimensions: dimensionsOf(indicator),
  calendars: indicator.calendars,
  frequencies: indicator.frequencies,
});

/** The operands that decide of which periods anything is known: a numerator of the denominator's own cube may well be zero. */
const decisive = (formula: Formula): readonly Operand[] =>
  formula.kind === "ratio" && formula.over.cube === formula.under.cube ? [formula.under] : operands(formula);

/**
 * The periods that every measure of the formula speaks of, up to the day of knowledge: what is booked ahead of
 * its day is not yet known. A level holds until something changes it; a flow reaches as far as it was booked.
 */
const extentOf = async (
  pool: Pool,
  indicator: Indicator,
  grain: string,
  vintage: { asOf: string | undefined; now: number },
) => {
  const found = await Promise.all(
    decisive(indicator.formula).map(async (operand) => {
      const { cube, measure } = operand;
      const [row] = await pool.all(extentSql(operand, grain, vintage.asOf));
      if (typeof row?.first !== "number" || typeof row.last !== "number") return undefined;
      const isLevel = cube.measures[measure]?.kind === "stock";
      return { first: row.first, last: isLevel ? vintage.now : Math.min(row.last, vintage.now) };
    }),
  );
  return found.reduce(
    (one, other) =>
      one && other && { first: Math.max(one.first, other.first), last: Math.min(one.last, other.last) },
  );
};

/** Whether the question is cut to a name, of a dimension without a code list, that no event has ever said. */
const namesNobody = async (
  pool: Pool,
  indicator: Indicator,
  { where, asOf }: CellQuestion,
): Promise<boolean> => {
  const names = where.filter(({ dimension: id }) => dimension(id).codelist === undefined);
  if (names.length === 0) return false;
  const said = names.map(({ dimension: id, values }) => `"${id}" in ${literals(values)}`).join(" and ");
  const known = asOf === undefined ? "" : `and known_on <= date ${literal(asOf)}`;
  const found = await Promise.all(
    operands(indicator.formula).map(({ cube }) =>
      pool.all(`select 1 as one from entry.${cube.name} where ${said} ${known} limit 1`),
    ),
  );
  return found.every((rows) => rows.length === 0);
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
  const past = vintage.isNewest ? undefined : (vintage.on ?? asOf);
  const on = vintage.on ?? asOf ?? today;
  const now = periodOf(on, time.calendar, time.frequency).ordinal;
  const extent = await extentOf(pool, indicator, grainOf(time.calendar, time.frequency), { asOf: past, now });
  const known = { first: extent?.first ?? 1, last: extent?.last ?? 0, on };
  const cells: CellQuestion = {
    ...cuts,
    ...time,
    first: bounds.first?.ordinal ?? Math.min(extent?.first ?? now, bounds.last?.ordinal ?? now),
    last: bounds.last?.ordinal ?? Math.max(extent?.last ?? now, bounds.first?.ordinal ?? extent?.last ?? now),
    asOf: past,
  };
  const queries = cubeQueries(indicator.formula, cells);
  const rows = await Promise.all(queries.map(({ sql }) => pool.all(sql)));
  const results = queries.map((query, index) => ({ operands: query.operands, rows: rows[index] ?? [] }));
  const isNobody = rows.every((found) => found.length === 0) && (await namesNobody(pool, indicator, cells));
  const observations = compose(indicator, results, cells, isNobody ? { first: 1, last: 0, on } : known);
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
