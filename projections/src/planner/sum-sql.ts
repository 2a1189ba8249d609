import type { Cube } from "../engine/cube.ts";
import {
  type Amount,
  type AmountName,
  type CellQuery,
  type CubeQuery,
  periodColumnOf,
} from "./cell-query.ts";
import { filterSql } from "./filter-sql.ts";
import { groupColumnsSql, hasColumn, segmentSumsSql } from "./segment-sums-sql.ts";

const totalsSql = (amounts: readonly Amount[]): string =>
  amounts.map(({ name }) => `sum(b.${name}) as ${name}`).join(", ");

/** Flows: sums by period and group. */
const flowSql = (cube: Cube, amounts: readonly Amount[], query: CellQuery): string => {
  const sums = segmentSumsSql(cube, amounts, query, { columns: query.by, isStock: false });
  return `select s.${periodColumnOf(query)} as period${groupColumnsSql(query.by)}, ${totalsSql(amounts)}, bool_or(b.synthetic) as synthetic
    from ${sums} b join model.segment s using (segment)
    group by all having ${amounts.map(({ name }) => `sum(b.${name}) <> 0`).join(" or ")}`;
};

/** Movements of a stock by period; those before the first period of the query count as of the one before it. */
const movementsSql = (
  cube: Cube,
  amounts: readonly Amount[],
  query: CellQuery,
  columns: readonly string[],
): string => {
  const groups = query.by.filter((id) => hasColumn(cube, id));
  const birthYear = columns.includes("birth_year") ? ", b.birth_year" : "";
  return `select greatest(s.${periodColumnOf(query)}, ${query.first - 1}) as period${groupColumnsSql(groups)}${birthYear},
      ${totalsSql(amounts)}, bool_or(b.synthetic) as synthetic
    from ${segmentSumsSql(cube, amounts, query, { columns, isStock: true })} b join model.segment s using (segment) group by all`;
};

/** Whether a query needs the ages of a stock's members, which pass while nothing happens. */
const needsAge = (cube: Cube, { by, where }: CellQuery): boolean =>
  [...by, ...where.map((filter) => filter.dimension)].some((id) => !hasColumn(cube, id));

/**
 * Stocks by age: the level at the end of each period, a running sum of all movements up to it, kept by
 * birth year and read as the age reached in the year of the period's last day.
 */
const agedStockSql = (cube: Cube, amounts: readonly Amount[], query: CellQuery): string => {
  const groups = query.by.filter((id) => hasColumn(cube, id));
  const ages = query.where.find((filter) => !hasColumn(cube, filter.dimension));
  const columns = [...groups, "birth_year"];
  const key = columns.map((id) => `"${id}"`).join(", ");
  const age = "model.age_group(e.ends_on, nullif(l.birth_year, 0))";
  return `with moved as (${movementsSql(cube, amounts, query, columns)}),
    cell as (
      from (select distinct ${key} from moved), (select unnest(range(${query.first - 1}, ${query.last + 1}))::integer as period)
    ),
    level as (
      select period, ${key}, ${amounts.map(({ name }) => `sum(coalesce(${name}, 0)) over upto as ${name}`).join(", ")},
        coalesce(bool_or(synthetic) over upto, false) as synthetic
      from cell left join moved using (period, ${key})
      window upto as (partition by ${key} order by period)
    )
    select l.period${groups.map((id) => `, l."${id}"`).join("")}${query.by.includes("age") ? `, ${age} as age` : ""},
      ${amounts.map(({ name }) => `sum(${name}) as ${name}`).join(", ")}, bool_or(synthetic) as synthetic
    from level l join (select ${periodColumnOf(query)} as period, max(ends_on) as ends_on from model.segment group by 1) e using (period)
    where l.period >= ${query.first} ${ages ? `and ${filterSql(age, ages)}` : ""}
    group by all`;
};

const isStock = ({ operand: { cube, measure } }: Amount): boolean => cube.measures[measure]?.kind === "stock";

/**
 * Sums of one cube: a total, or the numerator and denominator of a ratio. From the cells
 *
 * | segment | sex | completed | enrolled |
 * | --- | --- | --- | --- |
 * | 3600 (in 1402) | F | 2 | 3 |
 * | 3601 (in 1402) | F | 1 | 1 |
 *
 * it gives `{ period: 1402, sex: "F", numerator: 3, denominator: 4, synthetic: false }`. Of a stock, where no age is needed, it gives
 * the movements of each period.
 */
export const sumQuery = (
  cube: Cube,
  amounts: readonly (Amount & { readonly name: AmountName })[],
  query: CellQuery,
): CubeQuery => {
  const names = amounts.map(({ name }) => name);
  if (!amounts.some(isStock)) return { amounts: names, sql: flowSql(cube, amounts, query) };
  return needsAge(cube, query)
    ? { amounts: names, sql: agedStockSql(cube, amounts, query) }
    : { amounts: names, sql: movementsSql(cube, amounts, query, query.by), givesMovements: true };
};
