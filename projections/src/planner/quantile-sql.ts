import type { Formula } from "../engine/indicator.ts";
import { type CellQuery, type CubeQuery, periodColumnOf } from "./cell-query.ts";
import { cellKeySql, groupColumnsSql, segmentSumsSql } from "./segment-sums-sql.ts";

/**
 * The smallest bin that at least the share `q` of the cases does not exceed, and how many cases there are. From the cells
 *
 * | segment | bin | cases |
 * | --- | --- | --- |
 * | 3600 (in 1402) | 5 | 2 |
 * | 3600 (in 1402) | 9 | 1 |
 *
 * it gives for q = 0.5 `{ period: 1402, quantile: 5, denominator: 3, synthetic: false }`.
 */
export const quantileQuery = (
  { of, q }: Extract<Formula, { kind: "quantile" }>,
  query: CellQuery,
): CubeQuery => {
  const key = cellKeySql(query);
  const columns = [...query.by, "bin"];
  const sums = segmentSumsSql(of.cube, [{ name: "cases", operand: of }], query, { columns, isStock: false });
  const sql = `with binned as (
      select s.${periodColumnOf(query)} as period${groupColumnsSql(query.by)}, b.bin, sum(b.cases) as cases, bool_or(b.synthetic) as is_synthetic
      from ${sums} b join model.segment s using (segment)
      where b.bin >= 0 group by all
    ),
    running as (
      select *, sum(cases) over (partition by ${key} order by bin) as cases_up_to, sum(cases) over (partition by ${key}) as all_cases from binned
    )
    select ${key}, (min(bin) filter (where cases_up_to >= ${q} * all_cases))::double as quantile, any_value(all_cases)::double as denominator,
      bool_or(is_synthetic) as synthetic
    from running where all_cases > 0 group by ${key}`;
  return { amounts: ["quantile", "denominator"], sql };
};
