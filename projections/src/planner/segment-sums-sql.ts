import type { Cube } from "../engine/cube.ts";
import { postedDimensions } from "../engine/model.ts";
import { literal } from "../engine/sql-text.ts";
import {
  type Amount,
  type CellQuery,
  cellTable,
  type PeriodColumn,
  periodColumnOf,
  type Simulated,
  segmentRange,
} from "./cell-query.ts";
import { codeSql, filtersSql } from "./filter-sql.ts";

/** The bit of a kind of period in the hidden dimension `period_mask` of distinct counts. */
const PERIOD_MASK_BIT: Readonly<Record<PeriodColumn, number>> = {
  jm: 1,
  jq: 2,
  jy: 4,
  gm: 8,
  gq: 16,
  gy: 32,
};

/** Whether the cells of a cube have a column for a dimension: age is computed where the birth year is kept. */
export const hasColumn = (cube: Cube, id: string): boolean =>
  postedDimensions(cube).some((column) => column === id);

/** What of a cube a query needs. Of a stock all movements are needed from the beginning of time. */
export const cellConditions = (cube: Cube, query: CellQuery, isStock: boolean): string => {
  const { from, to } = segmentRange(query);
  const bit = PERIOD_MASK_BIT[periodColumnOf(query)];
  return [
    isStock ? `b.segment <= ${to}` : `b.segment between ${from} and ${to}`,
    ...(cube.hidden.includes("period_mask") ? [`b.period_mask & ${bit} > 0`] : []),
    ...filtersSql(query.where.filter((filter) => hasColumn(cube, filter.dimension))),
    ...(query.asOf === undefined ? [] : [`b.known_on <= date ${literal(query.asOf)}`]),
  ].join(" and ");
};

const amountSql = ({ name, operand }: Amount): string => {
  const filters = Object.entries(operand.where ?? {}).map(([dimension, values]) => ({
    dimension,
    values: values ?? [],
  }));
  const filter = filters.length > 0 ? ` filter (where ${filtersSql(filters).join(" and ")})` : "";
  return `sum(b."${operand.measure}")${filter}::double as ${name}`;
};

const IS_SYNTHETIC = `b.origin = ${codeSql("origin", "SYNTHETIC")}`;

/** Whether what is simulated moves one of the amounts: what was reversed moves none, though its entries remain. */
const isMovedBySimulation = (amounts: readonly Amount[], simulated: Simulated): string => {
  if (simulated === "NONE") return "false";
  const filter = simulated === "ALL" ? "" : ` filter (where ${IS_SYNTHETIC})`;
  return [...new Set(amounts.map(({ operand }) => operand.measure))]
    .map((measure) => `coalesce(sum(b."${measure}")${filter}, 0) <> 0`)
    .join(" or ");
};

type SumOptions = { readonly columns: readonly string[]; readonly isStock: boolean };

/**
 * The amounts of a cube by segment and columns, in brackets: few numbers to group by, and then few rows to look up in the calendar.
 * Gives `(segment, …columns, …amounts, synthetic)`.
 */
export const segmentSumsSql = (
  cube: Cube,
  amounts: readonly Amount[],
  query: CellQuery,
  { columns, isStock }: SumOptions,
): string => `(select b.segment${columns.map((id) => `, b."${id}"`).join("")}, ${amounts.map(amountSql).join(", ")},
    ${isMovedBySimulation(amounts, query.simulated.get(cube.name) ?? "SOME")} as synthetic
    from ${cellTable(cube, query.asOf)} b where ${cellConditions(cube, query, isStock)} group by all)`;

/** The groups of a query as texts, each after a comma. */
export const groupColumnsSql = (by: readonly string[]): string =>
  by.map((id) => `, b."${id}"::varchar as "${id}"`).join("");

/** The columns that identify a cell of the result: its period and its groups. */
export const cellKeySql = ({ by }: CellQuery): string => ["period", ...by.map((id) => `"${id}"`)].join(", ");
